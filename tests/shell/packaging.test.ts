import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { convertIcon } from 'app-builder-lib/out/util/iconConverter.js';
import { Arch, Platform, build } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCoreClient } from '../../main/shell/coreClient.ts';
import { forkCore, forkWork } from '../../main/shell/forkCore.ts';
import { extractAsar, readAsar } from './support/asar.ts';
import type { Packed } from './support/asar.ts';
import { envelope, officer, passphrase, temporaryFolder } from './support/calls.ts';
import { makeStubRuntime, readFuses } from './support/stubRuntime.ts';

let folder = '';
let packed: readonly Packed[] = [];
const app = () => join(folder, 'dist', 'linux-unpacked');
const archive = () => join(app(), 'resources', 'app.asar');

/** Packed once, by the rules of the installers, for the system that every machine can pack for. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-test-packaging-'));
  await build({
    projectDir: process.cwd(),
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    publish: 'never',
    config: {
      extends: join(process.cwd(), 'electron-builder.yml'),
      electronDist: makeStubRuntime(folder),
      directories: { output: join(folder, 'dist') },
    },
  });
  packed = readAsar(archive());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = () => packed.map(({ path }) => path);

describe('the package', () => {
  it('has its fuses flipped: no Node by the back door, nothing loaded but the archive', () => {
    expect(readFuses(join(app(), 'golden-thread'))).toEqual({
      runAsNode: false,
      cookieEncryption: false,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      fileProtocolPrivileges: false,
    });
    expect(readdirSync(join(app(), 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
    expect(readdirSync(join(app(), 'locales')).sort()).toEqual(['en-GB.pak', 'en-US.pak']);
  });

  it('holds what it needs', () => {
    const needed = [
      'package.json',
      'out/main/electron.js',
      'out/main/coreProcess.js',
      'out/main/workProcess.js',
      ...readdirSync('main/store/migrations').map((name) => `out/main/migrations/${name}`),
      'out/preload/preload.cjs',
      'out/main/icon.png',
      'out/renderer/index.html',
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ];
    expect(needed.filter((path) => !paths().includes(path))).toEqual([]);
    const manifest: { main?: string } = JSON.parse(
      packed.find(({ path }) => path === 'package.json')?.content.toString('utf8') ?? '{}',
    );
    expect(manifest.main).toBe('out/main/electron.js');
    const outOfArchive = packed.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path);
    expect(outOfArchive).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(outOfArchive.filter((path) => !path.startsWith('node_modules/better-sqlite3/'))).toEqual([]);
    expect(packed.filter(({ isUnpacked, hasIntegrity }) => !isUnpacked && !hasIntegrity)).toEqual([]);
  });

  it('holds no source, no test, no other library, no demo and no map', () => {
    const allowed =
      /^(?:package\.json|out\/(?:main|preload|renderer)\/.+|node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.+\.js|prebuilds\/linux-x64\.node))$/;
    expect(paths().filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths().filter((path) => /\.(?:tsx?|map|cpp|[ch])$|\.test\.|case\.json$/.test(path))).toEqual([]);
    // The preview shell and its driver are for development; nothing of them is packed.
    const code = packed
      .filter(({ path }) => path.startsWith('out/main/'))
      .map(({ content }) => content.toString('utf8'));
    expect(code.filter((text) => /\bfrom ["']playwright|launchPersistentContext/.test(text))).toEqual([]);
  });

  it('finds the icon of each system as it is, with nothing to convert or to fetch', async () => {
    const roots = [join(process.cwd(), 'build')];
    const found = async (format: 'ico' | 'icns' | 'set') =>
      convertIcon({ sources: [], fallbackSources: [], roots, format, outDir: join(folder, format) });
    const files = (await Promise.all((['ico', 'icns', 'set'] as const).map(found))).flatMap(({ icons }) =>
      icons.map(({ file }) => relative(roots[0] ?? '', file)),
    );
    const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
    expect(files).toEqual([
      'icon.ico',
      'icon.icns',
      ...sizes.map((size) => join('icons', `${size}x${size}.png`)),
    ]);
    for (const format of ['ico', 'icns', 'set']) expect(existsSync(join(folder, format))).toBe(false);
  });

  it('imports nothing that it does not hold', () => {
    const code = packed.filter(({ path }) => /^out\/(?:main|preload)\/.+\.c?js$/.test(path));
    const imported = code.flatMap(({ content }) =>
      [...content.toString('utf8').matchAll(/^import .*?from ["']([^"'.][^"']*)["'];?$/gm)].map(
        ([, name]) => name,
      ),
    );
    const foreign = new Set(imported.filter((name) => name !== undefined && !name.startsWith('node:')));
    expect(foreign).toEqual(new Set(['better-sqlite3', 'electron']));
  });

  it('has a core that starts on Node 24 and opens an encrypted database', async () => {
    const extracted = temporaryFolder('extracted');
    extractAsar(archive(), extracted);
    const dir = join(temporaryFolder('packed'), 'store');
    const client = createCoreClient({
      spawn: () => forkCore({ dir }, join(extracted, 'out', 'main', 'coreProcess.js')),
      spawnWork: () => forkWork(join(extracted, 'out', 'main', 'workProcess.js')),
      onProgress: () => undefined,
      now: () => performance.now(),
      onRestarted: () => undefined,
      onFailed: () => undefined,
    });
    onTestFinished(() => client.close());
    await expect(client.dispatch(envelope('vault:create', { passphrase, officer }))).resolves.toMatchObject({
      ok: true,
    });
    await client.dispatch(envelope('vault:lock', {}));
    await expect(client.dispatch(envelope('vault:unlock', { passphrase }))).resolves.toMatchObject({
      ok: true,
    });
    await expect(client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({ ok: true });
    const backups = temporaryFolder('packed-backups');
    await expect(client.dispatch(envelope('backup:run', { folder: backups }))).resolves.toMatchObject({
      ok: true,
    });
    await client.close();
    const database = readFileSync(join(dir, 'golden-thread.db'));
    expect(database.subarray(0, 6).toString('latin1')).not.toBe('SQLite');
    expect(database.includes('Test Officer')).toBe(false);
    expect(existsSync(join(dir, 'vault.json'))).toBe(true);
  });
});

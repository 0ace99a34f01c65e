import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's own fuses in the order of its wire; a stub starts as its releases do. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolPrivileges',
] as const;
const asReleased = '10110001';

/** What a packer needs of Electron's runtime, without it: an executable with fuses, and the files beside it. */
export function makeStubRuntime(folder: string): string {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  mkdirSync(join(runtime, 'locales'));
  for (const language of ['en-GB', 'en-US', 'de', 'fr'])
    writeFileSync(join(runtime, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version'])
    writeFileSync(join(runtime, name), name);
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, asReleased.length]),
    Buffer.from(asReleased),
  ]);
  writeFileSync(
    join(runtime, 'electron'),
    Buffer.concat([Buffer.from('a stub '), wire, Buffer.from(' of Electron')]),
  );
  chmodSync(join(runtime, 'electron'), 0o755);
  return runtime;
}

/** The fuses of an executable by name. */
export function readFuses(executable: string): Record<string, boolean> {
  const bytes = readFileSync(executable);
  const start = bytes.indexOf(sentinel) + sentinel.length;
  const states = bytes.toString('latin1', start + 2, start + 2 + bytes.readUInt8(start + 1));
  return Object.fromEntries(fuseNames.map((name, place) => [name, states[place] === '1']));
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProfile, sweepProfiles } from '../../main/shell/previewProfile.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';
import { needDisplay } from './support/display.ts';
import { browser, hostIn, invokeIn, openHere, seenBy } from './support/preview.ts';
import { internetCalls, tracedBrowser } from './support/traces.ts';

const canaries = ['CanaryInField', 'CanaryInNotes', 'CanaryInText', 'CanaryInLate'];

/** Every file under a folder that holds a text, as UTF-8 or as UTF-16. */
function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => existsSync(file) && readFileSync(file).includes(needle)));
}

/** The process numbers whose command line names this profile: the browser with all its children. */
function browserProcesses(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes(profile);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the preview shell and the network', () => {
  it('opens no port, looks up no host and sends nothing, whatever the page asks for', async () => {
    const { executable, calls } = tracedBrowser(browser ?? '', temporaryFolder('trace'));
    const window = await openHere({ browser: executable });
    const outcomes = await window.page.evaluate(`Promise.all([
      fetch('https://example.org/').then(() => 'came', () => 'blocked'),
      fetch('http://192.0.2.1/').then(() => 'came', () => 'blocked'),
      new Promise((resolve) => {
        const socket = new WebSocket('wss://example.org/');
        socket.onopen = () => resolve('came');
        socket.onerror = () => resolve('blocked');
      }),
      new Promise((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve('came');
        picture.onerror = () => resolve('blocked');
        picture.src = 'https://example.org/a.png';
      }),
    ])`);
    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked', 'blocked']);
    expect((await seenBy(window)).violations).toHaveLength(4);
    await window.page.evaluate(`void window.open('https://example.org/')`);
    await invokeIn(window, envelope('vault:create', { passphrase, officer }));
    await window.close();
    const all = calls();
    // The trace really followed the browser: it opens sockets of its own system, among them for the pipe's end.
    expect(all.some((call) => /socketpair\(AF_UNIX/.test(call))).toBe(true);
    expect(internetCalls(all)).toEqual([]);
  });

  it('would be seen if it did', () => {
    const seen = [
      '12 connect(22, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 0',
      '12 bind(9, {sa_family=AF_INET6, sin6_port=htons(9222), inet_pton(AF_INET6, "::1")}, 28) = 0',
      '12 sendto(5, "GET", 3, 0, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 3',
    ];
    expect(internetCalls(seen)).toEqual(seen);
    expect(internetCalls(['12 bind(9, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 30) = 0'])).toEqual([]);
  });

  it('does not let the page go elsewhere', async () => {
    const window = await openHere();
    await window.page.evaluate(`void (location.href = 'https://example.org/')`).catch(() => undefined);
    await until(() => window.page.url() !== 'https://example.org/');
    const answer = await hostIn(window, 'host:info', {}).catch(() => 'gone');
    // Either it never left, or what stands there now has no bridge to anything.
    expect(answer === 'gone' || JSON.stringify(answer).includes('"ok":true')).toBe(true);
  });
});

describe('the preview shell and the disk', () => {
  it('keeps nothing that was typed in its profile, while it runs or when it is killed, and removes it then', async () => {
    const window = await openHere();
    const [inField, inNotes, inText, inLate] = canaries;
    await window.page.locator('#name').pressSequentially(inField ?? '');
    await window.page.locator('#notes').pressSequentially(inNotes ?? '');
    await window.page.locator('#late').pressSequentially(inLate ?? '');
    await window.page.locator('#text').pressSequentially(inText ?? '');
    // A browser writes its session a few seconds after a change; a reload makes it do so at once as well.
    await Promise.all([window.page.waitForEvent('load'), window.page.evaluate('location.reload()')]);
    await window.page.locator('#notes').pressSequentially(inNotes ?? '');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const found = canaries.flatMap((canary) => filesWith(window.profile, canary));
    for (const pid of browserProcesses(window.profile)) process.kill(pid, 'SIGKILL');
    const left = existsSync(window.profile)
      ? canaries.flatMap((canary) => filesWith(window.profile, canary))
      : [];
    expect([...found, ...left]).toEqual([]);
    await window.closed;
    expect(existsSync(window.profile)).toBe(false);
  });

  it('removes the profile of a process that is gone, and of no other', () => {
    const parent = temporaryFolder('profiles');
    const gone = spawnSync(process.execPath, ['-e', '']);
    const dead = join(parent, `golden-thread-profile-${gone.pid}-abc`);
    const foreign = join(parent, 'golden-thread-profile-notes');
    const target = join(parent, 'documents');
    for (const folder of [dead, foreign, target]) mkdirSync(folder);
    const link = join(parent, `golden-thread-profile-${gone.pid}-link`);
    symlinkSync(target, link);
    const own = makeProfile(parent);
    sweepProfiles(parent);
    expect(readdirSync(parent).sort()).toEqual(
      [foreign, target, link, own].map((path) => path.slice(parent.length + 1)).sort(),
    );
  });

  it('ends, and removes its profile, when its real window is closed', async () => {
    await needDisplay();
    const dir = join(temporaryFolder('headed'), 'store');
    const child = spawn(
      process.execPath,
      ['tests/shell/support/openAndClose.ts', '--dir', dir, '--browser', browser ?? ''],
      { stdio: ['ignore', 'pipe', 'inherit'], env: process.env },
    );
    let said = '';
    child.stdout.on('data', (text) => (said += String(text)));
    expect(await once(child, 'exit')).toEqual([0, null]);
    const profile = said.trim();
    expect(profile.startsWith(tmpdir())).toBe(true);
    expect(existsSync(profile)).toBe(false);
  });
});

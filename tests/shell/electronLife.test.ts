import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventChannel, hostChannelName, invokeChannel } from '../../main/shell/electronChannels.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';
import { caller, eventsNamed, ours, preventable, startEntry } from './support/electronEntry.ts';

describe('a call', () => {
  it.each([invokeChannel, hostChannelName])(
    'on %s counts only from the main frame of our own page',
    async (name) => {
      const standIn = await startEntry();
      const call = caller(standIn, name);
      const message =
        name === invokeChannel ? envelope('vault:status', {}) : { channel: 'host:info', input: {} };
      const own = ours(standIn);
      await expect(call(message, own)).resolves.toMatchObject({ ok: true });
      for (const frame of [
        null,
        undefined,
        { url: 'app://golden-thread/' },
        { url: 'https://example.org/' },
      ]) {
        expect(await call(message, { frame: frame ?? null })).toMatchObject({ error: { code: 'forbidden' } });
      }
      const [contents] = standIn.kept.contents;
      if (contents) contents.mainFrame.url = 'https://example.org/';
      expect(await call(message, own)).toMatchObject({ error: { code: 'forbidden' } });
    },
  );

  it('that is no envelope, or of no channel, is refused', async () => {
    const standIn = await startEntry();
    const call = caller(standIn);
    for (const message of [
      null,
      'text',
      {},
      { requestId: 1 },
      { ...envelope('vault:status', {}), more: 1 },
    ]) {
      await expect(call(message, ours(standIn))).resolves.toMatchObject({ error: { code: 'invalid-input' } });
    }
    await expect(
      call({ ...envelope('vault:status', {}), channel: 'toString' }, ours(standIn)),
    ).resolves.toMatchObject({ error: { code: 'forbidden' } });
    const host = caller(standIn, hostChannelName);
    await expect(host({ channel: 'constructor', input: {} }, ours(standIn))).resolves.toMatchObject({
      error: { code: 'forbidden' },
    });
    await expect(host({ channel: 'host:info', input: {} }, ours(standIn))).resolves.toEqual({
      ok: true,
      value: { kind: 'electron', version: '1.2.3', platform: 'linux', isDemo: false, clockOffset: 0 },
    });
  });

  it('reaches the one core, which has its own process and no secret among its arguments', async () => {
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    vi.stubEnv('A_TOKEN', 'secret');
    onTestFinished(() => void vi.unstubAllEnvs());
    const standIn = await startEntry();
    const call = caller(standIn);
    await expect(
      call(envelope('vault:create', { passphrase, officer }), ours(standIn)),
    ).resolves.toMatchObject({
      ok: true,
    });
    expect(standIn.kept.forks).toHaveLength(1);
    const [fork] = standIn.kept.forks;
    expect(fork?.entry).toMatch(/out[\\/]main[\\/]coreProcess\.js$/);
    expect(fork?.args).toEqual(['--dir', join(standIn.folder, 'store')]);
    expect(Object.keys(fork?.env ?? {})).not.toContain('NODE_OPTIONS');
    expect(Object.keys(fork?.env ?? {})).not.toContain('A_TOKEN');
  });

  it('and each piece of its long work in another, which cannot be told of anything else', async () => {
    const standIn = await startEntry();
    const call = caller(standIn);
    await call(envelope('vault:create', { passphrase, officer }), ours(standIn));
    const folder = temporaryFolder('backups');
    await expect(call(envelope('backup:run', { folder }), ours(standIn))).resolves.toMatchObject({
      ok: true,
    });
    const work = standIn.kept.forks.at(-1);
    expect(work?.entry).toMatch(/out[\\/]main[\\/]workProcess\.js$/);
    expect(work?.args).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('locking, dying and closing', () => {
  it.each(['lock-screen', 'suspend'])(
    'tells the page of %s and locks the store itself a little later',
    async (reason) => {
      const standIn = await startEntry();
      const call = caller(standIn);
      await call(envelope('vault:create', { passphrase, officer }), ours(standIn));
      standIn.power.emit(reason);
      expect(eventsNamed(standIn, 'host:locked')).toEqual([[eventChannel, 'host:locked', { reason }]]);
      await until(async () => {
        const status = await call(envelope('vault:status', {}), ours(standIn));
        return JSON.stringify(status).includes('"locked"');
      });
    },
  );

  it('tells the page that nobody is there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const standIn = await startEntry();
    standIn.kept.idle = 59;
    vi.advanceTimersByTime(15_000);
    expect(eventsNamed(standIn, 'host:idle')).toEqual([]);
    standIn.kept.idle = 61;
    vi.advanceTimersByTime(15_000);
    expect(eventsNamed(standIn, 'host:idle')).toEqual([[eventChannel, 'host:idle', { seconds: 61 }]]);
  });

  it('starts a core that died again and tells the page', async () => {
    const standIn = await startEntry();
    const call = caller(standIn);
    await call(envelope('vault:create', { passphrase, officer }), ours(standIn));
    standIn.kept.cores[0]?.kill();
    await until(() => eventsNamed(standIn, 'core:restarted').length === 1);
    await expect(call(envelope('vault:status', {}), ours(standIn))).resolves.toEqual({
      ok: true,
      value: { state: 'locked' },
    });
  });

  it('shows the page again when its process is gone', async () => {
    const standIn = await startEntry();
    standIn.kept.contents[0]?.events.emit('render-process-gone');
    await until(() => standIn.kept.windows[0]?.loaded.length === 2);
    expect(standIn.kept.windows[0]?.loaded).toEqual(['app://golden-thread/', 'app://golden-thread/']);
  });

  it('lets the page save, closes the core, and only then quits', async () => {
    const standIn = await startEntry();
    const call = caller(standIn);
    await call(envelope('vault:create', { passphrase, officer }), ours(standIn));
    const close = preventable({});
    standIn.window.emit('close', close);
    expect(close.isPrevented).toBe(true);
    expect(eventsNamed(standIn, 'host:closing')).toHaveLength(1);
    // The page saves what is typed, then says that the window may go.
    const last = call(envelope('officer:save', { name: 'Last Name' }), ours(standIn));
    await expect(last).resolves.toMatchObject({ ok: true });
    expect(standIn.kept.quits).toBe(0);
    await caller(standIn, hostChannelName)({ channel: 'host:mayClose', input: {} }, ours(standIn));
    await until(() => standIn.kept.quits === 1);
    expect(existsSync(join(standIn.folder, 'store', 'golden-thread.db-wal'))).toBe(false);
    const again = preventable({});
    standIn.window.emit('close', again);
    expect(again.isPrevented).toBe(false);
    const state: unknown = JSON.parse(readFileSync(join(standIn.folder, 'user-data', 'window.json'), 'utf8'));
    expect(state).toEqual({ x: 10, y: 20, width: 1000, height: 700, isMaximized: false });
  });

  it('does not wait for ever for a page that does not answer', async () => {
    const standIn = await startEntry();
    const quit = preventable({});
    standIn.application.emit('before-quit', quit);
    expect(quit.isPrevented).toBe(true);
    await until(() => standIn.kept.quits >= 1);
  });
});

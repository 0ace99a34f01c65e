import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/result.ts';
import { cancelled } from '../../main/shell/host.ts';
import { previewOrigin } from '../../main/shell/preview.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';
import { hostIn, invokeIn, openHere, seenBy } from './support/preview.ts';

const create = envelope('vault:create', { passphrase, officer });
const profilesHere = () =>
  readdirSync(tmpdir()).filter((name) => /^golden-thread-profile-|^playwright/.test(name));

// A temporary folder of its own: other windows on the machine come and go meanwhile.
const own = mkdtempSync(join(tmpdir(), 'golden-thread-preview-'));
beforeAll(() => vi.stubEnv('TMPDIR', own));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true, force: true });
});

describe('the preview shell', () => {
  it('shows the page under the policy, worker, styles and all, without one violation', async () => {
    const window = await openHere();
    expect(window.page.url()).toBe(`${previewOrigin}/`);
    const seen = await seenBy(window);
    expect(seen).toMatchObject({ violations: [], worker: 'from the worker' });
    const colours = await window.page.evaluate(
      `['main', '#name'].map((name) => getComputedStyle(document.querySelector(name)).color)`,
    );
    expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    // The policy is really there: what it forbids is reported by the browser.
    await window.page.evaluate(`document.querySelector('main').setAttribute('style', 'color: red')`);
    await until(async () => (await seenBy(window)).violations.length > 0);
    expect((await seenBy(window)).violations).toEqual(['style-src-attr inline']);
  });

  it('gives the page one frozen object and takes its own way out of reach', async () => {
    const { page } = await openHere();
    const found = await page.evaluate(`[
      Object.keys(window.goldenThread), Object.isFrozen(window.goldenThread), typeof window.goldenThreadCall,
      typeof require, typeof process,
    ]`);
    expect(found).toEqual([['invoke', 'host', 'on'], true, 'undefined', 'undefined', 'undefined']);
  });

  it('carries calls to a core of its own, and tells the page when that was started again', async () => {
    const window = await openHere();
    await expect(invokeIn(window, create)).resolves.toMatchObject({ ok: true });
    const save = envelope('officer:save', { name: 'Ünïcode “Name” 🧵' });
    await expect(invokeIn(window, save)).resolves.toMatchObject({ ok: true });
    window.killCore();
    await until(async () => (await seenBy(window)).events.some(([name]) => name === 'core:restarted'));
    await expect(invokeIn(window, envelope('settings:get', {}))).resolves.toMatchObject({
      error: { code: 'locked' },
    });
    await invokeIn(window, envelope('vault:unlock', { passphrase }));
    await expect(invokeIn(window, save)).resolves.toMatchObject({ ok: true });
    await expect(invokeIn(window, envelope('settings:get', {}))).resolves.toMatchObject({
      value: { officer: { name: 'Ünïcode “Name” 🧵' } },
    });
  });

  it('tells the page of the demo what opens it after a lock', async () => {
    const info = { kind: 'preview', version: '1', platform: 'linux', isDemo: true, clockOffset: 0 } as const;
    const window = await openHere({ secret: { passphrase }, info });
    await expect(hostIn(window, 'host:info', {})).resolves.toMatchObject({
      value: { isDemo: true, demoPassphrase: passphrase },
    });
  });

  it('opens the demo’s store without asking, and again after a restart', async () => {
    const first = await openHere();
    await invokeIn(first, create);
    await first.close();
    const second = await openHere({ dir: first.dir, secret: { passphrase } });
    await expect(invokeIn(second, envelope('vault:status', {}))).resolves.toMatchObject({
      value: { state: 'open' },
    });
    // What opens it is told to the page of the demo alone.
    await expect(hostIn(second, 'host:info', {})).resolves.not.toHaveProperty('value.demoPassphrase');
    second.killCore();
    await until(async () => (await seenBy(second)).events.length > 0);
    await expect(invokeIn(second, envelope('vault:status', {}))).resolves.toMatchObject({
      value: { state: 'open' },
    });
  });

  it('lets files cross as bytes, through dialogs that tests answer', async () => {
    const path = join(temporaryFolder(), 'Record.docx');
    const window = await openHere({
      dialogs: {
        openFiles: async () => ok({ files: [{ name: 'a.pdf', content: 'AP+A' }] }),
        savePath: async () => ok({ path }),
        chooseFolder: async () => cancelled,
        showFile: async () => undefined,
        print: async () => ok({}),
      },
    });
    await expect(hostIn(window, 'host:openFile', { title: 'Open', accept: [] })).resolves.toEqual(
      ok({ files: [{ name: 'a.pdf', content: 'AP+A' }] }),
    );
    await expect(
      hostIn(window, 'host:saveFile', { title: 'Save', name: 'Record.docx', content: 'AP+A' }),
    ).resolves.toEqual(ok({ path }));
    expect(statSync(path).size).toBe(3);
    await expect(hostIn(window, 'host:chooseFolder', { title: 'Folder' })).resolves.toMatchObject({
      error: { code: 'cancelled' },
    });
  });

  it('opens files through the browser’s own dialog', async () => {
    const window = await openHere();
    const asked = { title: 'Open', accept: [{ name: 'PDF', extensions: ['pdf'] }], multiple: true };
    const [chooser, answer] = await Promise.all([
      window.page.waitForEvent('filechooser').then(async (chooser) => {
        await chooser.setFiles([
          { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0, 255, 128]) },
          { name: 'b.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
        ]);
        return chooser;
      }),
      hostIn(window, 'host:openFile', asked),
    ]);
    expect(chooser.isMultiple()).toBe(true);
    expect(answer).toEqual(
      ok({
        files: [
          { name: 'a.pdf', content: 'AP+A' },
          { name: 'b.pdf', content: '' },
        ],
      }),
    );
  });

  it('lets the page save and leaves nothing behind when it closes', async () => {
    const before = profilesHere();
    const window = await openHere();
    expect(statSync(window.profile).mode & 0o777).toBe(0o700);
    await invokeIn(window, create);
    await window.close();
    await window.closed;
    expect(existsSync(window.profile)).toBe(false);
    expect(existsSync(join(window.dir, 'golden-thread.db-wal'))).toBe(false);
    expect(profilesHere()).toEqual(before);
  });

  it('asks the page before it lets itself be closed, but lets it load itself again', async () => {
    const window = await openHere();
    await invokeIn(window, create);
    // A browser asks only for a page that somebody has used.
    await window.page.locator('#name').click();
    await window.page.keyboard.press('F5');
    await window.page.keyboard.press('Control+r');
    await Promise.all([window.page.waitForEvent('load'), window.page.evaluate('location.reload()')]);
    await window.page.locator('body[data-ready]').waitFor();
    await expect(invokeIn(window, envelope('vault:status', {}))).resolves.toMatchObject({
      value: { state: 'open' },
    });
    await window.page.locator('#name').click();
    const last = envelope('officer:save', { name: 'Saved at the last moment' });
    await window.page.evaluate(`void (window.saveAtLast = () =>
      window.goldenThread.invoke('officer:save', ${JSON.stringify(last.input)}, '${last.requestId}'))`);
    await window.page.close({ runBeforeUnload: true });
    await window.closed;
    const next = await openHere({ dir: window.dir, secret: { passphrase } });
    await expect(invokeIn(next, envelope('settings:get', {}))).resolves.toMatchObject({
      value: { officer: { name: 'Saved at the last moment' } },
    });
  });
});

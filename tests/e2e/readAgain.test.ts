import { afterEach, expect, it } from 'vitest';
import type { CorePeer } from '../../main/core/coreMessages.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
afterEach(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

it('a form keeps what was typed when the core dies while its screen is read again', async () => {
  let isHeld = false;
  let held = 0;
  const holding = (core: CorePeer): CorePeer => ({
    ...core,
    post: (message) => {
      const isRead = 'envelope' in message && message.envelope.channel === 'settings:get';
      if (isHeld && isRead) held += 1;
      else core.post(message);
    },
  });
  app = await openApp({ caseload: 'empty', isLocked: true, throughCore: holding });
  const { page } = app;
  const unlock = async () => {
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
  };
  await unlock();
  await page.keyboard.press('Control+,');
  const day = page.getByLabel('What it is');
  await day.fill('Christmas clos');
  // A save is acknowledged, all that is on screen is read again, and in the middle of that the core dies.
  isHeld = true;
  await page.getByLabel('Name of the authority').fill('Inventshire');
  await expect.poll(() => held).toBeGreaterThan(0);
  app.killCore();
  isHeld = false;
  await page.getByText('What you typed is kept').waitFor();
  await unlock();
  expect(await day.inputValue()).toBe('Christmas clos');
  expect(await page.getByLabel('Name of the authority').inputValue()).toBe('Inventshire');
});

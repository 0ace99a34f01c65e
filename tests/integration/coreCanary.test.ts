import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { findPlainText } from '../support/durability/plainText.ts';
import { startCoreChild } from './support/runCoreChild.ts';
import { tempFolder } from './support/tempStore.ts';

const canary = 'Zqcanarywren';

describe('words that were typed, in a core that is killed at work', () => {
  const folder = tempFolder();
  afterAll(() => folder.remove());

  it('lie in plain text nowhere but in what was exported on purpose', async () => {
    const dir = join(folder.path, 'store');
    const temporary = join(folder.path, 'tmp');
    mkdirSync(temporary);
    const child = startCoreChild('caseload', { dir, around: folder.path, canary }, { TMPDIR: temporary });
    await child.until((line) => line.startsWith('issued'));
    child.process.kill('SIGKILL');
    await child.ended;
    expect(Number(child.lines[0]?.replace('issued ', ''))).toBeGreaterThan(10);
    // Killed, not closed: what only the WAL holds is among what is searched.
    expect(existsSync(join(dir, 'golden-thread.db-wal'))).toBe(true);

    const backups = join(folder.path, 'backups');
    expect(readdirSync(backups).length).toBe(1);
    const lower = canary.toLowerCase();
    expect(findPlainText([dir, backups, temporary], [canary, lower])).toEqual([]);
    expect(child.errors().toLowerCase()).not.toContain(lower);
    expect(child.errors()).not.toMatch(/"code":"internal"|Error:|\.ts:/);
    // The search would have seen it.
    const exported = join(folder.path, 'exported');
    expect(findPlainText([exported], [canary]).length).toBeGreaterThan(3);
  }, 240_000);

  it('nor in the names or the metadata of Word documents', () => {
    const exported = join(folder.path, 'exported');
    const names = readdirSync(exported).filter((name) => name.endsWith('.docx'));
    expect(names.length).toBeGreaterThan(10);
    expect(names.join('\n').toLowerCase()).not.toContain(canary.toLowerCase());
    const [inMetadata, told]: [string[], string[]] = [[], []];
    for (const name of names) {
      const parts = unzipSync(readFileSync(join(exported, name)));
      for (const [part, bytes] of Object.entries(parts)) {
        const text = `${part} ${strFromU8(bytes)}`;
        const isMetadata =
          part.startsWith('docProps/') || part.endsWith('.rels') || part.includes('settings');
        if (text.includes(canary)) (isMetadata ? inMetadata : told).push(`${name} ${part}`);
      }
    }
    expect(inMetadata).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
  });
});

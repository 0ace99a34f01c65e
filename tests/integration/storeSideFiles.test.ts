import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSideFiles, sha256Of } from '../../main/store/sideFiles.ts';
import type { SideFiles } from '../../main/store/sideFiles.ts';
import { codeOf, tempFolder, valueOf } from './support/tempStore.ts';

const dataKey = randomBytes(32);
const [one, two] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;

describe('side files', () => {
  let folder: ReturnType<typeof tempFolder>;
  let opened: ReturnType<typeof openSideFiles>;
  let files: SideFiles;
  beforeEach(() => {
    folder = tempFolder();
    opened = openSideFiles(folder.path, dataKey);
    files = opened.files;
  });
  afterEach(() => folder.remove());
  const stored = (id: string) => join(folder.path, 'files', id);

  it('come back byte for byte with the hash of what was given', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uint8Array({ maxLength: 5_000, size: 'max' }), (id, content) => {
        const kept = valueOf(files.write(id, content));
        expect(kept).toEqual({ sha256: sha256Of(content), bytes: content.length });
        expect(valueOf(files.read(id)).equals(content)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('are smaller than plain text, unreadable, and never the same twice', () => {
    const text = Buffer.from('The fox asked whether the boat could float. '.repeat(500));
    valueOf(files.write(one, text));
    valueOf(files.write(two, text));
    expect(statSync(stored(one)).size).toBeLessThan(text.length / 10);
    const [first, second] = [readFileSync(stored(one)), readFileSync(stored(two))];
    expect(first.includes('fox')).toBe(false);
    expect(first.subarray(32).equals(second.subarray(32))).toBe(false);
  });

  it('are written once: a replay is fine, other content is a conflict', () => {
    const written = valueOf(files.write(one, Buffer.from('first')));
    const before = readFileSync(stored(one));
    expect(valueOf(files.write(one, Buffer.from('first')))).toEqual(written);
    expect(codeOf(files.write(one, Buffer.from('other')))).toBe('conflict');
    expect(readFileSync(stored(one)).equals(before)).toBe(true);
  });

  it('refuse a changed byte, a cut file and one moved to another id', () => {
    valueOf(files.write(one, Buffer.from('the content')));
    const whole = readFileSync(stored(one));
    for (let index = 0; index < whole.length; index += 1) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 1;
      writeFileSync(stored(one), changed);
      expect([index, codeOf(files.read(one))]).toEqual([index, 'store-corrupt']);
      writeFileSync(stored(one), whole.subarray(0, index));
      expect([index, codeOf(files.read(one))]).toEqual([index, 'store-corrupt']);
    }
    writeFileSync(stored(one), whole);
    copyFileSync(stored(one), stored(two));
    expect(codeOf(files.read(two))).toBe('store-corrupt');
    expect(codeOf(openSideFiles(folder.path, randomBytes(32)).files.read(one))).toBe('store-corrupt');
    expect(valueOf(files.read(one)).toString()).toBe('the content');
  });

  it('take only an id for a name', () => {
    for (const id of [
      '',
      '..',
      '../x',
      'letter to Robin',
      'ABCDEF00-0000-7000-8000-000000000001',
      `${one}.docx`,
      'con',
    ]) {
      const codes = [files.write(id, Buffer.from('x')), files.read(id)].map(codeOf);
      expect([id, ...codes]).toEqual([id, 'invalid-input', 'invalid-input']);
    }
    expect(existsSync(join(folder.path, 'files'))).toBe(false);
    expect(codeOf(files.read(one))).toBe('not-found');
  });

  it('are listed, removed, and what a crash left is swept', () => {
    valueOf(files.write(one, Buffer.from('1')));
    valueOf(files.write(two, Buffer.from('2')));
    writeFileSync(stored('.unfinished-x'), 'half');
    expect(files.list()).toEqual([one, two]);
    files.sweep();
    expect(readdirSync(join(folder.path, 'files'))).toEqual([one, two]);
    valueOf(files.remove(one));
    valueOf(files.remove(one));
    expect(files.list()).toEqual([two]);
    opened.close();
    expect(() => files.read(two)).toThrow('closed');
    expect(() => files.write(one, Buffer.from('1'))).toThrow('closed');
  });
});

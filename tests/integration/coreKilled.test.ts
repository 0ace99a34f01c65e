import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../shared/richText.ts';
import { SectionText } from '../../shared/domain/model/minutes.ts';
import { startCoreChild } from './support/runCoreChild.ts';
import { aScene, aText } from './support/scene.ts';
import { openBeside } from './support/storeRows.ts';
import { testPassphrase } from './support/tempStore.ts';
import { testCore } from './support/testCore.ts';

// GT_LONG=1 is the full form; CI runs the short one.
const rounds = process.env['GT_LONG'] === '1' ? 200 : 10;

describe('a core that is killed during edits', () => {
  it(
    'loses no acknowledged edit and corrupts nothing',
    async () => {
      const app = await testCore();
      const scene = await aScene(app, 'killed');
      await app.call('vault:lock', {});
      let acknowledged = 0;
      const told = new Set<number>();
      for (let round = 0; round < rounds; round += 1) {
        const child = startCoreChild('edit', { dir: app.dir, around: app.around, scene });
        await child.until((line) => line.startsWith('ack'));
        await wait((round * 37) % 120);
        child.process.kill('SIGKILL');
        await child.ended;
        expect(child.errors()).toBe('');
        const before = acknowledged;
        acknowledged = Number(child.lines.at(-1)?.replace('ack ', ''));
        expect(acknowledged).toBeGreaterThan(before);

        await app.call('vault:unlock', { passphrase: testPassphrase });
        const { notes, texts, points } = await app.call('review:get', { id: scene.reviewId });
        const numbers = notes.map(({ text }) => Number(text.replace('edit ', '')));
        // One edit may have been under way: there, or not there at all.
        expect([acknowledged, acknowledged + 1]).toContain(numbers.length);
        expect(numbers).toEqual(numbers.map((_number, place) => place + 1));
        const text = texts.find(({ id }) => id === aText(scene, '').id);
        const typed = Number(plainText(SectionText.parse(text).body).replace('edit ', ''));
        expect([acknowledged, acknowledged + 1]).toContain(typed);
        for (const line of child.lines) told.add(Number(line.replace('ack ', '')));
        const made = new Set<string>(points.map(({ id }) => id));
        const lost = [...told].filter((number) => number % 4 === 0 && !made.has(`point-${number}`));
        expect(lost).toEqual([]);
        const db = await openBeside(app.dir);
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
        db.close();
        await app.call('vault:lock', {});
      }
      await app.remove();
    },
    rounds * 20_000,
  );
});

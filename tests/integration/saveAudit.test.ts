import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../support/zodArbitrary.ts';
import { createCore } from '../../main/core/core.ts';
import { uuidv7 } from '../../main/core/ids.ts';
import { createLog } from '../../main/core/log.ts';
import { plainText, richTextFromPlain } from '../../shared/richText.ts';
import { SectionText } from '../../shared/domain/model/minutes.ts';
import type { DiffOps } from '../../shared/text/diff.ts';
import { applyDiff } from '../../shared/text/diff.ts';
import { playReview, startChild } from './support/playReview.ts';
import { aNote, aPoint, aScene, aText } from './support/scene.ts';
import type { Scene } from './support/scene.ts';
import type { AuditLine } from './support/storeRows.ts';
import { auditOf, openBeside } from './support/storeRows.ts';
import { cheapScrypt, testPassphrase } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
beforeAll(async () => {
  app = await testCore();
});
afterAll(() => app.remove());

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

async function auditRows(id: string, dir = app.dir): Promise<AuditLine[]> {
  const db = await openBeside(dir);
  try {
    return auditOf(db, id);
  } finally {
    db.close();
  }
}

/** The body of a record as its row has it, and each body before, by the audit's own way back, newest first. */
async function bodiesOf(table: string, id: string): Promise<string[]> {
  const db = await openBeside(app.dir);
  try {
    const body = db.prepare<[string], string>(`SELECT body FROM ${table} WHERE id = ?`).pluck().get(id) ?? '';
    const bodies = [body];
    for (const row of auditOf(db, id).toReversed()) {
      if (row.before_diff === null) continue;
      const ops: DiffOps = JSON.parse(row.before_diff);
      bodies.push(applyDiff(bodies.at(-1) ?? '', ops));
    }
    return bodies;
  } finally {
    db.close();
  }
}

const wordsOfBody = (body: string): string => {
  const stored: { body: unknown } = JSON.parse(body);
  return plainText(SectionText.shape.body.parse(stored.body));
};

/** Types into a text, save after save, from the version it has. */
async function type(scene: Scene, words: readonly string[], from = 0): Promise<string> {
  let version = from;
  let id = '';
  for (const typed of words)
    ({ id, version } = await app.call('text:save', { value: aText(scene, typed), baseVersion: version }));
  return id;
}

describe('the audit of a text', () => {
  it('is one row for much typing, with a way back to what stood before and the hashes of both', async () => {
    const scene = await aScene(app, 'audit');
    const id = await type(scene, ['A', 'A day', 'A day at school']);
    expect(await auditRows(id)).toEqual([]);
    await app.call('text:settle', { ids: [id] });
    await type(scene, ['A day at school.', 'A good day at school.', 'A very good day at school.'], 3);
    await app.call('text:settle', { ids: [id] });
    await app.call('text:settle', { ids: [id] });
    const rows = await auditRows(id);
    expect(rows.map(({ what, version }) => [what, version])).toEqual([
      ['settled', 3],
      ['settled', 6],
    ]);
    const bodies = await bodiesOf('section_text', id);
    expect(bodies.map(wordsOfBody)).toEqual(['A very good day at school.', 'A day at school']);
    expect([rows[1]?.hash_after, rows[1]?.hash_before, rows[0]?.hash_after]).toEqual([
      hashOf(bodies[0] ?? ''),
      hashOf(bodies[1] ?? ''),
      hashOf(bodies[1] ?? ''),
    ]);
    expect(rows[0]?.hash_before).toBeNull();
    // The row is as small as the change, not as the text.
    expect((rows[1]?.before_diff ?? '').length).toBeLessThan((bodies[0] ?? '').length);
  });

  it('says nothing of what was typed and taken back', async () => {
    const scene = await aScene(app, 'nothing');
    const id = await type(scene, ['same']);
    await app.call('text:settle', { ids: [id] });
    await type(scene, ['other', 'same'], 1);
    await app.call('text:settle', { ids: [id] });
    expect((await auditRows(id)).length).toBe(1);
  });

  it('is written on locking', async () => {
    const scene = await aScene(app, 'locking');
    const id = await type(scene, ['typed', 'typed and locked']);
    await app.reopen();
    expect((await auditRows(id)).map(({ version }) => version)).toEqual([2]);
  });

  it('is written at the next opening when a crash came before', async () => {
    const scene = await aScene(app, 'crash');
    const id = await type(scene, ['typed', 'typed before the crash']);
    // What a killed process leaves: the files as they are, its lock gone with it.
    const dir = join(app.around, 'crashed');
    cpSync(app.dir, dir, { recursive: true });
    const log = createLog(
      () => undefined,
      () => '',
    );
    const core = createCore({ dir, clock: app.clock.now, log, scrypt: cheapScrypt });
    const send = (channel: string, input: unknown) =>
      core.dispatch({ requestId: uuidv7(Date.now()), channel, input });
    expect(await send('vault:unlock', { passphrase: testPassphrase })).toMatchObject({ ok: true });
    expect((await auditRows(id, dir)).map(({ what, version }) => [what, version])).toEqual([['settled', 2]]);
    await core.close();
    expect(await auditRows(id)).toEqual([]);
  });

  it('is written before the record is frozen', async () => {
    const childId = 'child-four';
    await startChild(app, childId);
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    app.clock.setDay('2026-10-05');
    const db = await openBeside(app.dir);
    const unsettled = db
      .prepare<[], number>(
        "SELECT count(*) FROM section_text WHERE settled_body IS NOT NULL AND child_id = 'child-four'",
      )
      .pluck()
      .get();
    db.close();
    expect(unsettled).toBe(0);
  });

  it('property: however typing and settling mix, the ways back lead through every settled text', async () => {
    const step = fc.record({
      words: fc.string({ unit: anyCharacter, maxLength: 30 }),
      settles: fc.boolean(),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        run += 1;
        const scene = await aScene(app, `settle-${run}`);
        const settled: string[] = [];
        let [id, version] = ['', 0];
        for (const { words, settles } of steps) {
          ({ id, version } = await app.call('text:save', {
            value: aText(scene, words),
            baseVersion: version,
          }));
          if (!settles) continue;
          await app.call('text:settle', { ids: [id] });
          const now = plainText(richTextFromPlain(words));
          if (settled.at(-1) !== now) settled.push(now);
        }
        await app.call('text:settle', { ids: [id] });
        const last = plainText(richTextFromPlain(steps.at(-1)?.words ?? ''));
        if (settled.at(-1) !== last) settled.push(last);
        const bodies = await bodiesOf('section_text', id);
        expect(bodies.map(wordsOfBody)).toEqual(settled.toReversed());
        const rows = await auditRows(id);
        expect(rows.map(({ hash_after }) => hash_after)).toEqual(bodies.map(hashOf).toReversed());
      }),
      { numRuns: 25 },
    );
  });
});

describe('the audit of structured records', () => {
  it('has a row at once for each change, with a way back to every state', async () => {
    const scene = await aScene(app, 'structured');
    const point = aPoint(scene, 'one');
    await app.call('point:save', { value: point, baseVersion: 0 });
    await app.call('point:save', { value: { ...point, words: 'two' }, baseVersion: 1 });
    await app.call('point:remove', { id: point.id, baseVersion: 2 });
    const rows = await auditRows(point.id);
    expect(rows.map(({ what, version }) => [what, version])).toEqual([
      ['made', 1],
      ['changed', 2],
      ['removed', 3],
    ]);
    expect(rows[1]?.hash_before).toBe(rows[0]?.hash_after);
    expect(rows[2]?.hash_before).toBe(rows[1]?.hash_after);
  });

  it('property: the hashes of a record form one chain, and its ways back lead to its beginning', async () => {
    let run = 0;
    const words = fc.array(fc.string({ unit: anyCharacter, maxLength: 30 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(words, async (typed) => {
        run += 1;
        const scene = await aScene(app, `chain-${run}`);
        for (const [place, text] of typed.entries()) {
          await app.call('note:save', { value: aNote(scene, text), baseVersion: place });
        }
        const id = aNote(scene, '').id;
        const rows = await auditRows(id);
        expect(rows.map(({ hash_before }) => hash_before)).toEqual([
          null,
          ...rows.slice(0, -1).map(({ hash_after }) => hash_after),
        ]);
        const texts = (await bodiesOf('note_line', id)).map(
          (body): unknown => Object(JSON.parse(body))['text'],
        );
        expect(texts.toReversed()).toEqual(typed);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what SQL itself refuses', () => {
  const attempts = [
    "UPDATE audit SET what = 'nothing'",
    'UPDATE audit SET before_diff = NULL',
    'DELETE FROM audit',
    'DELETE FROM finalisation',
    "UPDATE finalisation SET sha256 = 'x'",
    "UPDATE finalisation SET content = x'00'",
    'UPDATE finalisation SET content = NULL',
    'UPDATE finalisation SET edition = 7',
    "UPDATE finalisation SET kind = 'record'",
  ];
  it.each(attempts)('%s', async (sql) => {
    const db = await openBeside(app.dir, 'write');
    try {
      expect(() => db.prepare(sql).run()).toThrow(/never/);
    } finally {
      db.close();
    }
  });
});

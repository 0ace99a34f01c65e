import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../main/core/ids.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { instant } from '../../shared/domain/dates.ts';
import { PointId, RecordId } from '../../shared/domain/ids.ts';
import { CasePaper } from '../../shared/domain/model/child.ts';
import { CaseDecision } from '../../shared/domain/model/plan.ts';
import { playReview, startChild } from './support/playReview.ts';
import { aDecision, aNote, aPoint, aScene, aText } from './support/scene.ts';
import type { Scene } from './support/scene.ts';
import { openBeside, snapshotOf } from './support/storeRows.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
let scene: Scene;
let file: CaseFile;

const exportOf = async (childId: string): Promise<CaseFile> =>
  CaseFile.parse(await app.call('caseFile:export', { id: childId }));

async function snapshot(): Promise<Record<string, string>> {
  const db = await openBeside(app.dir);
  try {
    return snapshotOf(db);
  } finally {
    db.close();
  }
}

beforeEach(async () => {
  app = await testCore();
  scene = await aScene(app, 'merge');
  await app.call('point:save', { value: aPoint(scene, 'as exported'), baseVersion: 0 });
  await app.call('text:save', { value: aText(scene, 'as exported'), baseVersion: 0 });
  await app.call('note:save', { value: aNote(scene, 'as exported'), baseVersion: 0 });
  file = await exportOf(scene.childId);
});
afterEach(() => app.remove());

describe('a file that differs from the store', () => {
  beforeEach(async () => {
    await app.call('point:save', { value: aPoint(scene, 'as changed here'), baseVersion: 1 });
    await app.call('text:save', { value: aText(scene, 'as typed here'), baseVersion: 1 });
  });

  it('is refused with the path of every record that differs, and nothing is imported', async () => {
    const before = await snapshot();
    const result = await app.send('caseFile:import', { files: [file], onConflict: 'refuse' });
    expect(codeOf(result)).toBe('conflict');
    const paths = result.ok ? [] : result.error.issues?.map(({ path }) => path);
    expect(paths?.toSorted()).toEqual([
      'files[0].reviews[0].points[0]',
      'files[0].reviews[0].sections[0].account',
    ]);
    expect(JSON.stringify(result)).not.toContain('as exported');
    expect(await snapshot()).toEqual(before);
  });

  it('keeps mine, and adds what is new', async () => {
    const [review] = file.reviews;
    review?.notes.push({
      id: RecordId.parse('note-new'),
      at: instant('2026-10-02T09:00:00Z'),
      kind: 'note',
      text: 'new',
    });
    const { children } = await app.call('caseFile:import', { files: [file], onConflict: 'keep-mine' });
    expect(children[0]).toMatchObject({ added: 1, kept: 2, changed: 0 });
    const view = await app.call('review:get', { id: scene.reviewId });
    expect(view.points.map(({ words }) => words)).toEqual(['as changed here']);
    expect(view.notes.map(({ text }) => text)).toEqual(['as exported', 'new']);
  });

  it('takes theirs, with an audit row for each and what was typed here in it', async () => {
    const { children } = await app.call('caseFile:import', { files: [file], onConflict: 'take-theirs' });
    expect(children[0]).toMatchObject({ added: 0, kept: 0, changed: 2 });
    const view = await app.call('review:get', { id: scene.reviewId });
    expect(view.points.map(({ words }) => words)).toEqual(['as exported']);
    const db = await openBeside(app.dir);
    const kept = db
      .prepare<[], string>(
        "SELECT before_diff FROM audit WHERE what IN ('imported', 'settled') AND before_diff IS NOT NULL",
      )
      .pluck()
      .all()
      .join();
    db.close();
    expect(kept).toContain('changed here');
    expect(kept).toContain('typed');
  });

  it('brings back what was removed here only when theirs are taken', async () => {
    await app.call('point:remove', { id: aPoint(scene, '').id, baseVersion: 2 });
    const count = async () => (await app.call('review:get', { id: scene.reviewId })).points.length;
    await app.call('caseFile:import', { files: [file], onConflict: 'keep-mine' });
    expect(await count()).toBe(0);
    await app.call('caseFile:import', { files: [file], onConflict: 'take-theirs' });
    expect(await count()).toBe(1);
  });

  it('is refused where it would leave something pointing at what was removed here', async () => {
    await app.call('point:remove', { id: aPoint(scene, '').id, baseVersion: 2 });
    const [review] = file.reviews;
    const {
      childId: _child,
      reviewId: _review,
      ...decision
    } = aDecision(scene, 'new', [aPoint(scene, '').id]);
    review?.decisions.push(CaseDecision.parse(decision));
    const before = await snapshot();
    const result = await app.send('caseFile:import', { files: [file], onConflict: 'keep-mine' });
    expect(codeOf(result)).toBe('conflict');
    expect(result.ok ? [] : result.error.issues?.map(({ path }) => path)).toEqual([
      'files[0].reviews[0].decisions[0]',
    ]);
    expect(await snapshot()).toEqual(before);
  });
});

describe('all or nothing', () => {
  it('imports no file when the second is bad, and leaves no file of a paper behind', async () => {
    const fresh = await testCore();
    const first = structuredClone(file);
    const id = uuidv7(9);
    const content = Buffer.from('form').toString('base64');
    const paper = { id, kind: 'other', title: 'Form', receivedOn: '2026-10-01', content };
    first.papers.push(CasePaper.parse(paper));
    const db = await openBeside(fresh.dir);
    const before = snapshotOf(db);
    const bad = {
      ...structuredClone(file),
      child: { ...file.child, id: 'other', dateOfBirth: '2015-02-30' },
    };
    const refused = [
      await fresh.send('caseFile:import', { files: [first, bad], onConflict: 'refuse' }),
      await fresh.send('caseFile:import', { files: [first, first], onConflict: 'refuse' }),
      // The same point under another child: only seen while the rows go in.
      await fresh.send('caseFile:import', {
        files: [first, { ...structuredClone(file), child: { ...file.child, id: 'other' } }],
        onConflict: 'take-theirs',
      }),
    ];
    expect(refused.map(codeOf)).toEqual(['invalid-input', 'invalid-input', 'conflict']);
    expect(snapshotOf(db)).toEqual(before);
    db.close();
    const files = join(fresh.dir, 'files');
    expect(existsSync(files) ? readdirSync(files) : []).toEqual([]);
    await fresh.reopen();
    await fresh.call('caseFile:import', { files: [first], onConflict: 'refuse' });
    expect((await fresh.call('paper:read', { id })).content).toBe(content);
    await fresh.remove();
  });

  it('never puts a record of one child into another’s, whatever the rule', async () => {
    const other = {
      ...structuredClone(file),
      child: { ...file.child, id: 'other', fullName: 'Another Child' },
    };
    const before = await snapshot();
    for (const onConflict of ['refuse', 'keep-mine', 'take-theirs'] as const) {
      const result = await app.send('caseFile:import', { files: [other], onConflict });
      expect(codeOf(result)).toBe('conflict');
    }
    expect(await snapshot()).toEqual(before);
  });
});

describe('what is finalised', () => {
  const childId = 'child-four';
  beforeEach(async () => {
    app.clock.setDay('2026-01-05');
    await startChild(app, childId);
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
  });

  it('does not change by an import, whoever asks', async () => {
    const changed = await exportOf(childId);
    const [review] = changed.reviews;
    const point = review?.points[0];
    const decision = review?.decisions[0];
    if (!review || !point || !decision) throw new Error('The review has a point and a decision');
    point.words = 'Something else was said';
    decision.wording = 'Something else was decided';
    review.points.push({ ...point, id: PointId.parse('smuggled') });
    const before = await app.call('review:get', { id: 'four-r1' });
    expect(codeOf(await app.send('caseFile:import', { files: [changed], onConflict: 'refuse' }))).toBe(
      'conflict',
    );
    for (const onConflict of ['keep-mine', 'take-theirs'] as const) {
      const { children } = await app.call('caseFile:import', { files: [changed], onConflict });
      expect(children[0]).toMatchObject({ added: 0, changed: 0, kept: 3 });
      expect(await app.call('review:get', { id: 'four-r1' })).toEqual(before);
    }
  });

  it('follows a withdrawal and a second edition made elsewhere', async () => {
    const elsewhere = await testCore('2026-03-01');
    await elsewhere.call('caseFile:import', { files: [await exportOf(childId)], onConflict: 'refuse' });
    await elsewhere.call('review:withdraw', {
      id: 'four-r1',
      kind: 'record',
      because: 'wrong',
      receivedBy: [],
    });
    const view = await elsewhere.call('review:get', { id: 'four-r1' });
    const [text] = view.texts;
    if (!text) throw new Error('The review has texts');
    const value = { ...text, body: aText(scene, 'Put right').body };
    await elsewhere.call('text:save', { value, baseVersion: view.versions[text.id] ?? 0 });
    await elsewhere.call('review:finalise', { id: 'four-r1', kind: 'record', gaps: [] });
    const second = await elsewhere.call('caseFile:export', { id: childId });
    expect(codeOf(await app.send('caseFile:import', { files: [second], onConflict: 'refuse' }))).toBe(
      'conflict',
    );
    await app.call('caseFile:import', { files: [second], onConflict: 'take-theirs' });
    const here = await app.call('review:get', { id: 'four-r1' });
    expect(
      here.finalisations.map(({ kind, edition, withdrawn }) => [kind, edition, withdrawn !== undefined]),
    ).toEqual([
      ['decisions', 1, false],
      ['record', 1, true],
      ['record', 2, false],
    ]);
    expect(here.texts.find(({ id }) => id === text.id)?.body).toEqual(value.body);
    const again = await app.send('caseFile:import', { files: [second], onConflict: 'refuse' });
    expect(codeOf(again)).toBe('ok');
    await elsewhere.remove();
  });
});

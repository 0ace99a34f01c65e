import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { fileIdOf } from '../../main/core/fileIds.ts';
import { sideFilesFolder } from '../../main/store/sideFiles.ts';
import { richTextFromPlain } from '../../shared/richText.ts';
import { playReview, startChild } from './support/playReview.ts';
import { aScene, aText, anAction } from './support/scene.ts';
import type { Scene } from './support/scene.ts';
import { auditOf, openBeside } from './support/storeRows.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
beforeEach(async () => {
  app = await testCore();
});
afterEach(() => app.remove());

type RemoveChannel = 'period:remove' | 'person:remove' | 'event:remove' | 'risk:remove' | 'paper:remove';

const factsOf = (childId: string) => app.call('child:get', { id: childId });
const reasonOf = async (channel: RemoveChannel, id: string, baseVersion = 1) => {
  const result = await app.send(channel, { id, baseVersion });
  return result.ok ? 'taken out' : `${result.error.code}: ${result.error.message}`;
};

const aPerson = (scene: Scene, id: string) =>
  ({ id, childId: scene.childId, name: `Person ${id}`, role: 'carer' }) as const;
const addPerson = (scene: Scene, id: string) =>
  app.call('person:save', { value: aPerson(scene, id), baseVersion: 0 });

const heldByPerson = (scene: Scene) =>
  ({
    ...anAction(scene, 'Ring school'),
    accountable: { kind: 'named', name: 'Any', personId: 'person-1' },
  }) as const;

/** One of each kind of fact, none resting on another. */
async function facts(scene: Scene): Promise<[RemoveChannel, string][]> {
  const { childId } = scene;
  await app.call('period:save', {
    value: { id: 'period-1', childId, kind: 'school', name: 'Made-up Primary', from: '2026-01-05' },
    baseVersion: 0,
  });
  await app.call('event:save', {
    value: { id: 'event-1', childId, kind: 'dental-check', on: '2026-09-01' },
    baseVersion: 0,
  });
  await app.call('risk:save', {
    value: {
      id: 'risk-1',
      childId,
      type: 'online',
      title: 'Sends pictures',
      rating: 'low',
      ratedOn: '2026-09-01',
      covers: [],
      events: [],
      urgentSteps: [],
    },
    baseVersion: 0,
  });
  await addPerson(scene, 'person-1');
  await app.call('paper:add', { paper: aPaper(scene), content: content.toString('base64') });
  return [
    ['period:remove', 'period-1'],
    ['event:remove', 'event-1'],
    ['risk:remove', 'risk-1'],
    ['person:remove', 'person-1'],
    ['paper:remove', paperId],
  ];
}

const paperId = '0190f0c4-7a4e-7c3e-8f00-0000000000aa';
const content = Buffer.from('A letter that was meant for another child');
const aPaper = ({ childId }: Scene): Input<'paper:add'>['paper'] => ({
  id: paperId,
  childId,
  kind: 'other',
  title: 'A letter',
  receivedOn: '2026-10-01',
});
const filesKept = () => readdirSync(join(app.dir, sideFilesFolder));

describe('what was entered by mistake', () => {
  it('is taken out, with its audit row, and comes back whole', async () => {
    const scene = await aScene(app, 'out');
    const entered = await facts(scene);
    const before = await factsOf(scene.childId);
    const tokens: string[] = [];
    for (const [channel, id] of entered) {
      const taken = await app.call(channel, { id, baseVersion: 1 });
      expect(taken).toMatchObject({ id, version: 2, frozenIn: [] });
      tokens.push(taken.undo ?? '');
    }
    expect(await factsOf(scene.childId)).toMatchObject({
      periods: [],
      events: [],
      risks: [],
      people: [],
      papers: [],
    });
    const db = await openBeside(app.dir);
    for (const [, id] of entered)
      expect(auditOf(db, id).map(({ what }) => what)).toEqual(['made', 'removed']);
    db.close();
    const file = await app.call('caseFile:export', { id: scene.childId });
    expect(JSON.stringify(file)).not.toMatch(/period-1|event-1|risk-1|person-1|0000000000aa/);
    for (const token of tokens) await app.call('undo:apply', { token });
    const after = await factsOf(scene.childId);
    expect({ ...after, versions: {} }).toEqual({ ...before, versions: {} });
    const read = await app.call('paper:read', { id: paperId });
    expect(Buffer.from(read.content, 'base64')).toEqual(content);
  });

  it('is not taken out by a window that has not seen its newest version, nor twice', async () => {
    const scene = await aScene(app, 'stale');
    await addPerson(scene, 'person-1');
    const changed = { ...aPerson(scene, 'person-1'), phone: '01632 960 001' };
    await app.call('person:save', { value: changed, baseVersion: 1 });
    expect(codeOf(await app.send('person:remove', { id: 'person-1', baseVersion: 1 }))).toBe('conflict');
    await app.call('person:remove', { id: 'person-1', baseVersion: 2 });
    expect(codeOf(await app.send('person:remove', { id: 'person-1', baseVersion: 3 }))).toBe('not-found');
    // The channel of one kind takes out no record of another.
    expect(codeOf(await app.send('period:remove', { id: scene.childId, baseVersion: 1 }))).toBe('not-found');
  });

  it('leaves no words in the case file that were being typed into it', async () => {
    const scene = await aScene(app, 'typed');
    await addPerson(scene, 'person-1');
    const draft = {
      childId: scene.childId,
      record: 'person-1',
      entity: 'person',
      field: 'name',
      baseVersion: 1,
    };
    await app.call('draft:save', { ...draft, raw: 'half a name' });
    const { undo } = await app.call('person:remove', { id: 'person-1', baseVersion: 1 });
    expect((await app.call('caseFile:export', { id: scene.childId })).drafts).toEqual([]);
    await app.call('undo:apply', { token: undo ?? '' });
    expect((await app.call('caseFile:export', { id: scene.childId })).drafts).toMatchObject([
      { raw: 'half a name' },
    ]);
  });

  it('takes the dates with it that followed from it', async () => {
    const childId = 'child-four';
    await startChild(app, childId);
    const due = async () => {
      const { deadlines } = await app.call('child:deadlines', { id: childId });
      return deadlines.find(({ key }) => key.startsWith('review:'))?.due;
    };
    expect(await due()).toBe('2026-02-02');
    const order = { id: 'wrong-order', childId, kind: 'legal-status', status: 'placement-order' } as const;
    await app.call('period:save', { value: { ...order, from: '2026-01-06' }, baseVersion: 0 });
    expect(await due()).not.toBe('2026-02-02');
    await app.call('period:remove', { id: 'wrong-order', baseVersion: 1 });
    expect(await due()).toBe('2026-02-02');
    const { moved } = await app.call('child:deadlines', { id: childId });
    expect(moved[0]?.words).toMatch(/ became 2 Feb 2026: .*taken out\. It is now counted by R-01/);
    const { undo } = await app.call('period:remove', { id: 'four-p1', baseVersion: 1 });
    expect(await due()).toBeUndefined();
    await app.call('undo:apply', { token: undo ?? '' });
    expect(await due()).toBe('2026-02-02');
  });
});

describe('what something rests on', () => {
  const rests: [string, (scene: Scene) => Promise<unknown>, string][] = [
    [
      'an action’s person',
      (scene) => app.call('action:save', { value: heldByPerson(scene), baseVersion: 0 }),
      'an action (review 1)',
    ],
    [
      'who took part',
      (scene) =>
        app.call('meeting:save', {
          value: {
            id: 'meeting-more',
            reviewIds: [scene.reviewId],
            on: '2026-10-01',
            attendees: [{ name: 'Any', role: 'carer', personIds: ['person-1'], how: 'attended' }],
          },
          baseVersion: 0,
        }),
      'who took part in a meeting (review 1)',
    ],
    [
      'a carer of a home',
      ({ childId }) =>
        app.call('period:save', {
          value: {
            id: 'home',
            childId,
            kind: 'placement',
            placement: 'foster-carers',
            carerIds: ['person-1'],
            from: '2026-01-05',
          },
          baseVersion: 0,
        }),
      'a home',
    ],
    [
      'who may not have a date',
      ({ childId }) =>
        app.call('event:save', {
          value: {
            id: 'event-kept-from',
            childId,
            kind: 'visit',
            on: '2026-09-01',
            audience: { level: 'not-for', notFor: ['person-1'] },
          },
          baseVersion: 0,
        }),
      'a date',
    ],
  ];
  it.each(rests)('stays, and says what: %s', async (_, make, words) => {
    const scene = await aScene(app, 'rests');
    await addPerson(scene, 'person-1');
    await make(scene);
    expect(await reasonOf('person:remove', 'person-1')).toBe(
      `forbidden: It stays while something rests on it: ${words}. Change that first. Nothing was taken out.`,
    );
    expect((await factsOf(scene.childId)).people).toHaveLength(1);
  });

  it('goes once nothing rests on it any more', async () => {
    const scene = await aScene(app, 'freed');
    await addPerson(scene, 'person-1');
    const named = heldByPerson(scene);
    await app.call('action:save', { value: named, baseVersion: 0 });
    await app.call('action:save', { value: { ...named, id: 'second' }, baseVersion: 0 });
    expect(await reasonOf('person:remove', 'person-1')).toContain(': 2 actions (review 1).');
    await app.call('action:save', { value: anAction(scene, 'Ring school'), baseVersion: 1 });
    await app.call('action:remove', { id: 'second', baseVersion: 1 });
    expect(await reasonOf('person:remove', 'person-1')).toBe('taken out');
  });

  it('a missing episode stays while a return interview is about it', async () => {
    const { childId } = await aScene(app, 'episode');
    const episode = { id: 'episode', childId, kind: 'missing', on: '2026-09-01' } as const;
    await app.call('event:save', { value: episode, baseVersion: 0 });
    const interview = { id: 'after', childId, kind: 'return-interview', aboutEventId: 'episode' } as const;
    await app.call('event:save', { value: interview, baseVersion: 0 });
    expect(await reasonOf('event:remove', 'episode')).toContain('rests on it: a date.');
    expect(await reasonOf('event:remove', 'after')).toBe('taken out');
    expect(await reasonOf('event:remove', 'episode')).toBe('taken out');
  });

  it('nothing that is taken out can be named again, by a page that has not seen it go', async () => {
    const scene = await aScene(app, 'named-late');
    await addPerson(scene, 'person-1');
    await app.call('person:remove', { id: 'person-1', baseVersion: 1 });
    const late = await app.send('action:save', { value: heldByPerson(scene), baseVersion: 0 });
    expect(codeOf(late)).toBe('not-found');
  });
});

describe('a paper', () => {
  it('stays while a text or a point quotes it', async () => {
    const scene = await aScene(app, 'quoted');
    await app.call('paper:add', { paper: aPaper(scene), content: content.toString('base64') });
    const quote = '“meant for another” (A letter, received 1 Oct 2026)';
    const text = { ...aText(scene, ''), body: richTextFromPlain(`School wrote: ${quote}.`) };
    await app.call('text:save', { value: text, baseVersion: 0 });
    expect(await reasonOf('paper:remove', paperId)).toContain('rests on it: a text (review 1).');
    await app.call('text:save', { value: { ...text, body: richTextFromPlain('Out.') }, baseVersion: 1 });
    expect(await reasonOf('paper:remove', paperId)).toBe('taken out');
  });

  it('keeps its bytes while it can come back, and not a day longer', async () => {
    const scene = await aScene(app, 'bytes');
    await app.call('paper:add', { paper: aPaper(scene), content: content.toString('base64') });
    const { undo } = await app.call('paper:remove', { id: paperId, baseVersion: 1 });
    await app.reopen();
    expect(filesKept()).toContain(fileIdOf(paperId));
    await app.call('undo:apply', { token: undo ?? '' });
    await app.reopen();
    expect(filesKept()).toContain(fileIdOf(paperId));
    await app.call('paper:remove', { id: paperId, baseVersion: 3 });
    app.clock.setDay('2026-11-10');
    await app.reopen();
    expect(filesKept()).not.toContain(fileIdOf(paperId));
    // The same paper can come in again under the same id, from a case file say.
    expect((await factsOf(scene.childId)).papers).toEqual([]);
  });
});

describe('what a finalised record was frozen with', () => {
  it('goes from the facts, stays in the record, and says so; what the record rests on stays', async () => {
    const childId = 'child-four';
    await startChild(app, childId);
    const stranger = { id: 'stranger', childId, name: 'Wrong Person', role: 'other' } as const;
    await app.call('person:save', { value: stranger, baseVersion: 0 });
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    const taken = await app.call('person:remove', { id: 'stranger', baseVersion: 1 });
    expect(taken.frozenIn).toEqual([1]);
    const frozen = await app.call('review:frozen', { id: 'four-r1' });
    expect(frozen.frozen?.child.people.map(({ name }) => name)).toContain('Wrong Person');
    expect((await factsOf(childId)).people.map(({ id }) => id)).toEqual(['four-mum']);
    expect(await reasonOf('person:remove', 'four-mum')).toBe(
      'forbidden: It stays: what is finalised or was issued rests on it. That is the review’s own facts (review 1); who took part in a meeting (review 1). Nothing was taken out.',
    );
    const school = await app.call('period:remove', { id: 'four-p4', baseVersion: 1 });
    expect(school.frozenIn).toEqual([1]);
  });
});

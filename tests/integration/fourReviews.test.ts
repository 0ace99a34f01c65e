import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textIdOf } from '../../shared/caseFileRecord.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { richTextFromPlain } from '../../shared/richText.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';
import { playReview, startChild } from './support/playReview.ts';

/** One child through four reviews by contract calls alone, the store closed and opened again in between. */
describe('a child through four reviews', () => {
  let app: TestCore;
  const play = { childId: 'child-four', personId: 'four-mum' };

  beforeAll(async () => {
    app = await testCore('2026-01-05');
    await startChild(app, play.childId);
  });
  afterAll(() => app.remove());

  it('holds the first review and finalises it twice, with the manager’s reply between', async () => {
    await playReview(app, { ...play, number: 1, on: '2026-01-28' });
    const view = await app.call('review:get', { id: 'four-r1' });
    expect(view.stage).toBe('record-finalised');
    expect(view.finalisations.map(({ kind, edition }) => `${kind} ${edition}`)).toEqual([
      'decisions 1',
      'record 1',
    ]);
    expect(view.decisions[0]?.reply?.outcome).toBe('agreed');
    expect(view.clocks['nextLastLawfulDay']).toMatchObject({ due: '2026-04-28', rule: 'R-02' });
  });

  it('refuses to change what is finalised, and says what to do', async () => {
    const view = await app.call('review:get', { id: 'four-r1' });
    const point = view.points[0];
    if (!point) throw new Error('The review has points');
    const refused = await app.send('point:save', {
      value: { ...point, words: 'Something else' },
      baseVersion: view.versions[point.id] ?? 0,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('brings promises and asks to the second review, and no narrative', async () => {
    await app.reopen();
    app.clock.setDay('2026-04-20');
    await app.call('review:start', { id: 'four-r2', childId: play.childId, kind: 'looked-after' });
    const view = await app.call('review:get', { id: 'four-r2' });
    expect(view.review.number).toBe(2);
    expect(view.promised.map(({ action }) => action.what)).toEqual(['Book the dentist at review 1']);
    expect(view.lastAsks.map(({ point }) => point.words)).toEqual([
      'I want to see my cat, please, at review 1.',
    ]);
    expect(view.texts).toEqual([]);
    expect(view.points).toEqual([]);
  });

  it('names what is missing before it finalises, and prints the reason where one goes on', async () => {
    app.clock.setDay('2026-04-24');
    await playReview(app, { ...play, number: 2, on: '2026-04-24', stopBefore: 'progress' });
    const refused = await app.send('review:finalise', { id: 'four-r2', kind: 'record', gaps: [] });
    expect(refused.ok).toBe(false);
    const findings = await app.call('review:check', { id: 'four-r2' });
    expect(findings.filter(({ severity }) => severity === 'must').map(({ code }) => code)).toContain(
      'due-action-without-progress',
    );
    await playReview(app, { ...play, number: 2, on: '2026-04-24', from: 'progress' });
    expect((await app.call('review:get', { id: 'four-r2' })).stage).toBe('record-finalised');
  });

  it('counts the reviews an action was carried through', async () => {
    await app.reopen();
    await playReview(app, { ...play, number: 3, on: '2026-10-09', progress: 'not_done' });
    const third = await app.call('review:get', { id: 'four-r3' });
    expect(third.stage).toBe('record-finalised');
    app.clock.setDay('2027-03-20');
    await app.call('review:start', { id: 'four-r4', childId: play.childId, kind: 'looked-after' });
    const fourth = await app.call('review:get', { id: 'four-r4' });
    const carried = fourth.promised.find(({ action }) => action.id === 'four-r2-a1');
    expect(carried?.reviewsCarried).toBe(1);
    await playReview(app, { ...play, number: 4, on: '2027-04-07' });
  });

  it('adds a dated addendum and withdraws a record, the wrong text sealed, the second edition following', async () => {
    await app.call('addendum:add', {
      id: 'four-r4-add1',
      childId: play.childId,
      reviewId: 'four-r4',
      kind: 'correction',
      on: '2027-04-30',
      by: 'Helen Draftwell',
      text: 'The clinic moved the date to 10 May 2027.',
      edition: 1,
    });
    const { edition } = await app.call('review:withdraw', {
      id: 'four-r4',
      kind: 'record',
      because: 'it gave a wrong date',
      receivedBy: ['the team manager'],
    });
    expect(edition).toBe(2);
    await app.reopen();
    const open = await app.call('review:get', { id: 'four-r4' });
    expect(open.stage).toBe('replied');
    const id = textIdOf(ReviewId.parse('four-r4'), 'health', 'account');
    const text = open.texts.find((candidate) => candidate.id === id);
    if (!text) throw new Error('The health section has its text');
    await app.call('text:save', {
      value: { ...text, body: richTextFromPlain('Your clinic is on 10 May 2027, second edition.') },
      baseVersion: open.versions[id] ?? 0,
    });
    const finalised = await app.call('review:finalise', { id: 'four-r4', kind: 'record', gaps: [] });
    expect(finalised.edition).toBe(2);
    const exported = await app.call('caseFile:export', { id: play.childId });
    const sealed = exported.reviews.find((review) => review.id === 'four-r4')?.finalisations ?? [];
    expect(sealed.map(({ kind, edition: number, content }) => [kind, number, content !== undefined])).toEqual(
      [
        ['decisions', 1, true],
        ['record', 1, false],
        ['record', 2, true],
      ],
    );
  });

  it('prints every document of the finalised review', async () => {
    for (const document of ['service-file', 'decisions', 'manager', 'chair', 'letter'] as const) {
      const { content, fileName } = await app.call('document:export', { reviewId: 'four-r4', document });
      expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
      expect(fileName).not.toMatch(/four|quill/iu);
    }
    const copy = { reviewId: 'four-r4', document: 'parent', personId: play.personId } as const;
    const { issued, content } = await app.call('document:issue', {
      ...copy,
      id: '0192f0c4-7a4e-7c3e-8f00-00000000aaaa',
      passed: [],
    });
    const again = await app.call('document:read', { id: issued.id });
    expect(again.content).toBe(content);
  });

  it('finds what was written, newest first', async () => {
    const hits = await app.call('search:query', { text: 'second edition', limit: 50 });
    expect(hits[0]).toMatchObject({ entity: 'section_text', reviewId: 'four-r4' });
    expect(hits[0]?.snippet).toContain('second edition');
    const cats = await app.call('search:query', { text: 'my cat', limit: 50 });
    expect(cats.map(({ reviewId }) => reviewId)).toEqual(['four-r4', 'four-r3', 'four-r2', 'four-r1']);
  });
});

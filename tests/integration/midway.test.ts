import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { readCaseload } from '../support/caseload.ts';
import { codeOf } from './support/tempStore.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';

/** Half way to the next review, on the child of the demo with the most promises. */
const day = '2026-11-06';
const id = 'midway-1';
const childId = 'child-leah';

describe('a midway check', () => {
  let app: TestCore;

  beforeEach(async () => {
    app = await testCore(day);
    const file = readCaseload().find((each) => each.file.child.id === childId)?.file;
    await app.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    await app.call('midway:start', { id, childId });
  });
  afterEach(() => app.remove());

  const view = () => app.call('midway:get', { id });

  async function saveCheck(more: Partial<Input<'midway:save'>['value']>) {
    const { check, version } = await view();
    return app.send('midway:save', { value: { ...check, ...more }, baseVersion: version });
  }

  async function answerAll() {
    const { promises } = await view();
    for (const [index, { action }] of promises.entries()) {
      await app.call('progress:save', {
        value: {
          id: `mp-${index}`,
          childId,
          actionId: action.id,
          occasion: { kind: 'midway', on: day },
          value: index === 0 ? 'done' : 'on_track',
          ...(index === 0 && { evidence: 'Joss, by phone', effect: 'better' }),
        },
        baseVersion: 0,
      });
    }
    await saveCheck({
      contact: { outcome: 'yes', on: day, how: 'by phone', said: 'it’s ok now' },
      visits: { inTime: 'all' },
      newEvents: 'Nothing new.',
      rating: 'concern',
      nextStep: 'Ring Farah Testerby on 13 Nov 2026 about the tutor',
    });
    return promises;
  }

  const complete = async () => app.send('midway:complete', { id, baseVersion: (await view()).version });

  it('lies behind the last review held, and finds every promise that is open', async () => {
    const { check, reviewNumber, promises, gaps } = await view();
    expect(check).toMatchObject({ on: day, reviewId: 'leah-r11', by: 'Helen Draftwell' });
    expect(reviewNumber).toBe(11);
    expect(promises.length).toBeGreaterThan(5);
    const own = promises.filter(({ action }) => action.reviewId === 'leah-r11');
    const { numbers } = await app.call('review:get', { id: 'leah-r11' });
    expect(own.map(({ number }) => number)).toEqual(own.map(({ action }) => numbers[action.id]));
    expect(promises.filter(({ number }) => number === '')).toHaveLength(promises.length - own.length);
    expect(gaps).toHaveLength(promises.length + 5);
  });

  it('is completed once everything is answered, and not before', async () => {
    expect(codeOf(await complete())).toBe('invalid-input');
    const promises = await answerAll();
    expect((await view()).gaps).toEqual([]);
    expect(codeOf(await complete())).toBe('ok');
    const { check } = await view();
    expect(check.completedOn).toBe(day);
    // A done one is still shown as this check found it, and closed for what comes after.
    expect((await view()).promises).toHaveLength(promises.length);
    const { promises: standing } = await app.call('child:overview', { id: childId });
    expect(standing.find(({ action }) => action.id === promises[0]?.action.id)?.isClosed).toBe(true);
  });

  it('does not change once it is completed, nor does what it found, until it is opened again', async () => {
    await answerAll();
    await complete();
    expect(codeOf(await saveCheck({ nextStep: 'Something else' }))).toBe('forbidden');
    const { promises, version } = await view();
    const { progress, progressVersion } = promises[0] ?? {};
    if (!progress) throw new Error('The check found the first promise');
    const change = () =>
      app.send('progress:save', {
        value: { ...progress, value: 'not_done' },
        baseVersion: progressVersion ?? 0,
      });
    expect(codeOf(await change())).toBe('forbidden');
    await app.call('midway:reopen', { id, baseVersion: version });
    expect(codeOf(await change())).toBe('ok');
    expect(codeOf(await saveCheck({ nextStep: 'Something else' }))).toBe('ok');
  });

  it('keeps its day and is completed by its own call alone', async () => {
    expect(codeOf(await saveCheck({ on: '2026-11-05' }))).toBe('forbidden');
    expect(codeOf(await saveCheck({ completedOn: day }))).toBe('forbidden');
  });

  it('is one at a time, and one a day', async () => {
    expect(codeOf(await app.send('midway:start', { id: 'midway-2', childId }))).toBe('forbidden');
    await answerAll();
    await complete();
    expect(codeOf(await app.send('midway:start', { id: 'midway-2', childId }))).toBe('forbidden');
    app.clock.setDay('2026-11-13');
    expect(codeOf(await app.send('midway:start', { id: 'midway-2', childId }))).toBe('ok');
  });

  it('goes while it has found nothing, with a way back, and stays once it has', async () => {
    const { undo } = await app.call('midway:remove', { id, baseVersion: 1 });
    expect(codeOf(await app.send('midway:get', { id }))).toBe('not-found');
    await app.call('undo:apply', { token: undo ?? '' });
    await answerAll();
    const { version } = await view();
    expect(codeOf(await app.send('midway:remove', { id, baseVersion: version }))).toBe('forbidden');
  });

  it('is filed when it is completed, goes into the case file and comes back out of it', async () => {
    const filed = { on: day, reference: 'CR-88' };
    expect(codeOf(await app.send('midway:file', { id, baseVersion: 1, filed }))).toBe('forbidden');
    await answerAll();
    await complete();
    await app.call('midway:file', { id, baseVersion: (await view()).version, filed });
    const file = await app.call('caseFile:export', { id: childId });
    expect(file.midwayChecks).toMatchObject([{ id, filed, rating: 'concern' }]);
    const other = await testCore(day);
    await other.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    expect((await other.call('midway:get', { id })).check.filed).toEqual(filed);
    await other.remove();
  });

  it('that was filed is filed anew once it was opened again', async () => {
    await answerAll();
    await complete();
    const filed = { on: day, reference: 'CR-88' };
    await app.call('midway:file', { id, baseVersion: (await view()).version, filed });
    await app.call('midway:reopen', { id, baseVersion: (await view()).version });
    expect((await view()).check.filed).toBeUndefined();
  });

  it('stays as it was, whatever a later review finds and makes', async () => {
    const promises = await answerAll();
    await complete();
    const before = (await view()).promises.map(({ action, progress }) => [action.id, progress?.value]);
    app.clock.setDay('2027-01-15');
    const last = promises.at(-1);
    const value = {
      id: 'later-1',
      childId,
      actionId: last?.action.id ?? '',
      occasion: { kind: 'midway', on: '2027-01-15' },
      value: 'done',
      evidence: 'seen',
    } as const;
    await app.call('progress:save', { value, baseVersion: 0 });
    const after = (await view()).promises.map(({ action, progress }) => [action.id, progress?.value]);
    expect(after).toEqual(before);
  });

  it('prints nothing that the police or a lawyer said, nor what stands on it', async () => {
    const { decisions } = await app.call('review:get', { id: 'leah-r11' });
    const { promises } = await view();
    const promise = promises.find(({ action }) => action.reviewId === 'leah-r11' && action.decisionId);
    const decision = decisions.find((each) => each.id === promise?.action.decisionId);
    if (!promise || !decision) throw new Error('The newest review made a decision with an action');
    const audience = { level: 'worker-and-iro', restriction: 'police' } as const;
    const review = await app.call('review:get', { id: 'leah-r11' });
    await app.call('decision:save', {
      value: { ...decision, audience },
      baseVersion: review.versions[decision.id] ?? 1,
    });
    const { content } = await app.call('midway:export', { id });
    const words = strFromU8(
      unzipSync(Buffer.from(content, 'base64'))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(words).not.toContain(promise.action.what.slice(0, 30));
  });

  it('prints for the case record under a name that says nothing of the child', async () => {
    await answerAll();
    const { fileName, content } = await app.call('midway:export', { id });
    expect(fileName).toMatch(/^midway-check-2026-11-06-[0-9a-f]{6}\.docx$/);
    expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playReview, startChild } from './support/playReview.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';

describe('a reason to go on', () => {
  let app: TestCore;
  beforeAll(async () => {
    app = await testCore('2026-01-05');
    await startChild(app, 'child-four');
    await playReview(app, { childId: 'child-four', number: 1, on: '2026-01-28', stopBefore: 'progress' });
  });
  afterAll(() => app.remove());

  it('is given once: what was accepted with the decisions is not asked for, nor kept, twice', async () => {
    const need = {
      id: 'open-need',
      childId: 'child-four',
      reviewId: 'four-r1',
      section: 'health',
      kind: 'need',
    } as const;
    await app.call('point:save', { value: { ...need, words: 'glasses' }, baseVersion: 0 });
    const refused = await app.send('review:finalise', { id: 'four-r1', kind: 'decisions', gaps: [] });
    expect(refused.ok).toBe(false);
    const gap = { code: 'need-without-answer', about: 'open-need', because: 'The optician rings back.' };
    await app.call('review:finalise', { id: 'four-r1', kind: 'decisions', gaps: [gap] });
    const record = await app.call('review:finalise', { id: 'four-r1', kind: 'record', gaps: [] });
    expect(record.gaps.map(({ code, because }) => [code, because])).toEqual([[gap.code, gap.because]]);
  });
});

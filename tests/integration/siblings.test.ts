import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import type { Input } from '../../shared/contract.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { textIdOf } from '../../shared/caseFileRecord.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { richTextFromPlain } from '../../shared/richText.ts';
import { openBeside } from './support/storeRows.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

const [pip, dot] = ['pip-r2', 'dot-r2'] as const;
const secret = 'Dot said who hurt her.';

function fileOf(name: string): CaseFile {
  const file = readDemo().files.get(`${name}.case.json`);
  if (!file) throw new Error(`The demo has ${name}`);
  return caseFileAsOf(file, isoDate('2026-10-14'));
}

let app: TestCore;
beforeEach(async () => {
  app = await testCore('2026-10-14');
  const files = [fileOf('pip'), fileOf('dot'), fileOf('leah')];
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
  await write(dot, 'child-dot', `Dot likes the garden.\n\n${secret}`);
  const point = { id: 'dot-secret', childId: 'child-dot', reviewId: dot, section: 'interests' as const };
  const value = {
    ...point,
    kind: 'risk' as const,
    words: 'hurt',
    quote: secret,
    audience: { level: 'worker-and-iro' as const },
  };
  await app.call('point:save', { value, baseVersion: 0 });
});
afterEach(() => app.remove());

type Text = Input<'text:save'>;
async function textOf(reviewId: string, childId: string, words: string): Promise<Text> {
  const id = textIdOf(ReviewId.parse(reviewId), 'interests', 'account');
  const { versions } = await app.call('review:get', { id: reviewId });
  const body = richTextFromPlain(words);
  return {
    value: { id, childId, reviewId, section: 'interests', part: 'account', body },
    baseVersion: versions[id] ?? 0,
  };
}
async function write(reviewId: string, childId: string, words: string): Promise<void> {
  await app.call('text:save', await textOf(reviewId, childId, words));
}
const source = textIdOf(ReviewId.parse(dot), 'interests', 'account');
const take = async (place: number, words = 'Pip likes the garden.', more: object = {}) =>
  app.send('sibling:take', {
    text: await textOf(pip, 'child-pip', words),
    from: { reviewId: dot, textId: source, place, ...more },
  });
const wordsOfPip = async () => JSON.stringify((await app.call('review:get', { id: pip })).texts);

describe('a paragraph from a brother’s or sister’s record', () => {
  it('is offered where one meeting serves both reviews, with its names marked, and says what is withheld', async () => {
    expect(await app.call('sibling:list', { id: pip })).toEqual([
      expect.objectContaining({ childId: 'child-dot', reviewId: dot }),
    ]);
    expect(await app.call('sibling:list', { id: 'leah-r11' })).toEqual([]);
    const asked = { reviewId: pip, fromReviewId: dot, section: 'interests' as const };
    const { paragraphs, withheld } = await app.call('sibling:paragraphs', asked);
    expect([paragraphs.map(({ words }) => words), withheld]).toEqual([['Dot likes the garden.'], 1]);
    expect(paragraphs[0]?.marks[0]).toEqual({ start: 0, end: 3, why: 'other-child' });
    expect(JSON.stringify(paragraphs)).not.toContain('hurt');
  });

  it('is saved with a line in this child’s history of which text it came from, and no words of it', async () => {
    expect((await take(0)).ok).toBe(true);
    expect(await wordsOfPip()).toContain('Pip likes the garden.');
    const db = await openBeside(app.dir);
    const rows = db
      .prepare("SELECT child_id, source_id, before_diff FROM audit WHERE what = 'taken-over'")
      .all();
    db.close();
    expect(rows).toEqual([{ child_id: 'child-pip', source_id: source, before_diff: null }]);
  });

  it('does not cross when it is private, is not there, or comes from a review that no meeting joins', async () => {
    const before = await wordsOfPip();
    expect(codeOf(await take(1))).toBe('forbidden');
    expect(codeOf(await take(9))).toBe('forbidden');
    expect(codeOf(await take(0, 'x', { reviewId: 'leah-r11' }))).toBe('forbidden');
    const asked = { reviewId: pip, fromReviewId: 'leah-r11', section: 'interests' as const };
    expect(codeOf(await app.send('sibling:paragraphs', asked))).toBe('forbidden');
    expect(await wordsOfPip()).toBe(before);
  });

  it('meets a text that moved on as a conflict, and changes nothing', async () => {
    const text = await textOf(pip, 'child-pip', 'Pip likes the garden.');
    await write(pip, 'child-pip', 'Written meanwhile.');
    const from = { reviewId: dot, textId: source, place: 0 };
    expect(codeOf(await app.send('sibling:take', { text, from }))).toBe('conflict');
    expect(await wordsOfPip()).toContain('Written meanwhile.');
  });
});

import { describe, expect, it } from 'vitest';
import {
  byKind,
  fieldsThatDiffer,
  valueAt,
  wordsOfValue,
} from '../../../renderer/features/firstDay/conflictWords.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';

describe('two versions of a record', () => {
  it('differ field by field, without what only one of them has to say', () => {
    const mine = { id: 'p1', childId: 'c', reviewId: 'r', kind: 'need', words: 'a bed' };
    const theirs = { id: 'p1', kind: 'risk', words: 'a bed', quote: 'bed' };
    expect(fieldsThatDiffer('point', mine, theirs)).toEqual([
      { field: 'kind', mine: 'need', theirs: 'risk' },
      { field: 'quote', mine: '', theirs: 'bed' },
    ]);
  });

  it('count links, and never show an id', () => {
    const fields = fieldsThatDiffer('decision', { pointIds: ['a', 'b'] }, { pointIds: [], decisionId: 'x' });
    expect(fields).toEqual([
      { field: 'point', mine: '2 linked', theirs: 'none' },
      { field: 'decision', mine: '', theirs: 'linked' },
    ]);
  });

  it.each([
    ['plain words', 'Two lines.'],
    ['the editor’s form', richTextFromPlain('Two lines.')],
    ['a body with its limit', { body: 'Two lines.' }],
  ])('of a narrative are its words, given as %s', (_, theirs) => {
    const mine = { section: 'health', part: 'account', body: richTextFromPlain('One line.') };
    expect(fieldsThatDiffer('section_text', mine, theirs)).toEqual([
      { field: 'text', mine: 'One line.', theirs: 'Two lines.' },
    ]);
  });

  it('of a section are its ending, never its texts', () => {
    const theirs = { key: 'health', account: 'Much', ending: { kind: 'no-change', checkedWith: 'Ade' } };
    expect(fieldsThatDiffer('section', { key: 'health' }, theirs)).toEqual([
      { field: 'ending', mine: '', theirs: 'kind: no-change; checked with: Ade' },
    ]);
  });

  it('are found in the file where the core says that they stand', () => {
    const file = { reviews: [{ points: [{ id: 'p1' }] }] };
    expect(valueAt(file, 'files[0].reviews[0].points[0]')).toEqual({ id: 'p1' });
    expect(valueAt(file, 'files[0].reviews[1].points[0]')).toBeUndefined();
    expect(wordsOfValue(undefined)).toBe('');
  });

  it('stand together by kind', () => {
    const of = (kind: string) => ({ path: '', id: kind, kind });
    expect(byKind([of('point'), of('note_line'), of('point')]).map(({ name }) => name)).toEqual([
      'Points',
      'Notes',
    ]);
  });
});

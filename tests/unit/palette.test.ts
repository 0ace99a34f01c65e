import { describe, expect, it } from 'vitest';
import { isMatch, piecesOf } from '../../renderer/app/palette/matches.ts';
import { placeOf, targetOf } from '../../renderer/app/palette/hits.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ChildId, ReviewId } from '../../shared/domain/ids.ts';

describe('what typing matches', () => {
  it.each([
    ['', 'Leah Fauxton', true],
    ['lea', 'Leah Fauxton', true],
    ['faux le', 'Leah Fauxton', true],
    ['zoe', 'Zoë Pretendska', true],
    ['eah', 'Leah Fauxton', false],
    ['leah x', 'Leah Fauxton', false],
  ])('%j and %s: %s', (typed, name, is) => {
    expect(isMatch(typed, { name })).toBe(is);
  });

  it('also matches words that the name does not say', () => {
    expect(isMatch('go today', { name: 'Today', words: 'go to' })).toBe(true);
  });

  it('marks the words that were found and keeps the snippet whole', () => {
    const pieces = piecesOf('… a Läntern, lanterns and planters', 'lantern "a"');
    expect(pieces.map(({ text }) => text).join('')).toBe('… a Läntern, lanterns and planters');
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual([
      'a',
      'Läntern',
      'lanterns',
      'and',
    ]);
  });
});

describe('where a hit is', () => {
  const hit = {
    entity: 'point',
    id: 'p1',
    childId: ChildId.parse('c1'),
    childName: 'Leah Fauxton',
    reviewId: ReviewId.parse('r17'),
    reviewNumber: 17,
    heldOn: isoDate('2026-04-30'),
    section: 'risk-and-safety',
    snippet: 'x',
  } as const;

  it('is said in words: child, review and day, section', () => {
    expect(placeOf(hit)).toBe('Leah Fauxton, review 17 of 30 Apr 2026, Risk and safety');
    const { heldOn: _day, section: _section, ...bare } = hit;
    expect(placeOf(bare)).toBe('Leah Fauxton, review 17');
  });

  it('opens where it stands', () => {
    expect(targetOf(hit)).toEqual({
      to: '/reviews/$reviewId/$stage',
      reviewId: 'r17',
      stage: 'write-up',
      at: 'p1',
    });
    expect(targetOf({ ...hit, entity: 'section_text' })).toMatchObject({
      stage: 'write-up',
      at: 'risk-and-safety',
    });
    expect(targetOf({ ...hit, entity: 'note_line' })).toMatchObject({ stage: 'chair', at: 'p1' });
    expect(targetOf({ ...hit, entity: 'action' })).toEqual({
      to: '/children/$childId/$tab',
      childId: 'c1',
      tab: 'plan',
    });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching } from '../../../renderer/editor/slash.ts';
import { plainForms, wordsToCheck } from '../../../renderer/editor/spelling/words.ts';
import { countWords, startOfSentence } from '../../../renderer/editor/words.ts';
import { comparedSentences } from '../../../renderer/features/review/writeUp/lastTime.ts';
import { letterLength } from '../../../renderer/features/review/writeUp/letterLength.ts';
import { makings } from '../../../renderer/features/review/writeUp/makings.ts';
import {
  atOf,
  arrivalOf,
  placeRows,
  sectionsOfGroup,
} from '../../../renderer/features/review/writeUp/place.ts';
import { wordsIn } from '../../../renderer/app/saving/recordWords.ts';
import { groupKeys, sectionKeys } from '../../../shared/domain/model/sections.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';

type Data = Parameters<typeof arrivalOf>[1];
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the ids are all that is asked for
const data = {
  record: { people: [{ id: 'mum' }], risks: [{ id: 'risk-1' }] },
  view: {
    points: [{ id: 'p1', section: 'health' }],
    decisions: [{ id: 'd1' }],
    actions: [{ id: 'a1' }],
    promised: [{ action: { id: 'old' } }],
  },
} as unknown as Data;

describe('places of the write-up', () => {
  it('have a key each, F, 1 to 9, 0 and P', () => {
    expect(placeRows.map(({ key }) => key)).toEqual([
      'F',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '0',
      'P',
    ]);
  });

  it('are each reached by their own address', () => {
    for (const { place } of placeRows) expect(arrivalOf(atOf(place), data).place).toBe(place);
  });

  it('are found for every section, and for whatever a finding names', () => {
    for (const key of sectionKeys) expect(arrivalOf(key, data).to).toBe(key);
    expect(arrivalOf('p1', data)).toEqual({ place: 'health', to: 'p1' });
    expect(arrivalOf('d1', data)).toEqual({ place: 'decisions', to: 'd1' });
    expect(arrivalOf('a1', data)).toEqual({ place: 'decisions', to: 'a1' });
    expect(arrivalOf('old', data)).toEqual({ place: 'promised', to: 'old' });
    expect(arrivalOf('mum', data)).toEqual({ place: 'front-sheet', to: 'mum' });
    expect(arrivalOf('risk-1', data)).toEqual({ place: 'safe', to: 'risk-and-safety' });
    expect(arrivalOf('gone', data).place).toBe('words');
  });

  it('show every section that takes an ending once, pathway from fifteen, none that is hidden', () => {
    const shown = (age: number, settings = defaultSettings) =>
      groupKeys.flatMap((group) => sectionsOfGroup(group, age, settings).map(({ key }) => key));
    expect(new Set(shown(16)).size).toBe(shown(16).length);
    expect([...shown(16)].sort()).toEqual(
      sectionKeys.filter((key) => key !== 'front-sheet' && key !== 'plan').sort(),
    );
    expect(shown(14)).not.toContain('pathway');
    expect(shown(16, { ...defaultSettings, hiddenSections: ['interests'] })).not.toContain('interests');
  });
});

describe('words of a text', () => {
  it('are counted where there is a letter or a figure', () => {
    expect(countWords('Nine of 11 – and “why”?')).toBe(5);
    expect(countWords(' … ')).toBe(0);
  });

  it('begin the last sentence after its stop', () => {
    expect(startOfSentence('It was fine. She fears it. ')).toBe(13);
    expect(startOfSentence('  One only')).toBe(2);
    expect(startOfSentence('He said “Go.” Then he left')).toBe(14);
    expect(startOfSentence('At 3.25 pm she rang')).toBe(0);
  });

  it('are checked without figures, references and capitals', () => {
    const checked = wordsToCheck('She isn’t at PEP 4a, see a/b or x@y.org: Nan’s cat').map(
      ({ word }) => word,
    );
    expect(checked).toEqual(['She', 'isn’t', 'at', 'see', 'or', 'Nan’s', 'cat']);
  });

  it('are each found where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, from, to } of wordsToCheck(text)) expect(text.slice(from, to)).toBe(word);
      }),
    );
  });

  it('are known with the typewriter’s apostrophe, and a name without its s', () => {
    expect(plainForms('Leah’s')).toEqual(["Leah's", 'Leah']);
    expect(plainForms('walked')).toEqual(['walked']);
  });
});

describe('what the slash offers', () => {
  it('is what begins with the letters typed', () => {
    expect(matching(makings, 'wo').map(({ name }) => name)).toEqual(['worry']);
    expect(matching(makings, '')).toHaveLength(makings.length);
    expect(matching(makings, 'zz')).toEqual([]);
  });

  it('has a letter of its own for each, none of them taken by the window', () => {
    const letters = makings.map(({ key }) => key);
    expect(new Set(letters).size).toBe(letters.length);
    // Alt+T and Alt+C lead to Today and Children.
    expect(letters).not.toContain('T');
    expect(letters).not.toContain('C');
  });
});

describe('the same section last time', () => {
  it('marks the sentences that stand again word for word, and no short ones', () => {
    const then = 'She sees the dentist every six months. All well. He rang on 3 May 2026 at noon.';
    const now = 'She  sees the dentist every six months. All well. He wrote.';
    expect(comparedSentences(then, now).map(({ isSame }) => isSame)).toEqual([true, false, false]);
  });
});

describe('a letter', () => {
  it('is as long as its reader’s age wants', () => {
    expect([7, 8, 12, 13].map((age) => letterLength(age).most)).toEqual([200, 400, 400, 600]);
  });
});

describe('a record in a conflict', () => {
  it('says its words and never its ids', () => {
    const value = {
      id: 'a-1',
      childId: 'c-1',
      what: 'Ring Nan',
      accountable: { name: 'Ade', personId: 'p' },
      pointIds: ['x'],
    };
    expect(wordsIn(value)).toBe('Ring Nan; Ade');
  });
});

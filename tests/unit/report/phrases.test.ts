import { describe, expect, it } from 'vitest';
import {
  capitalise,
  clause,
  countInWords,
  counted,
  firstName,
  listInWords,
  lowerFirst,
  ordinal,
  possessive,
  quoted,
  sentence,
} from '../../../shared/report/phrases.ts';

describe('phrases', () => {
  it.each([
    [sentence('The driver came'), 'The driver came.'],
    [sentence('The driver came. '), 'The driver came.'],
    [sentence('Why?'), 'Why?'],
    [sentence('She said “yes.”'), 'She said “yes.”'],
    [sentence('  '), ''],
    [clause('The driver came. '), 'The driver came'],
    [clause('Why?'), 'Why?'],
    [capitalise('élan'), 'Élan'],
    [capitalise('“never why”'), '“never why”'],
    [lowerFirst('Not safety'), 'not safety'],
    [lowerFirst('PEP late'), 'PEP late'],
    [lowerFirst('Nan’s house'), 'Nan’s house'],
    [possessive('Leah'), 'Leah’s'],
    [possessive('Otis'), 'Otis’s'],
    [countInWords(2), 'two'],
    [countInWords(11), '11'],
    [ordinal(2), 'second'],
    [ordinal(11), '11th'],
    [ordinal(22), '22nd'],
    [ordinal(112), '112th'],
    [listInWords(['D7', 'D8']), 'D7 and D8'],
    [listInWords(['D7', 'D8', 'D9']), 'D7, D8 and D9'],
    [listInWords([]), ''],
    [counted(1, 'decision'), '1 decision'],
    [counted(7, 'decision'), '7 decisions'],
    [quoted('Can I see Kian more?'), '“Can I see Kian more?”'],
    [quoted('“never why”'), '“never why”'],
    [firstName('Helen Draftwell'), 'Helen'],
    [firstName('Ms Draftwell'), 'Ms Draftwell'],
  ])('%j', (said, wanted) => {
    expect(said).toBe(wanted);
  });
});

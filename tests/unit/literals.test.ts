import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLiterals, containsLiteral } from '../../shared/text/literals.ts';

describe('the literal search', () => {
  it.each([
    // [literal, a text that must be found]
    ['Okoro', 'with Mrs OKORO, today'],
    ['Okoro', 'Okoro’s house'],
    ['Okoro', 'the Okoros moved'],
    ['Okoro', 'Ok\u00adoro and O\u200bkoro'],
    ['O’Brien', "Mr O'Brien came"],
    ['O’Brien', 'Mr OBrien came'],
    ['OBrien', 'Mr O’Brien came'],
    ['Smith-Jones', 'Ms Smith Jones'],
    ['Smith Jones', 'Ms Smith–Jones'],
    ['Müller', 'Herr Muller'],
    ['Lodz', 'from Łódź'],
    ['Okoro', 'Ｏｋｏｒｏ'],
    ['Fink', 'ﬁnk'],
    ['שלום', 'אמר \u200fשלום\u200f.'],
    ['12 Elm Road, Testby, GL1 2AB', 'at 12 Elm Road Testby GL12AB now'],
    ['12 Elm Road, Testby, GL1 2AB', '12 elm rd,\nTestby.\nGL1\u00a02AB'],
    ['12 Elm Rd', '12, Elm Road'],
    ['GL1 2AB', '(gl12ab)'],
    ['GL12AB', 'GL1 2AB'],
    ['07700 900123', 'ring 07700900123'],
    ['07700 900123', 'ring 0770 090 0123.'],
    ['07700 900123', 'tel:+44 (0)7700 900 123'],
    ['07700 900123', 'WhatsApp+447700900123'],
    ['+44 7700 900123', '07700-900-123'],
    ['0044 7700 900123', '07700 900123'],
    ['01632 960 001', '(01632) 960001'],
    ['Testby Primary', 'at Testby  Primary School'],
  ])('%s is found in %j', (needle, haystack) => {
    expect(containsLiteral(haystack, needle)).toBe(true);
  });

  it.each([
    ['Ann', 'Anna and Annie'],
    ['Ann', 'a nn'],
    ['Ida', "I'd ask; I d a"],
    ['Okoro', 'Okorosi'],
    ['Tom', 'to me'],
    ['12 Elm Road', '112 Elm Road'],
    ['12 Elm Road', '12 Elm Roadside'],
    ['Stephen St', 'Stephen Street'],
    ['GL1 2AB', 'GL1 2ABC'],
    ['07700 900123', '077009001234'],
    ['07700 900123', '107700900123'],
    ['', 'anything'],
    [' – ', 'a – b'],
  ])('%s is not found in %j', (needle, haystack) => {
    expect(containsLiteral(haystack, needle)).toBe(false);
  });

  it('finds what it is given, between any marks, in any case, and treats it as text alone', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abzÅéß1279.*+?()[]$^\\|- ')),
      minLength: 1,
      maxLength: 12,
    });
    const around = fc.constantFrom('', ' ', ', ', '(', '“', '\n', ' – ', '.');
    fc.assert(
      fc.property(word, around, around, (needle, left, right) => {
        fc.pre(/[\p{L}\p{N}]/u.test(needle));
        expect(containsLiteral(`${left}${needle}${right}`, needle)).toBe(true);
        expect(containsLiteral(`x ${left}${needle.toLowerCase()}${right} y`.normalize('NFD'), needle)).toBe(
          true,
        );
        expect(containsLiteral(`q${needle.trim()}`, needle) && /^[\p{L}]/u.test(needle)).toBe(false);
      }),
    );
  });

  it('does not slow down on a long run of marks', () => {
    expect(containsLiteral(`12 ${'. '.repeat(50_000)}`, '12 Elm Road')).toBe(false);
  });
});

describe('the parts of an address', () => {
  it.each([
    ['12 Elm Road, Testby, GL1 2AB', ['12 Elm Road, Testby, GL1 2AB', '12 Elm Road', 'GL1 2AB']],
    [
      'Rose Cottage\n3 Mill Lane\nTestby gl12ab',
      ['Rose Cottage\n3 Mill Lane\nTestby gl12ab', 'Rose Cottage', '3 Mill Lane', 'gl12ab'],
    ],
    ['  ', []],
  ])('%j', (address, literals) => {
    expect(addressLiterals(address)).toEqual(literals);
  });
});

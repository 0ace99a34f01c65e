import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CanonicalJsonError, canonicalJson } from '../../shared/text/canonicalJson.ts';

/** The same value with every object's properties put in again in the opposite order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, reordered(entry)] as const)
      .reverse(),
  );
}

describe('canonical JSON', () => {
  it('gives the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000_000_000_000_000_000_000_000_001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts by UTF-16 code units, as section 3.2.3 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
  });

  it('is the same for equal values, reads back, and is its own canonical form', () => {
    const wellFormed = fc.string({ unit: 'grapheme' });
    const value = fc.anything({
      key: wellFormed,
      values: [
        wellFormed,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ],
    });
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalJson(one);
        expect(canonicalJson(reordered(one))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  it.each([
    ['undefined', { a: [undefined] }, '$.a[0]'],
    ['a property without a value', { a: undefined }, '$.a'],
    ['a hole', { a: Array(1) }, '$.a[0]'],
    ['NaN', [Number.NaN], '$[0]'],
    ['infinity', -Infinity, '$'],
    ['a big integer', 1n, '$'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['half a pair', { a: '\ud800' }, '$.a'],
    ['half a pair in a name', { '\udc00': 1 }, '$'],
  ])('refuses %s', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ path }));
  });

  it('refuses what holds itself, and quotes nothing of what it refuses', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(() => canonicalJson(loop)).toThrow('Canonical JSON cannot hold so many levels');
    expect(() => canonicalJson(['secret\ud800'])).toThrow(
      /^Canonical JSON cannot hold half a surrogate pair$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sectionKeys, sectionOf } from '../../shared/domain/model/sections.ts';
import { headingIn } from '../../shared/domain/sectionWords.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';

const shipped = defaultSettings.words;

describe('the heading of a section', () => {
  it('is as shipped while the words are', () => {
    for (const key of sectionKeys) expect(headingIn(shipped, key)).toBe(sectionOf(key).heading);
  });

  it.each([
    ['childs-views', { child: 'young person' }, 'The young person’s views'],
    ['childs-views', { child: 'our child' }, 'Our child’s views'],
    ['family-time', { familyTime: 'contact' }, 'Contact and relationships'],
    ['placement', { placement: 'where you live' }, 'Where you live and daily care'],
    ['health', { child: 'our child', familyTime: 'contact' }, 'Health'],
  ] as const)('%s takes the authority’s own words', (key, words, heading) => {
    expect(headingIn({ ...shipped, ...words }, key)).toBe(heading);
  });
});

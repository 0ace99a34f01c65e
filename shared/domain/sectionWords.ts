import type { SectionKey } from './model/sections.ts';
import { sectionOf } from './model/sections.ts';
import type { LocalWords } from './settings.ts';
import { defaultSettings } from './settings.ts';

const capital = (words: string) => words.slice(0, 1).toLocaleUpperCase('en-GB') + words.slice(1);

/** "the young person", but "our child": whose it is says already which. */
const named = (word: string) => (/^(?:our|my|your|the)\s/iu.test(word) ? word : `the ${word}`);

/** A section's heading in the authority's own words for a child, family time and a placement. */
export function headingIn(words: LocalWords, key: SectionKey): string {
  const { heading } = sectionOf(key);
  switch (key) {
    case 'childs-views':
      return `${capital(named(words.child))}’s views`;
    case 'family-time':
      return `${capital(words.familyTime)} and relationships`;
    case 'placement':
      // As shipped it is the child's word, home; the authority's own takes its place.
      return words.placement === defaultSettings.words.placement
        ? heading
        : `${capital(words.placement)} and daily care`;
    default:
      return heading;
  }
}

import { legalStatuses } from '../../../shared/domain/model/child.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import type { LegalStatus } from './newChild.ts';

/** How case systems and people write each status: words, initials, and the codes of the national return. */
const known: Readonly<Record<LegalStatus, readonly string[]>> = {
  'section-20': [
    'section 20',
    's20',
    's 20',
    'sec 20',
    'v2',
    'voluntary',
    'accommodated',
    'voluntary accommodation',
  ],
  'section-21': ['section 21', 's21', 's 21'],
  'interim-care-order': ['interim care order', 'ico', 'section 38', 's38', 'c1'],
  'care-order': ['care order', 'full care order', 'co', 'fco', 'section 31', 's31', 'c2'],
  'placement-order': ['placement order', 'po', 'e1'],
  'emergency-protection-order': ['emergency protection order', 'epo', 'section 44', 's44', 'l2'],
  'police-protection': ['police protection', 'section 46', 's46', 'l1'],
  'remand-to-accommodation': ['remand to local authority accommodation', 'rlaa'],
  'remand-to-detention': ['remand to youth detention accommodation', 'ryda'],
};

/** The status that these words name exactly, or undefined: a legal status is never guessed. */
export function legalStatusOf(words: string): LegalStatus | undefined {
  const plain = words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // "C2: full care order" and "Care order (section 31)" name the same thing twice.
  const parts = [
    plain,
    ...words
      .toLowerCase()
      .split(/[():;–,-]/)
      .map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()),
  ];
  const found = new Set(
    parts.flatMap((part) => keysOf(known).filter((status) => known[status].includes(part))),
  );
  const [status] = found;
  return found.size === 1 ? status : undefined;
}

/** All statuses for a list to choose from, in the words of the documents. */
export const legalStatusChoices = keysOf(legalStatuses).map((value) => ({
  value,
  name: `${legalStatuses[value].slice(0, 1).toUpperCase()}${legalStatuses[value].slice(1)}`,
}));

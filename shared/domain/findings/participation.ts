import { formatDate } from '../london.ts';
import { participationFault } from '../participation.ts';
import { countedOn } from '../reviews.ts';
import type { Rule } from './context.ts';
import { findingOf } from './finding.ts';

/**
 * A review that counts has a code, and the code fits the age on the day that counts: either kind on the fourth
 * birthday itself (SSDA903, validation rules 166, 440 and 441; mark V). A review that does not count is not in
 * the return; a code given for it is still checked.
 */
const participationFits: Rule = ({ record, review, day }) => {
  const target = { review: review.id, section: 'front-sheet', field: 'participation' } as const;
  const code = review.participation?.code;
  if (code === undefined) {
    if (!review.countsAsStatutory) return [];
    return [
      findingOf('participation-missing', target, 'Nothing says how the child took part in the review.'),
    ];
  }
  const counted = countedOn(record, review) ?? day;
  const fault = participationFault(code, record.child.dateOfBirth, counted);
  if (fault === undefined) return [];
  const age = fault === 'under-four' ? 'not yet four' : 'four or older';
  const what = `The code is ${code}, and the child was ${age} on ${formatDate(counted)}.`;
  return [findingOf('participation-wrong-for-age', target, what)];
};

export const participationRules: readonly Rule[] = [participationFits];

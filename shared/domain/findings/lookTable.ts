import type { FindingRow } from './findingRow.ts';
import { look } from './findingRow.ts';

/** What deserves a look and never blocks, in the order of design.md, *To look at*. */
export const lookTable = {
  'vague-date': look(
    'product',
    '“Ongoing”, “asap” and “TBC” cannot be late.',
    'Give a day, and a later one if it must move.',
  ),
  'vague-person': look('product', 'Nobody can be rung who is “TBC”.', 'Name a person, or who holds it.'),
  'vague-action': look(
    'product',
    'Support, monitor, explore and consider do not say what changes for the child, nor how we will know.',
    'Say what will be done, or give the decision its “how we will know”.',
  ),
  'same-wording-again': look(
    'product',
    'The same words did not work last time, and the action is late.',
    'Keep the action with its history, say what will be different, or challenge.',
  ),
  'effect-not-said': look(
    'product',
    'Done or late, what counts is what it meant for the child.',
    'Choose better, same, worse, or too soon.',
  ),
  'same-analysis': {
    ...look(
      'authority',
      'Words carried over from last time may no longer be true of this child.',
      'Read the sentences and write what they mean now.',
    ),
    thresholds: ['samePercent', 'sameMinimumWords'],
  },
  'many-new-actions': {
    ...look(
      'authority',
      'A long list hides what matters most.',
      'Choose what matters before the next review.',
    ),
    thresholds: ['newActions'],
  },
  'many-open-actions': {
    ...look(
      'authority',
      'A long list hides what matters most.',
      'Close, replace or drop what no longer helps.',
    ),
    thresholds: ['openActions'],
  },
  'legal-review-missing': {
    ...look(
      'authority',
      'Section 20 and unused placement orders outlive their purpose when nobody looks (A and S v Lancashire [2012] EWHC 1689).',
      'Record when the legal position was last reviewed, or ask for a review by a day.',
    ),
    thresholds: ['legalReviewMonths'],
  },
  'health-date-passed': look(
    'product',
    'A check that is overdue and not mentioned reads as if health was not discussed.',
    'Record that it was done or refused, or say what will happen.',
  ),
  'other-child-named': look(
    'product',
    'Another child’s full name does not belong in this child’s record.',
    'Take the name out, or add the child to this child’s people.',
  ),
  'unknown-initials': look(
    'authority',
    'Readers of a lay copy do not know these letters.',
    'Write the words out, or add the letters to the list in Settings.',
  ),
  'letter-hard-to-read': {
    ...look(
      'product',
      'The child should be able to read their own letter.',
      'Shorten or split these sentences.',
    ),
    /*
     * The letter should read no harder than the child's own age, within youngest and oldest. One sentence alone
     * scatters around the text's reading age: `margin` years are allowed, and sentences of fewer than `words` words
     * are not judged (one long word in three makes any of them "adult").
     */
    shipped: { youngest: 8, oldest: 13, margin: 2, words: 8 },
  },
  'record-too-long': {
    ...look(
      'authority',
      'Nobody reads a record of this length to its end.',
      'Cut what the case record already holds.',
    ),
    thresholds: ['recordWords'],
  },
} as const satisfies Record<string, FindingRow>;

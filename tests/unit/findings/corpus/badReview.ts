import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import { aMeeting, aPerson, aReview, lookedAfter } from '../../support/builders.ts';
import { edit } from '../../support/edits.ts';
import { aCompleteReview, anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { SpoiledRecord } from './corpus.ts';

const good = anOrdinaryRecord();
const complete = aCompleteReview();

function withReview(record: ChildRecord, change: Partial<Review>): ChildRecord {
  return { ...record, reviews: edit(record.reviews, 'review-1', (review) => ({ ...review, ...change })) };
}
const reviewed = (given: Parameters<typeof aReview>[0]) => aReview(given);
const duties = { parents: [], ...complete.duties };

const participation: readonly SpoiledRecord[] = [
  {
    name: 'no code of participation',
    code: 'participation-missing',
    record: withReview(good, { participation: undefined }),
    expects: ['participation-missing'],
    mends: { 'a code': (record) => withReview(record, { participation: { code: 'PN6' } }) },
  },
  {
    name: 'under four, for a child of nine',
    code: 'participation-wrong-for-age',
    record: withReview(good, { participation: { code: 'PN0' } }),
    expects: ['participation-wrong-for-age'],
    mends: { 'a code': (record) => withReview(record, { participation: { code: 'PN2' } }) },
  },
  {
    name: 'four by the day that counts, not by the day it was held',
    code: 'participation-wrong-for-age',
    record: withReview(
      {
        ...good,
        child: {
          ...good.child,
          dateOfBirth: reviewed({ heldOn: '2022-10-05' }).heldOn ?? good.child.dateOfBirth,
        },
      },
      { participation: { code: 'PN0' }, countedOn: reviewed({ countedOn: '2026-10-06' }).countedOn },
    ),
    expects: ['participation-wrong-for-age'],
    mends: { 'counted on the birthday': (record) => withReview(record, { countedOn: undefined }) },
  },
];

const dutiesUnanswered: readonly SpoiledRecord[] = [
  {
    name: 'nobody spoke with the child alone, or says why not',
    code: 'duty-spoke-alone',
    record: withReview(good, { duties: { ...duties, spokeAlone: undefined } }),
    expects: ['duty-spoke-alone'],
    mends: {
      refused: (record) =>
        withReview(record, {
          duties: { ...duties, spokeAlone: { outcome: 'refused', because: 'She was at a party.' } },
        }),
    },
  },
  {
    name: 'a parent about whom nothing is said',
    code: 'duty-parent',
    record: withReview(good, {
      duties: { ...duties, parents: duties.parents.map((entry) => ({ ...entry, viewsObtained: ' ' })) },
    }),
    expects: ['duty-parent'],
    mends: {
      'was present': (record) =>
        withReview(record, {
          duties: { ...duties, parents: duties.parents.map((entry) => ({ ...entry, wasPresent: true })) },
        }),
      'why not': (record) =>
        withReview(record, {
          duties: { ...duties, parents: duties.parents.map((entry) => ({ ...entry, whyNot: 'moved away' })) },
        }),
    },
  },
  {
    name: 'a grandmother with parental responsibility, and a father without',
    code: 'duty-parent',
    record: {
      ...good,
      people: [
        ...good.people,
        aPerson({ id: 'nan', name: 'Wilma Samplewick', role: 'relative', hasParentalResponsibility: true }),
        aPerson({ id: 'dad', name: 'Kit Fictionwood', role: 'parent' }),
      ],
    },
    expects: ['duty-parent', 'duty-parent'],
    mends: {
      'neither is one': (record) => ({
        ...record,
        people: record.people.map((person) =>
          person.id === 'mum'
            ? person
            : { ...person, role: 'friend' as const, hasParentalResponsibility: false },
        ),
      }),
    },
  },
  {
    name: 'no word of the worker’s report',
    code: 'duty-worker-report',
    record: withReview(good, { duties: { ...duties, workerReport: {} } }),
    expects: ['duty-worker-report'],
    mends: {
      'why not': (record) =>
        withReview(record, { duties: { ...duties, workerReport: { whyNot: 'the worker left' } } }),
    },
  },
  {
    name: 'no word of the care plan',
    code: 'duty-care-plan',
    record: withReview(good, { duties: { ...duties, carePlan: undefined } }),
    expects: ['duty-care-plan'],
    mends: {
      'no plan yet': (record) =>
        withReview(record, {
          duties: { ...duties, carePlan: { meetsNeeds: 'no', sentence: 'There is no plan yet.' } },
        }),
    },
  },
  {
    name: 'no duty at all is answered',
    code: 'duty-care-plan',
    record: withReview(good, { duties: undefined }),
    expects: ['duty-spoke-alone', 'duty-parent', 'duty-worker-report', 'duty-care-plan'],
    mends: { answered: (record) => withReview(record, { duties }) },
  },
];

const nextOn = (on: string, because?: string) =>
  reviewed({ nextReview: { kind: 'date', on, ...(because && { because }) } }).nextReview;

const firstReview: ChildRecord = {
  ...good,
  reviews: [{ ...complete, number: 1, nextReview: nextOn('2027-01-06') }],
  meetings: [aMeeting({ id: 'meeting-1' })],
  periods: [...good.periods.filter(({ kind }) => kind !== 'looked-after'), lookedAfter('2026-09-10')],
  decisions: good.decisions.filter(({ id }) => id !== 'd-old'),
  actions: good.actions.filter(({ id }) => !id.startsWith('a-old')),
  progress: [],
};

const nextReviews: readonly SpoiledRecord[] = [
  {
    name: 'no next review',
    code: 'next-review-missing',
    record: withReview(good, { nextReview: undefined }),
    expects: ['next-review-missing'],
    mends: {
      'why there is none': (record) =>
        withReview(record, { nextReview: { kind: 'none', because: 'returned-home' } }),
    },
  },
  {
    name: 'a day late: six months from 5 October are 5 April',
    code: 'next-review-too-late',
    record: withReview(good, { nextReview: nextOn('2027-04-06', ' ') }),
    expects: ['next-review-too-late'],
    mends: {
      'on the last lawful day': (record) => withReview(record, { nextReview: nextOn('2027-04-05') }),
      'with its reason': (record) =>
        withReview(record, { nextReview: nextOn('2027-04-06', 'Easter is early.') }),
    },
  },
  {
    name: 'a second review after more than three months',
    code: 'next-review-too-late',
    record: firstReview,
    expects: ['next-review-too-late'],
    mends: {
      'three months': (record) => withReview(record, { nextReview: nextOn('2027-01-05') }),
    },
  },
];

export const badReview: readonly SpoiledRecord[] = [...participation, ...dutiesUnanswered, ...nextReviews];

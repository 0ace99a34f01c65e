import {
  aChild,
  aDecision,
  aMeeting,
  aRisk,
  aReview,
  anAction,
  anEvent,
  legalStatus,
  lookedAfter,
} from '../../support/builders.ts';
import { anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { CorpusRecord } from './corpus.ts';
import { minutesOf } from './minutes.ts';

/** A review as two conversations: an action agreed at the first was due before the last. */
const series = anOrdinaryRecord();

/** Good minutes on the edge of a rule: each would be found if the rule went one step too far. */
export const goodCases: readonly CorpusRecord[] = [
  {
    name: 'a review of two conversations',
    record: {
      ...series,
      meetings: [...series.meetings, aMeeting({ id: 'meeting-early', on: '2026-09-28' })],
      actions: [
        ...series.actions,
        anAction({
          decisionId: 'd-dentist',
          what: 'Ring the dentist',
          due: { kind: 'date', on: '2026-09-30' },
        }),
      ],
    },
    expects: [],
  },
  {
    name: 'an extra review that does not count, without a code',
    record: minutesOf({
      review: {
        number: 8,
        countsAsStatutory: false,
        whyNotCounted: 'called by the school',
        participation: {},
        // The clock did not move: six months from the review before.
        nextReview: { kind: 'date', on: '2027-01-13' },
      },
      reviews: [aReview({ id: 'review-before', number: 6 }), aReview({ id: 'review-0', number: 7 })],
      meetings: [
        aMeeting({ reviewIds: ['review-before'], on: '2026-01-19' }),
        aMeeting({ reviewIds: ['review-0'], on: '2026-07-13' }),
      ],
    }),
    expects: [],
  },
  {
    name: 'the last review before eighteen',
    record: minutesOf({
      child: aChild({ dateOfBirth: '2008-11-20' }),
      review: { number: 15, nextReview: { kind: 'none', because: 'turns-18', on: '2026-11-20' } },
    }),
    expects: [],
  },
  {
    name: 'a next review after the last lawful day, with its reason',
    record: minutesOf({
      review: {
        nextReview: { kind: 'date', on: '2027-04-12', because: 'Leah sits examinations in that week.' },
      },
    }),
    expects: [],
  },
  {
    name: 'a high risk with an urgent step taken today',
    record: minutesOf({
      risks: [
        aRisk({
          rating: 'high',
          urgentSteps: [
            {
              reviewId: 'review-1',
              on: '2026-10-05',
              rang: 'Ines Notreal, team manager',
              what: 'strategy discussion today',
            },
          ],
        }),
      ],
    }),
    expects: [],
  },
  {
    name: 'a refused check',
    record: minutesOf({
      events: [
        anEvent({ kind: 'dental-check', on: '2025-03-01', nextDueOn: '2025-09-01' }),
        anEvent({ kind: 'dental-check', dueOn: '2025-09-01', isRefused: true }),
      ],
    }),
    expects: [],
  },
  {
    name: 'a placement order with a legal review in June',
    record: minutesOf({
      periods: [
        lookedAfter('2024-01-08'),
        legalStatus('care-order', '2024-06-03'),
        legalStatus('placement-order', '2025-06-03'),
      ],
      events: [anEvent({ kind: 'legal-review', on: '2026-06-10' })],
    }),
    expects: [],
  },
  {
    name: 'a heading that the authority hides',
    record: { ...minutesOf({}), sections: minutesOf({}).sections.filter(({ key }) => key !== 'interests') },
    settings: { hiddenSections: ['interests'] },
    expects: [],
  },
  {
    name: 'a review held before the store began',
    record: {
      ...anOrdinaryRecord(),
      reviews: [aReview({ isBeforeStore: true, heldOn: '2026-10-05' })],
      sections: [],
      points: [],
    },
    expects: [],
  },
  {
    name: 'good minutes with two things to look at',
    record: minutesOf({
      events: [anEvent({ kind: 'eye-test', dueOn: '2026-07-01' })],
      decisions: [aDecision({ id: 'd-1', wording: 'Sleep gets better.', howWeWillKnow: undefined })],
      actions: [anAction({ decisionId: 'd-1', what: 'Monitor sleep' })],
    }),
    expects: ['health-date-passed', 'vague-action'],
  },
];

import {
  aChild,
  aDecision,
  aPerson,
  aPoint,
  aRisk,
  aText,
  anAction,
  anEvent,
  legalStatus,
  lookedAfter,
} from '../../support/builders.ts';
import type { CorpusRecord } from './corpus.ts';
import { minutesOf } from './minutes.ts';

const leah = aChild({ fullName: 'Leah Fauxton', preferredName: 'Leah', dateOfBirth: '2011-02-08' });

/** S5 of the domain notes, a year older and after the strategy meeting: a teenager in a children's home. */
const teen = minutesOf({
  child: leah,
  review: {
    number: 11,
    participation: {
      code: 'PN5',
      through: 'Imani Notreal, advocate',
      offered: 'a walk, a call, a later day',
    },
    duties: {
      spokeAlone: { outcome: 'refused', because: 'Leah said she has told Imani and will not say it twice.' },
      parents: [{ personId: 'mum', wasPresent: false, viewsObtained: 'by phone on 1 Oct' }],
      workerReport: {
        receivedOn: '2026-10-02',
        sharedWithChild: 'by Imani',
        sharedWithParents: 'read on the phone',
      },
      carePlan: {
        datedOn: '2026-09-24',
        meetsNeeds: 'partly',
        sentence: 'Safer since the strategy meeting; school is not solved.',
      },
    },
    nextReview: { kind: 'date', on: '2026-12-14', because: 'brought forward by me' },
  },
  people: [
    aPerson({ id: 'mum', name: 'Roz Fauxton', role: 'parent', hasParentalResponsibility: true }),
    aPerson({ id: 'imani', name: 'Imani Notreal', role: 'advocate' }),
  ],
  periods: [lookedAfter('2022-03-10'), legalStatus('care-order', '2022-11-04')],
  risks: [
    aRisk({
      type: 'sexual-exploitation',
      title: 'Men who phone and drive her away',
      rating: 'high',
      ratedOn: '2026-09-24',
      covers: [
        { kind: 'assessment', on: '2026-02-11' },
        { kind: 'strategy-meeting', on: '2026-09-24', by: 'Dele Placeholder' },
      ],
      events: [
        { id: 'ev-a', on: '2026-08-28', what: 'Away for 61 hours; the same silver car.' },
        {
          id: 'ev-b',
          on: '2026-10-01',
          what: 'Away for five hours.',
          considered: {
            on: '2026-10-02',
            by: 'Dele Placeholder',
            outcome: 'changed',
            line: 'phone handed over at night',
          },
        },
      ],
    }),
    aRisk({
      title: 'A fight at the bus stop',
      type: 'violence',
      rating: 'high',
      closedOn: '2026-06-01',
      closedBecause: 'The boy moved away.',
    }),
  ],
  events: [anEvent({ kind: 'health-assessment', on: '2026-03-02', nextDueOn: '2027-03-02' })],
  texts: [
    aText({
      section: 'risk-and-safety',
      body: 'Eleven times missing since May, nine of them on a Thursday or a Friday after a call.',
    }),
    aText({
      section: 'risk-and-safety',
      part: 'meaning',
      body: 'This is a pattern and not wandering. Someone rings, and someone drives.',
    }),
  ],
  points: [
    aPoint({
      id: 'p-why',
      section: 'childs-views',
      kind: 'worry',
      words: 'they only ask where I was, never why',
      source: { who: 'Leah, by Imani', how: 'advocate', on: '2026-10-02' },
    }),
    aPoint({
      id: 'p-phone',
      section: 'childs-views',
      kind: 'wish',
      words: 'give me my phone back at night',
      outcome: {
        result: 'partly',
        because: 'From ten at night it stays in the office. In the day it is yours.',
      },
      telling: { kind: 'will-be-told', by: 'Imani Notreal', due: '2026-10-07' },
    }),
    aPoint({
      id: 'p-risk',
      section: 'risk-and-safety',
      kind: 'risk',
      words: 'She is driven away by adults she will not name.',
    }),
    aPoint({
      id: 'p-school',
      section: 'education',
      kind: 'need',
      words: 'Lessons she will go to: 38% so far.',
    }),
    aPoint({
      id: 'p-flat',
      section: 'pathway',
      kind: 'question',
      words: 'who do i live with when im 18',
      answer: {
        kind: 'no-action',
        because: 'Too early to promise; the pathway worker starts in February and will say.',
      },
    }),
  ],
  decisions: [
    aDecision({
      id: 'd-why',
      theme: 'safety',
      pointIds: ['p-why', 'p-risk', 'p-phone'],
      wording: 'After each time away, one adult Leah chose asks what made her go.',
      howWeWillKnow: 'Each return interview says why, and what was done.',
      changesCarePlan: true,
    }),
    aDecision({ id: 'd-school', pointIds: ['p-school'], wording: 'Lessons begin at the home, two a day.' }),
  ],
  actions: [
    anAction({
      decisionId: 'd-why',
      what: 'Ask Leah whom she wants, and tell the home',
      due: { kind: 'date', on: '2026-10-07' },
    }),
    // A vague verb stands where the decision says how we will know.
    anAction({
      decisionId: 'd-why',
      what: 'Monitor calls after nine at night',
      due: { kind: 'date', on: '2026-12-01' },
    }),
    anAction({
      decisionId: 'd-school',
      what: 'Send a tutor twice a week',
      due: { kind: 'date', on: '2026-10-12' },
    }),
  ],
});

/** S7: an unaccompanied boy at his first review; his words come with their translation. */
const alone = minutesOf({
  on: '2026-08-14',
  child: aChild({
    fullName: 'Amir Samplewala',
    preferredName: 'Amir',
    dateOfBirth: '2010-05-03',
    languages: ['Dari'],
  }),
  review: {
    number: 1,
    participation: { code: 'PN1', part: 'through an interpreter by phone' },
    nextReview: { kind: 'date', on: '2026-11-12' },
  },
  periods: [lookedAfter('2026-07-20'), legalStatus('section-20', '2026-07-20')],
  events: [anEvent({ kind: 'health-assessment', dueOn: '2026-08-17' })],
  points: [
    aPoint({
      id: 'p-friday',
      section: 'identity',
      kind: 'wish',
      words: 'می‌خواهم جمعه نماز بخوانم',
      translation: { from: 'Dari', words: 'I want to pray on Friday without asking' },
      gist: 'Praying on Friday',
      outcome: { result: 'agreed' },
      telling: { kind: 'told' },
    }),
    aPoint({ id: 'p-brother', section: 'family-time', kind: 'worry', words: 'where is my brother' }),
  ],
  decisions: [
    aDecision({ id: 'd-friday', pointIds: ['p-friday'], wording: 'Amir goes to the mosque each Friday.' }),
    aDecision({
      id: 'd-trace',
      pointIds: ['p-brother'],
      wording: 'His brother is looked for, with his consent.',
    }),
  ],
  actions: [
    anAction({
      decisionId: 'd-friday',
      what: 'Give Amir a bus pass',
      due: { kind: 'date', on: '2026-08-14' },
    }),
    ...Array.from({ length: 11 }, (_, place) =>
      anAction({
        decisionId: 'd-trace',
        what: `Take step ${place + 1} of the tracing form`,
        due: { kind: 'date', on: '2026-09-30' },
        position: place,
      }),
    ),
  ],
});

const court = [legalStatus('interim-care-order', '2026-03-02'), lookedAfter('2026-02-20')];

/** Proceedings bring long plans. */
const longPlan = minutesOf({
  review: { number: 3 },
  periods: court,
  decisions: [aDecision({ id: 'd-1', wording: 'The court has what it asked for.' })],
  actions: Array.from({ length: 17 }, (_, place) =>
    anAction({
      decisionId: 'd-1',
      what: `File statement ${place + 1}`,
      due: { kind: 'date', on: '2026-11-30' },
      position: place,
    }),
  ),
});

export const goodOlder: readonly CorpusRecord[] = [
  { name: 'a teenager whose high risk was considered', record: teen, expects: [] },
  { name: 'an unaccompanied boy at his first review', record: alone, today: '2026-08-17', expects: [] },
  { name: 'a long plan in proceedings', record: longPlan, expects: [] },
];

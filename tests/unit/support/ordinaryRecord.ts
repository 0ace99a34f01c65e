import type { SectionKey } from '../../../shared/domain/model/sections.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Section } from '../../../shared/domain/model/minutes.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import {
  aDecision,
  aMeeting,
  aPeriod,
  aPerson,
  aPoint,
  aProgress,
  aRecord,
  aReview,
  aSection,
  aText,
  anAction,
  anEvent,
  legalStatus,
  lookedAfter,
} from './builders.ts';

/** Sections checked and unchanged: what an officer does with one key. */
export function unchanged(checkedWith: string, on: string, keys: readonly SectionKey[]): Section[] {
  return keys.map((key) =>
    aSection({ key, ending: { kind: 'no-change', checkedWith, on: aMeeting({ on }).on } }),
  );
}

/** Everything the officer owes a review of a child over four, answered. */
export function aCompleteReview(given: Parameters<typeof aReview>[0] = {}): Review {
  return aReview({
    participation: { code: 'PN1', part: 'Juniper chaired the first twenty minutes.' },
    duties: {
      spokeAlone: { outcome: 'yes', on: '2026-10-01', how: 'a walk after school' },
      parents: [{ personId: 'mum', wasPresent: false, viewsObtained: 'by phone on 2 Oct 2026' }],
      workerReport: {
        receivedOn: '2026-09-30',
        sharedWithChild: 'read together on 1 Oct',
        sharedWithParents: 'sent on 30 Sep',
      },
      carePlan: {
        datedOn: '2026-04-20',
        meetsNeeds: 'partly',
        sentence: 'It meets every need but the dentist and the life-story book.',
        permanenceRoute: 'long-term fostering',
      },
    },
    nextReview: { kind: 'date', on: '2027-04-05', place: 'at home' },
    ...given,
  });
}

const people = [
  aPerson({
    id: 'mum',
    name: 'Odette Samplewick',
    role: 'parent',
    relationship: 'Mum',
    hasParentalResponsibility: true,
  }),
  aPerson({ id: 'bel', name: 'Bel Mockford', role: 'carer', relationship: 'foster carer' }),
  aPerson({ id: 'sam', name: 'Sam Placeholder', role: 'social-worker' }),
];

const texts = [
  aText({
    section: 'childs-views',
    body: 'Juniper and I walked round the pond on 1 October. She had her questions on cards and asked them all.',
  }),
  aText({
    section: 'health',
    body: 'The review health assessment was on 14 May 2026; the report was seen. The last dentist was on 3 February 2025. Bel has a place on the list of the dentist in Lower Sample.',
  }),
  aText({
    section: 'health',
    part: 'meaning',
    body: 'Juniper is well and grows as she should. The dentist was forgotten by all of us, and it is not her fault.',
  }),
  aText({
    section: 'placement',
    body: 'Juniper has lived with Bel since 2021. Both want her to stay until she is grown up.',
  }),
  aText({
    section: 'risk-and-safety',
    body: 'There were no incidents since April. Bel, the school and Juniper were each asked about life online.',
  }),
  aText({
    section: 'education',
    body: 'Juniper reads two years ahead of her age. The personal education plan was written on 30 June 2026.',
  }),
  aText({
    section: 'life-story',
    body: 'Nobody has worked with Juniper on her life story since 2023. She asks why her mother got better for the new baby.',
  }),
  aText({
    section: 'others-views',
    body: 'Mum is glad about the school and sad about the dates of family time.',
  }),
  aText({
    section: 'iro-view',
    body: 'The plan meets her need for a home. It does not yet meet her need to know her own story.',
  }),
];

const points = [
  aPoint({
    id: 'p-hamster',
    section: 'childs-views',
    kind: 'wish',
    words: 'can I please please have a hamster',
    gist: 'A hamster',
    source: { who: 'Juniper', how: 'on a card', on: '2026-10-01', wasAlone: true },
    readBack: { kind: 'yes' },
    outcome: { result: 'agreed' },
    telling: { kind: 'told', by: 'Bel', on: '2026-10-05' },
  }),
  aPoint({
    id: 'p-sundays',
    section: 'family-time',
    kind: 'wish',
    words: 'I want to see Mum every Sunday not just some',
    gist: 'Every Sunday with Mum',
    answer: { kind: 'no-action', because: 'The court order sets every second Sunday.' },
    outcome: {
      result: 'not-agreed',
      because: 'A judge set every second Sunday, and Mum cannot do more yet.',
    },
    telling: { kind: 'in-letter' },
  }),
  aPoint({
    id: 'p-story',
    section: 'life-story',
    kind: 'question',
    words: 'why did Mum get better for the new baby',
    gist: 'Your question about Mum',
  }),
  aPoint({
    id: 'p-dentist',
    section: 'health',
    kind: 'need',
    words: 'A dentist: twenty months since the last check.',
  }),
  aPoint({
    id: 'p-reading',
    section: 'education',
    kind: 'need',
    words: 'Harder books than her class has.',
    answer: {
      kind: 'in-hand',
      what: 'a shelf of her own',
      who: 'Mr Notreal, class teacher',
      since: '2026-09-07',
    },
  }),
  aPoint({
    id: 'p-online',
    section: 'risk-and-safety',
    kind: 'risk',
    words: 'Strangers in the chat of a game.',
    answer: { kind: 'in-hand', what: 'the chat is switched off', who: 'Bel', since: '2026-08-20' },
  }),
  aPoint({
    id: 'p-good',
    section: 'interests',
    kind: 'strength',
    words: 'She taught three friends to juggle.',
  }),
];

const decisions = [
  aDecision({
    id: 'd-hamster',
    wording: 'A hamster comes to live with Juniper.',
    pointIds: ['p-hamster'],
    position: 1,
  }),
  aDecision({
    id: 'd-dentist',
    wording: 'Teeth are checked now, and twice each year.',
    howWeWillKnow: 'A letter from the dentist.',
    pointIds: ['p-dentist'],
    theme: 'stalled',
  }),
  aDecision({
    id: 'd-story',
    wording: 'Life-story sessions start again, once a fortnight.',
    howWeWillKnow: 'Juniper can say why she lives with Bel.',
    pointIds: ['p-story'],
    changesCarePlan: true,
    theme: 'stalled',
    position: 1,
  }),
];

const actions = [
  anAction({
    id: 'a-hamster',
    decisionId: 'd-hamster',
    what: 'Choose a hamster with Juniper and set up its cage',
    accountable: { kind: 'named', name: 'Sam Placeholder' },
    doneBy: 'Bel Mockford',
    due: { kind: 'date', on: '2026-10-24' },
  }),
  anAction({
    id: 'a-dentist',
    decisionId: 'd-dentist',
    what: 'Take Juniper to the dentist in Lower Sample',
    accountable: { kind: 'named', name: 'Sam Placeholder' },
    doneBy: 'Bel Mockford',
    due: { kind: 'date', on: '2026-10-15' },
  }),
  anAction({
    id: 'a-story',
    decisionId: 'd-story',
    what: 'Hold the first life-story session with Juniper',
    accountable: { kind: 'named', name: 'Sam Placeholder' },
    due: { kind: 'date', on: '2026-10-20' },
  }),
];

/** What the review before promised: one thing done, one not yet due, one late with its reason. */
const before = {
  review: aCompleteReview({ id: 'review-0', number: 6, nextReview: { kind: 'date', on: '2026-10-05' } }),
  meeting: aMeeting({ id: 'meeting-0', reviewIds: ['review-0'], on: '2026-04-13' }),
  decisions: [
    aDecision({ id: 'd-old', reviewId: 'review-0', wording: 'Swimming, passport and school trip.' }),
  ],
  actions: [
    anAction({
      id: 'a-old-swim',
      reviewId: 'review-0',
      decisionId: 'd-old',
      what: 'Enrol Juniper for swimming',
      due: { kind: 'date', on: '2026-05-15' },
    }),
    anAction({
      id: 'a-old-passport',
      reviewId: 'review-0',
      decisionId: 'd-old',
      what: 'Apply for a passport',
      due: { kind: 'date', on: '2026-12-18' },
    }),
    anAction({
      id: 'a-old-trip',
      reviewId: 'review-0',
      decisionId: 'd-old',
      what: 'Sign the form for the trip to France',
      due: { kind: 'date', on: '2026-06-30' },
    }),
  ],
  progress: [
    aProgress({
      id: 'pr-swim',
      actionId: 'a-old-swim',
      evidence: 'Bel told the review; Juniper has a badge.',
    }),
    aProgress({
      id: 'pr-trip',
      actionId: 'a-old-trip',
      value: 'not_done',
      evidence: 'Sam told the review.',
      because: 'Nobody knew who may sign.',
      effect: 'worse',
    }),
  ],
};

/**
 * Ordinary good minutes: Juniper, 9, in long-term foster care, seventh review on Mon 5 Oct 2026, with the sixth
 * before it. It gives no finding at all, so that a test can take one thing away and see what is said.
 */
export function anOrdinaryRecord(parts: Partial<ChildRecord> = {}): ChildRecord {
  return aRecord({
    periods: [
      lookedAfter('2019-05-07'),
      legalStatus('care-order', '2019-11-20'),
      aPeriod({
        kind: 'placement',
        placement: 'long-term-foster-carers',
        from: '2021-03-01',
        carerIds: ['bel'],
      }),
      aPeriod({ kind: 'social-worker', name: 'Sam Placeholder', from: '2025-02-03' }),
      aPeriod({ kind: 'school', name: 'Mockridge Primary', from: '2021-04-19' }),
    ],
    people,
    events: [
      anEvent({
        id: 'e-rha',
        kind: 'health-assessment',
        on: '2026-05-14',
        dueOn: '2026-05-20',
        nextDueOn: '2027-05-14',
      }),
      anEvent({ id: 'e-dentist', kind: 'dental-check', on: '2025-02-03', nextDueOn: '2025-08-03' }),
      anEvent({ id: 'e-sdq', kind: 'sdq', on: '2026-09-14', score: 6 }),
      anEvent({ id: 'e-visit', kind: 'visit', on: '2026-09-10', wasSeenAlone: true }),
    ],
    reviews: [before.review, aCompleteReview()],
    meetings: [before.meeting, aMeeting({ id: 'meeting-1' })],
    sections: unchanged('Juniper, Bel and Sam', '2026-10-05', [
      'emotional-wellbeing',
      'visits',
      'identity',
      'legal-status',
      'permanence',
      'rights',
    ]),
    texts,
    points,
    decisions: [...before.decisions, ...decisions],
    actions: [...before.actions, ...actions],
    progress: before.progress,
    ...parts,
  });
}

import {
  aChild,
  aDecision,
  aMeeting,
  aReview,
  aPerson,
  aPeriod,
  aPoint,
  aRisk,
  aSection,
  aText,
  anAction,
  anEvent,
  legalStatus,
  lookedAfter,
} from '../../support/builders.ts';
import { anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { CorpusRecord } from './corpus.ts';
import { minutesOf } from './minutes.ts';

const blip = aChild({
  fullName: 'Blip Testington',
  preferredName: 'Blip',
  dateOfBirth: '2026-04-30',
  voice: 'about',
});

/** S1 of the domain notes: an extra review of a baby in proceedings, which counts as the second. */
const baby = minutesOf({
  child: blip,
  reviews: [aReview({ id: 'review-0', number: 1 })],
  meetings: [aMeeting({ reviewIds: ['review-0'], on: '2026-09-11' })],
  review: {
    number: 2,
    participation: { code: 'PN0' },
    duties: {
      spokeAlone: { outcome: 'not-appropriate', because: 'Blip is five months old; I watched him at play.' },
      parents: [
        { personId: 'mum', wasPresent: true },
        { personId: 'dad', wasPresent: false, whyNot: 'three letters and two calls were not answered' },
      ],
      workerReport: { receivedOn: '2026-09-30', sharedWithParents: 'sent to mum on 30 Sep' },
      carePlan: {
        datedOn: '2026-08-28',
        meetsNeeds: 'yes',
        sentence: 'It keeps two routes open, each with dates.',
      },
    },
  },
  periods: [lookedAfter('2026-08-17'), legalStatus('interim-care-order', '2026-08-21')],
  people: [
    aPerson({ id: 'mum', name: 'Clementine Testington', role: 'parent', hasParentalResponsibility: true }),
    aPerson({ id: 'dad', name: 'Bertram Sampleby', role: 'parent' }),
    aPerson({ id: 'carers', name: 'Noor and Wren Example', role: 'carer' }),
  ],
  events: [
    anEvent({
      kind: 'health-assessment',
      label: 'Initial health assessment',
      dueOn: '2026-09-15',
      on: '2026-09-28',
    }),
    anEvent({ kind: 'health-other', label: 'Hip scan', dueOn: '2026-10-12' }),
    anEvent({ kind: 'court-hearing', dueOn: '2026-11-20' }),
  ],
  texts: [
    aText({
      section: 'health',
      body: 'The initial health assessment was on 28 September, thirteen days late, because the clinic cancelled. A hip scan is booked for 12 October.',
    }),
    aText({
      section: 'permanence',
      body: 'Two routes run side by side: adoption, and a home with grandmother.',
    }),
  ],
  points: [
    aPoint({
      section: 'childs-views',
      kind: 'observation',
      words: 'Blip settles when Noor hums, and startles when the door opens at family time.',
      source: { who: 'Noor Example, carer', how: 'told the review' },
    }),
    aPoint({
      id: 'p-brother',
      section: 'family-time',
      kind: 'need',
      words: 'To grow up knowing Bloop, his brother.',
    }),
    aPoint({
      id: 'p-gran',
      section: 'permanence',
      kind: 'need',
      words: 'An answer whether grandmother can care for him.',
    }),
  ],
  decisions: [
    aDecision({
      id: 'd-brother',
      pointIds: ['p-brother'],
      wording: 'The two brothers are assessed together.',
      howWeWillKnow: 'The assessment names how often they meet.',
    }),
    aDecision({
      id: 'd-gran',
      pointIds: ['p-gran'],
      theme: 'permanence',
      wording: 'Grandmother is assessed before the final evidence.',
    }),
  ],
  actions: [
    anAction({
      decisionId: 'd-brother',
      what: 'Write the assessment of the brothers',
      due: { kind: 'date', on: '2026-11-06' },
    }),
    anAction({
      decisionId: 'd-gran',
      what: 'File the assessment of grandmother',
      accountable: { kind: 'not-allocated', heldBy: 'Ines Notreal, team manager' },
      due: { kind: 'court', checkBy: '2026-11-13' },
    }),
  ],
});

/** Five, in a kinship home; her father's home is where the risk was. */
const fiveYearOld = minutesOf({
  child: aChild({ fullName: 'Tilda Testerby', preferredName: 'Tilda', dateOfBirth: '2021-06-11' }),
  review: {
    number: 4,
    participation: { code: 'PN3', through: 'a drawing and two puppets' },
    duties: {
      spokeAlone: { outcome: 'yes', on: '2026-10-02', how: 'with puppets, in the nursery garden' },
      parents: [{ personId: 'dad', wasPresent: false, viewsObtained: 'a letter of 1 October' }],
      workerReport: { whyNot: 'Tamsin was off sick; her manager told the review what it would have said.' },
      carePlan: { datedOn: '2026-07-14', meetsNeeds: 'partly', sentence: 'It says nothing of her speech.' },
    },
    nextReview: { kind: 'date', on: '2027-03-15' },
    letter: {
      proudOf: 'You drew a big blue whale. You told us all its names.',
      cards: [
        {
          heading: 'Your bed',
          text: 'You asked for a bed like Nan’s. Nan will get one with you on 17 October.',
        },
      ],
      toMend: ['We were slow to get you help with words. Tamsin will ring the clinic.'],
      staysTheSame: 'You live with Nan.',
      whenWeSpeak: 'I will see you in March. Nan can ring me when you want to talk.',
    },
  },
  people: [
    aPerson({ id: 'dad', name: 'Gus Testerby', role: 'parent', hasParentalResponsibility: true }),
    aPerson({ id: 'nan', name: 'Philippa Testerby', role: 'relative', relationship: 'Nan' }),
  ],
  periods: [
    lookedAfter('2025-01-20'),
    legalStatus('care-order', '2025-09-12'),
    aPeriod({ kind: 'placement', placement: 'relative-or-friend', from: '2025-01-20', carerIds: ['nan'] }),
  ],
  risks: [
    aRisk({
      type: 'domestic-abuse',
      title: 'Shouting and hitting at her father’s home',
      rating: 'high',
      covers: [{ kind: 'assessment', on: '2026-08-03', by: 'Tamsin Example' }],
      events: [
        {
          id: 'ev-1',
          on: '2026-09-12',
          what: 'He came to Nan’s door at night.',
          considered: { on: '2026-09-14', by: 'Tamsin Example', outcome: 'stands' },
        },
      ],
    }),
  ],
  points: [
    aPoint({
      id: 'p-bed',
      section: 'childs-views',
      kind: 'wish',
      words: 'I want a big bed like Nan has',
      outcome: { result: 'agreed' },
      telling: { kind: 'will-be-told', by: 'Nan', due: '2026-10-06' },
    }),
    aPoint({
      id: 'p-speech',
      section: 'health',
      kind: 'need',
      words: 'Strangers cannot follow half of what she says.',
    }),
    aPoint({
      section: 'risk-and-safety',
      kind: 'risk',
      words: 'Her father comes to the door.',
      answer: {
        kind: 'in-hand',
        what: 'the safety plan of 14 September',
        who: 'Tamsin Example',
        since: '2026-09-14',
      },
    }),
  ],
  decisions: [
    aDecision({ id: 'd-bed', pointIds: ['p-bed'], wording: 'Tilda gets a bed of her own choosing.' }),
    aDecision({ id: 'd-speech', pointIds: ['p-speech'], wording: 'A speech therapist sees her this term.' }),
  ],
  actions: [
    anAction({ decisionId: 'd-bed', what: 'Pay for the bed', due: { kind: 'date', on: '2026-10-16' } }),
    anAction({
      decisionId: 'd-speech',
      what: 'Ring the clinic and give the date to Nan',
      due: { kind: 'date', on: '2026-10-05' },
    }),
  ],
});

/** A settled child: nearly all was checked and has not changed. */
const short = minutesOf({
  child: aChild({ fullName: 'Ottoline Fauxton', preferredName: 'Otti', dateOfBirth: '2015-01-19' }),
  review: { number: 12, participation: { code: 'PN6', through: 'three voice messages' } },
  checkedWith: 'Otti, both carers and the school',
  texts: [aText({ section: 'iro-view', body: 'Otti is settled, well and busy. The plan meets her needs.' })],
  points: [
    aPoint({ section: 'childs-views', kind: 'news', words: 'i got into the under 12s!!' }),
    aPoint({ section: 'interests', kind: 'strength', words: 'Goalkeeper of the county team.' }),
  ],
});

/** On the fourth birthday either kind of code stands; a brother is named, and is among her people. */
const fourthBirthday = (code: 'PN0' | 'PN1') =>
  minutesOf({
    child: aChild({ fullName: 'Pip Samplerson', preferredName: 'Pip', dateOfBirth: '2022-10-05' }),
    review: { number: 5, participation: { code } },
    people: [aPerson({ name: 'Rollo Samplerson', role: 'brother-or-sister' })],
    texts: [aText({ section: 'family-time', body: 'Rollo Samplerson visits each Saturday.' })],
  });

export const goodYoung: readonly CorpusRecord[] = [
  { name: 'ordinary minutes of a child of nine', record: anOrdinaryRecord(), expects: [] },
  { name: 'a baby in proceedings', record: baby, expects: [] },
  { name: 'a child of five with her grandmother', record: fiveYearOld, expects: [] },
  { name: 'a short review of a settled child', record: short, expects: [] },
  { name: 'the fourth birthday, coded PN0', record: fourthBirthday('PN0'), expects: [] },
  {
    name: 'the fourth birthday, coded PN1',
    record: fourthBirthday('PN1'),
    caseload: ['Rollo Samplerson'],
    expects: [],
  },
  {
    name: 'sections that were not discussed and say why',
    record: minutesOf({
      sections: [
        aSection({
          key: 'interests',
          ending: { kind: 'not-discussed', because: 'Time ran out; Bel will ask.' },
        }),
        aSection({
          key: 'health',
          ending: { kind: 'not-discussed', because: 'The nurse was ill; 19 Oct instead.' },
        }),
        aSection({
          key: 'life-story',
          ending: { kind: 'does-not-apply', because: 'The book was finished in May.' },
        }),
      ],
    }),
    expects: [],
  },
];

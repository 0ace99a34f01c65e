import { describe, expect, it } from 'vitest';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { FindingCode } from '../../../shared/domain/findings/table.ts';
import {
  aChild,
  aDecision,
  aPerson,
  aPoint,
  aProgress,
  aRisk,
  aText,
  anAction,
  anEvent,
  legalStatus,
} from '../support/builders.ts';
import { aCompleteReview, anOrdinaryRecord } from '../support/ordinaryRecord.ts';
import { codesOf } from './corpus/corpus.ts';
import { minutesOf } from './corpus/minutes.ts';

const good = anOrdinaryRecord();
type Edge = readonly [name: string, record: ChildRecord, codes: readonly FindingCode[]];

function holds(edges: readonly Edge[]) {
  it.each(edges)('%s', (_, record, codes) => {
    expect(codesOf({ record })).toEqual(codes);
  });
}

const cover = { kind: 'assessment', on: '2026-09-01' } as const;
const highRisk = (on: string) =>
  aRisk({ rating: 'high', covers: [cover], events: [{ id: 'ev-1', on, what: 'It came.' }] });

describe('risks', () => {
  holds([
    ['an event of the day of the assessment', { ...good, risks: [highRisk('2026-09-01')] }, []],
    [
      'an event of the day after',
      { ...good, risks: [highRisk('2026-09-02')] },
      ['high-risk-event-not-considered'],
    ],
    ['an event still to come', { ...good, risks: [highRisk('2026-10-07')] }, []],
  ]);
});

const undated = anAction({
  id: 'a-undated',
  reviewId: 'review-0',
  decisionId: 'd-old',
  what: 'Mend the gate',
  due: undefined,
});
const loose = anAction({
  id: 'a-loose',
  reviewId: 'review-0',
  what: 'Mend the gate',
  due: { kind: 'date', on: '2026-10-02' },
});
const silent = (actionId: string, value: 'done' | 'not_done') =>
  aProgress({ actionId, value, effect: undefined });

describe('promises', () => {
  holds([
    [
      'one without a date is asked about',
      { ...good, actions: [...good.actions, undated] },
      ['due-action-without-progress'],
    ],
    [
      'one of a decision, done in time, needs its effect',
      {
        ...good,
        progress: good.progress.map((entry) =>
          entry.value === 'done' ? { ...entry, effect: undefined } : entry,
        ),
      },
      ['effect-not-said'],
    ],
    [
      'one of no decision, done in time, needs no effect',
      { ...good, actions: [...good.actions, loose], progress: [...good.progress, silent('a-loose', 'done')] },
      [],
    ],
    [
      'one of no decision, late, needs its effect',
      {
        ...good,
        actions: [...good.actions, loose],
        progress: [...good.progress, silent('a-loose', 'not_done')],
      },
      ['effect-not-said'],
    ],
    [
      'the words of a late one that recurs',
      {
        ...good,
        actions: [
          ...good.actions.map((action) =>
            action.id === 'a-old-trip' ? { ...action, isRecurring: true } : action,
          ),
          anAction({ decisionId: 'd-story', what: 'Sign the form for the trip to France' }),
        ],
      },
      [],
    ],
  ]);
});

describe('points', () => {
  holds([
    [
      'a worry has no outcome to give a reason for',
      {
        ...good,
        points: [
          ...good.points,
          aPoint({
            kind: 'worry',
            outcome: { result: 'not-agreed' },
            answer: { kind: 'no-action', because: 'It has passed.' },
          }),
        ],
      },
      [],
    ],
    [
      'left to a person to be confirmed',
      {
        ...good,
        points: [
          ...good.points,
          aPoint({ answer: { kind: 'in-hand', what: 'a seat', who: 'TBC', since: '2026-09-01' } }),
          aPoint({
            kind: 'wish',
            section: 'interests',
            words: 'a trampoline',
            answer: { kind: 'no-action', because: 'The garden is too small.' },
            telling: { kind: 'will-be-told', by: 'to be confirmed', due: '2026-10-12' },
          }),
        ],
      },
      ['vague-person', 'vague-person'],
    ],
  ]);
});

const eleven = Array.from({ length: 8 }, (_, place) =>
  anAction({ decisionId: 'd-story', what: `Write chapter ${place + 1}`, position: place + 2 }),
);
const watched = minutesOf({ periods: [legalStatus('section-20', '2026-01-05')] });

describe('the plan and the law', () => {
  holds([
    [
      'a hearing that is over does not lengthen the plan',
      {
        ...good,
        actions: [...good.actions, ...eleven],
        events: [...good.events, anEvent({ kind: 'court-hearing', dueOn: '2026-09-01', on: '2026-09-01' })],
      },
      ['many-new-actions'],
    ],
    [
      'a legal review still to come has not looked yet',
      { ...watched, events: [anEvent({ kind: 'legal-review', on: '2026-10-20' })] },
      ['legal-review-missing'],
    ],
  ]);
});

const eyes = anEvent({ kind: 'eye-test', on: '2025-06-02', nextDueOn: '2026-06-02' });
const assessment = anEvent({ kind: 'health-assessment', on: '2025-05-14', nextDueOn: '2026-05-14' });
const perhaps = minutesOf({ texts: [aText({ section: 'health', body: 'Perhaps she sleeps better.' })] });

describe('health dates', () => {
  holds([
    [
      'an earlier test does not meet a later date',
      { ...good, events: [...good.events, anEvent({ kind: 'eye-test', on: '2024-06-02' }), eyes] },
      ['health-date-passed'],
    ],
    [
      'two dates of one kind are one thing to look at',
      { ...good, events: [...good.events, eyes, anEvent({ kind: 'eye-test', dueOn: '2026-07-01' })] },
      ['health-date-passed'],
    ],
    ['“perhaps” does not speak of an RHA', { ...perhaps, events: [assessment] }, ['health-date-passed']],
    [
      'an RHA does',
      {
        ...minutesOf({ texts: [aText({ section: 'health', body: 'The RHA is booked.' })] }),
        events: [assessment],
      },
      [],
    ],
    [
      'its own label does',
      {
        ...minutesOf({ texts: [aText({ section: 'health', body: 'The hip scan waits.' })] }),
        events: [anEvent({ kind: 'health-other', label: 'Hip scan', dueOn: '2026-08-01' })],
      },
      [],
    ],
  ]);
});

const writing = (heading: string, text: string) =>
  aCompleteReview({
    letter: {
      proudOf: 'You were a fair boss.',
      cards: [{ heading, text }],
      toMend: [],
      whenWeSpeak: 'See you soon.',
    },
  });
const teenager = aChild({ dateOfBirth: '2012-01-01' });
const longSentence =
  'Bel says yes if you help to clean the cage and if you feed it each day and if it does not run in the hall.';

describe('the letter', () => {
  const withLetter = (text: string, parts: Partial<ChildRecord> = {}): ChildRecord => ({
    ...good,
    ...parts,
    reviews: [...good.reviews.filter(({ id }) => id !== 'review-1'), writing('A card', text)],
  });
  holds([
    [
      'a long sentence is marked at any age',
      withLetter(longSentence, { child: teenager }),
      ['letter-hard-to-read'],
    ],
    ['a few hard words alone are not judged', withLetter('Unfortunately, supervised family contact.'), []],
    [
      'names of people are not measured',
      withLetter('Anastasia Featherington-Placeholder will see you at the pond at two on Friday.', {
        people: [...good.people, aPerson({ name: 'Anastasia Featherington-Placeholder' })],
      }),
      [],
    ],
  ]);
});

const many = Array.from({ length: 2_600 }, (_, place) => `w${place}`).join(' ');
const point = aPoint({ id: 'p-long', kind: 'description', section: 'identity', words: many });
const marked = (isAnchored: boolean): ChildRecord => ({
  ...good,
  points: [...good.points, point],
  texts: [
    ...good.texts,
    aText({
      section: 'identity',
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: many,
                ...(isAnchored && { marks: [{ type: 'point', attrs: { id: 'p-long' } }] }),
              },
            ],
          },
        ],
      },
    }),
  ],
});

describe('the length of a record', () => {
  holds([
    ['words beside their point count once', marked(true), []],
    ['words elsewhere count too', marked(false), ['record-too-long']],
  ]);
});

describe('reading order', () => {
  const taf = (section: 'health' | 'education') => aText({ section, body: 'The TAF met.' });
  it('goes by section before code, and names initials where they first stand', () => {
    const record = minutesOf({
      review: { participation: undefined },
      texts: [taf('education'), taf('health')],
      decisions: [aDecision({ id: 'd-1', pointIds: [] })],
    });
    const without = { ...record, sections: record.sections.filter(({ key }) => key !== 'identity') };
    expect(codesOf({ record: without })).toEqual([
      'participation-missing',
      'section-without-ending',
      'unknown-initials',
    ]);
  });
});

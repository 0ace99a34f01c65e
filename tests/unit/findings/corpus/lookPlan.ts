import type { Action, Decision } from '../../../../shared/domain/model/plan.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { aDraft, aProgress, anAction, anEvent, legalStatus } from '../../support/builders.ts';
import { edit } from '../../support/edits.ts';
import { aCompleteReview, anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { SpoiledRecord } from './corpus.ts';
import { minutesOf } from './minutes.ts';

const good = anOrdinaryRecord();

function withAction(record: ChildRecord, id: string, change: Partial<Action>): ChildRecord {
  return { ...record, actions: edit(record.actions, id, (action) => ({ ...action, ...change })) };
}
function withDecision(record: ChildRecord, id: string, change: Partial<Decision>): ChildRecord {
  return { ...record, decisions: edit(record.decisions, id, (decision) => ({ ...decision, ...change })) };
}
const named = (name: string) => anAction({ accountable: { kind: 'named', name } }).accountable;

const vague: readonly SpoiledRecord[] = [
  {
    name: 'a date typed as “ongoing”',
    code: 'vague-date',
    record: { ...good, drafts: [aDraft({ record: 'a-dentist', field: 'due', raw: 'Ongoing' })] },
    expects: ['vague-date'],
    mends: {
      'nothing typed': (record) => ({ ...record, drafts: [] }),
      'half a date is not vague': (record) => ({
        ...record,
        drafts: [aDraft({ record: 'a-dentist', field: 'due', raw: '3 Nov 20' })],
      }),
    },
  },
  {
    name: 'no date but “TBC”',
    code: 'vague-date',
    record: {
      ...withAction(good, 'a-dentist', { due: undefined }),
      drafts: [aDraft({ record: 'a-dentist', field: 'due.on', raw: 'tbc' })],
    },
    expects: ['action-without-date', 'vague-date'],
    mends: { 'nothing typed': (record) => ({ ...record, drafts: [] }) },
  },
  {
    name: 'a person called TBC, and one typed as asap',
    code: 'vague-person',
    record: {
      ...withAction(good, 'a-hamster', { accountable: named('TBC') }),
      drafts: [aDraft({ record: 'a-story', field: 'accountable.name', raw: 'a.s.a.p.' })],
    },
    expects: ['vague-person', 'vague-person'],
    mends: {
      'both named': (record) => ({
        ...withAction(record, 'a-hamster', { accountable: named('Sam Placeholder') }),
        drafts: [],
      }),
    },
  },
  ...(
    ['Support Juniper with friendships', 'Sam will continue to monitor sleep', 'Explore a club'] as const
  ).map((what): SpoiledRecord => ({
    name: `“${what}”, and nobody says how we will know`,
    code: 'vague-action',
    record: withDecision(withAction(good, 'a-story', { what }), 'd-story', { howWeWillKnow: undefined }),
    expects: ['vague-action'],
    mends: {
      'say how we will know': (record) =>
        withDecision(record, 'd-story', { howWeWillKnow: 'She sleeps till six.' }),
      'say what is done': (record) => withAction(record, 'a-story', { what: `${what}, and report by phone` }),
    },
  })),
];

const again: readonly SpoiledRecord[] = [
  {
    name: 'the words of a late action again',
    code: 'same-wording-again',
    record: withAction(good, 'a-story', { what: 'sign the form, for the trip to France.' }),
    expects: ['same-wording-again'],
    mends: {
      'other words': (record) => withAction(record, 'a-story', { what: 'Ring Dev, who may sign the form' }),
      'it recurs': (record) => withAction(record, 'a-story', { isRecurring: true }),
      'it was not late': (record) =>
        withAction(record, 'a-old-trip', { due: anAction({ due: { kind: 'date', on: '2026-10-05' } }).due }),
      'it was done': (record) => ({
        ...record,
        progress: [
          aProgress({ actionId: 'a-old-trip' }),
          ...record.progress.filter(({ id }) => id === 'pr-swim'),
        ],
      }),
    },
  },
];

const many = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    anAction({ decisionId: 'd-story', what: `Write chapter ${place + 1} of the book`, position: place + 2 }),
  );

const workload: readonly SpoiledRecord[] = [
  {
    name: 'eleven new actions',
    code: 'many-new-actions',
    record: { ...good, actions: [...good.actions, ...many(8)] },
    expects: ['many-new-actions'],
    mends: {
      'ten of them': (record) => ({ ...record, actions: record.actions.slice(0, -1) }),
      'at the second review': (record) => ({
        ...record,
        reviews: edit(record.reviews, 'review-1', (review) => ({
          ...review,
          number: 2,
          nextReview: aCompleteReview({ nextReview: { kind: 'date', on: '2027-01-04' } }).nextReview,
        })),
      }),
      'in proceedings': (record) => ({
        ...record,
        periods: [...record.periods, legalStatus('interim-care-order', '2026-09-01')],
      }),
      'before a hearing': (record) => ({
        ...record,
        events: [...record.events, anEvent({ kind: 'court-hearing', dueOn: '2026-12-01' })],
      }),
    },
  },
  {
    name: 'sixteen open actions, seven of them new',
    code: 'many-open-actions',
    record: {
      ...good,
      actions: [
        ...good.actions,
        ...many(4),
        ...Array.from({ length: 7 }, (_, place) =>
          anAction({
            reviewId: 'review-0',
            decisionId: 'd-old',
            what: `Old promise ${place + 1}`,
            due: { kind: 'date', on: '2026-12-18' },
          }),
        ),
      ],
    },
    expects: ['many-open-actions'],
    mends: {
      'one is done': (record) => ({
        ...record,
        progress: record.progress.map((entry) =>
          entry.id === 'pr-trip' ? aProgress({ id: 'pr-trip', actionId: 'a-old-trip' }) : entry,
        ),
      }),
      'after a hearing that is over, none pending': (record) => ({
        ...record,
        actions: record.actions.slice(0, -1),
        events: [...record.events, anEvent({ kind: 'court-hearing', on: '2026-05-01', dueOn: '2026-05-01' })],
      }),
    },
  },
];

const legal: readonly SpoiledRecord[] = (['section-20', 'placement-order'] as const).map(
  (status): SpoiledRecord => ({
    name: `${status} for seven months, and nobody looked`,
    code: 'legal-review-missing',
    record: minutesOf({
      periods: [
        ...minutesOf({}).periods.filter(({ kind }) => kind === 'looked-after'),
        legalStatus(status, '2026-03-01'),
      ],
    }),
    expects: ['legal-review-missing'],
    mends: {
      'reviewed in April': (record) => ({
        ...record,
        events: [anEvent({ kind: 'legal-review', on: '2026-04-05' })],
      }),
      'for six months to the day': (record) => ({ ...record, periods: [legalStatus(status, '2026-04-05')] }),
      'it ended': (record) => ({ ...record, periods: [legalStatus(status, '2026-03-01', '2026-10-01')] }),
    },
  }),
);

const dental = anEvent({ id: 'e-eyes', kind: 'eye-test', on: '2025-06-02', nextDueOn: '2026-06-02' });
const health: readonly SpoiledRecord[] = [
  {
    name: 'glasses four months late, and nothing said',
    code: 'health-date-passed',
    record: { ...good, events: [...good.events, dental] },
    expects: ['health-date-passed'],
    mends: {
      'done since': (record) => ({
        ...record,
        events: [...record.events, anEvent({ kind: 'eye-test', on: '2026-09-01' })],
      }),
      refused: (record) => ({
        ...record,
        events: [...record.events, anEvent({ kind: 'eye-test', dueOn: '2026-06-02', isRefused: true })],
      }),
      mentioned: (record) => ({
        ...record,
        texts: edit(record.texts, 'review-1.health.account', (text) => ({
          ...text,
          body: {
            type: 'doc',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'The optician is booked.' }] },
              ...text.body.content,
            ],
          },
        })),
      }),
      'an action speaks of it': (record) =>
        withAction(record, 'a-story', { what: 'Take Juniper to the optician' }),
      'not yet due': (record) => ({
        ...record,
        events: edit(record.events, 'e-eyes', (event) => ({
          ...event,
          nextDueOn: anEvent({ on: '2026-10-05' }).on,
        })),
      }),
    },
  },
];

export const lookPlan: readonly SpoiledRecord[] = [...vague, ...again, ...workload, ...legal, ...health];

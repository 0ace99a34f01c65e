import type { Action, Progress } from '../../../../shared/domain/model/plan.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { aProgress, aRisk, anAction } from '../../support/builders.ts';
import { drop, edit } from '../../support/edits.ts';
import { anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { SpoiledRecord } from './corpus.ts';

const good = anOrdinaryRecord();

function withAction(record: ChildRecord, id: string, change: Partial<Action>): ChildRecord {
  return { ...record, actions: edit(record.actions, id, (action) => ({ ...action, ...change })) };
}
function withProgress(record: ChildRecord, id: string, change: Partial<Progress>): ChildRecord {
  return { ...record, progress: edit(record.progress, id, (entry) => ({ ...entry, ...change })) };
}
const due = (on: string) => anAction({ due: { kind: 'date', on } }).due;
const court = (checkBy?: string) => anAction({ due: { kind: 'court', ...(checkBy && { checkBy }) } }).due;

function withRisk(given: Parameters<typeof aRisk>[0]): ChildRecord {
  return { ...good, risks: [aRisk({ id: 'risk-1', rating: 'high', title: 'A car that waits', ...given })] };
}
function riskChanged(given: Parameters<typeof aRisk>[0]) {
  return (record: ChildRecord): ChildRecord => ({
    ...record,
    risks: record.risks.map((risk) => aRisk({ ...risk, ...given })),
  });
}
const urgent = {
  reviewId: 'review-1',
  on: '2026-10-05',
  rang: 'Ines Notreal',
  what: 'strategy discussion at four',
};
const ways = {
  'an urgent step today': riskChanged({ urgentSteps: [urgent] }),
  'a lower rating': riskChanged({ rating: 'medium' }),
  'closed with a reason': riskChanged({ closedOn: '2026-10-05', closedBecause: 'He was arrested.' }),
};

const actionsWithout: readonly SpoiledRecord[] = [
  {
    name: 'an action without words',
    code: 'action-without-what',
    record: withAction(good, 'a-dentist', { what: ' ' }),
    expects: ['action-without-what'],
    mends: { 'say what': (record) => withAction(record, 'a-dentist', { what: 'Ring the dentist' }) },
  },
  {
    name: 'an action of nobody',
    code: 'action-without-who',
    record: withAction(good, 'a-dentist', { accountable: undefined }),
    expects: ['action-without-who'],
    mends: {
      'held by the manager': (record) =>
        withAction(record, 'a-dentist', { accountable: { kind: 'not-allocated', heldBy: 'Ines Notreal' } }),
    },
  },
  {
    name: 'an action at no time',
    code: 'action-without-date',
    record: withAction(good, 'a-dentist', { due: undefined }),
    expects: ['action-without-date'],
    mends: {
      'on the day of the review': (record) => withAction(record, 'a-dentist', { due: due('2026-10-05') }),
      'when the court says, checked in November': (record) =>
        withAction(record, 'a-dentist', { due: court('2026-11-02') }),
    },
  },
  {
    name: 'a date of the court that nobody checks',
    code: 'court-date-without-check-by',
    record: withAction(good, 'a-dentist', { due: court() }),
    expects: ['court-date-without-check-by'],
    mends: { 'a day to check': (record) => withAction(record, 'a-dentist', { due: court('2026-11-02') }) },
  },
  {
    name: 'an action due the day before the review',
    code: 'action-due-before-review',
    record: withAction(good, 'a-dentist', { due: due('2026-10-04') }),
    expects: ['action-due-before-review'],
    mends: { 'on the day': (record) => withAction(record, 'a-dentist', { due: due('2026-10-05') }) },
  },
  {
    name: 'an action without anything',
    code: 'action-without-who',
    record: withAction(good, 'a-dentist', { what: '', accountable: undefined, due: undefined }),
    expects: ['action-without-what', 'action-without-who', 'action-without-date'],
    mends: { 'a name': (record) => withAction(record, 'a-dentist', { accountable: anAction().accountable }) },
  },
];

const promises: readonly SpoiledRecord[] = [
  {
    name: 'a promise due on the day that nobody asks about',
    code: 'due-action-without-progress',
    record: withAction(good, 'a-old-passport', { due: due('2026-10-05') }),
    expects: ['due-action-without-progress'],
    mends: {
      'due the day after': (record) => withAction(record, 'a-old-passport', { due: due('2026-10-06') }),
      'say what happened': (record) => ({
        ...record,
        progress: [...record.progress, aProgress({ actionId: 'a-old-passport', value: 'not_needed' })],
      }),
    },
  },
  {
    name: 'a late promise that nobody asks about',
    code: 'due-action-without-progress',
    record: { ...good, progress: drop(good.progress, 'pr-trip') },
    expects: ['due-action-without-progress'],
    mends: {
      'done at a midway check': (record) => ({
        ...record,
        progress: [
          ...record.progress,
          aProgress({ actionId: 'a-old-trip', occasion: { kind: 'midway', on: '2026-07-06' } }),
        ],
      }),
    },
  },
  {
    name: 'done, and nobody says how we know',
    code: 'done-without-evidence',
    record: withProgress(good, 'pr-swim', { evidence: undefined }),
    expects: ['done-without-evidence'],
    mends: { 'one line': (record) => withProgress(record, 'pr-swim', { evidence: 'Bel told the review.' }) },
  },
  {
    name: 'two promises without their effect',
    code: 'effect-not-said',
    record: {
      ...good,
      progress: good.progress.map((entry) => ({ ...entry, effect: undefined })),
    },
    expects: ['effect-not-said'],
    mends: {
      'too soon to say': (record) => ({
        ...record,
        progress: record.progress.map((entry) => ({ ...entry, effect: 'too-soon' as const })),
      }),
    },
  },
];

const risks: readonly SpoiledRecord[] = [
  {
    name: 'a high risk that nobody assessed',
    code: 'high-risk-not-covered',
    record: withRisk({}),
    expects: ['high-risk-not-covered'],
    mends: { ...ways, 'a safety plan': riskChanged({ covers: [{ kind: 'safety-plan', on: '2026-10-05' }] }) },
  },
  {
    name: 'a high risk covered only by an assessment to come',
    code: 'high-risk-not-covered',
    record: withRisk({ covers: [{ kind: 'assessment', on: '2026-11-05' }] }),
    expects: ['high-risk-not-covered'],
    mends: ways,
  },
  {
    name: 'an urgent step of another review',
    code: 'high-risk-not-covered',
    record: withRisk({ urgentSteps: [{ ...urgent, reviewId: 'review-0' }] }),
    expects: ['high-risk-not-covered'],
    mends: ways,
  },
  {
    name: 'an event since the assessment that nobody considered',
    code: 'high-risk-event-not-considered',
    record: withRisk({
      covers: [{ kind: 'assessment', on: '2026-02-11' }],
      events: [
        { id: 'ev-same-day', on: '2026-02-11', what: 'Why it was assessed.' },
        { id: 'ev-since', on: '2026-09-20', what: 'The car came again.' },
        { id: 'ev-later', on: '2026-10-01', what: 'And again.' },
      ],
    }),
    expects: ['high-risk-event-not-considered'],
    mends: {
      ...ways,
      'considered, both': (record) => ({
        ...record,
        risks: record.risks.map((risk) => ({
          ...risk,
          events: risk.events.map((event) => ({
            ...event,
            considered: { on: event.on, by: 'Dele Placeholder', outcome: 'stands' as const },
          })),
        })),
      }),
      'assessed again': riskChanged({
        covers: [
          { kind: 'assessment', on: '2026-02-11' },
          { kind: 'strategy-meeting', on: '2026-10-02' },
        ],
      }),
    },
  },
];

export const badPlan: readonly SpoiledRecord[] = [...actionsWithout, ...promises, ...risks];

import type { IsoDate } from '../domain/dates.ts';
import { compareDates } from '../domain/dates.ts';
import type { DeadlineKind } from '../domain/deadlines/childDeadline.ts';
import { computeDue } from '../domain/deadlines/deadline.ts';
import type { RuleSet } from '../domain/deadlines/facts.ts';
import { datedReviews } from '../domain/deadlines/facts.ts';
import { londonDay } from '../domain/london.ts';
import type { DeadlineMark, LateReason } from '../domain/model/deadlineMarks.ts';
import { lateReasons } from '../domain/model/deadlineMarks.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import { standingFinalisation } from '../domain/reviews.ts';
import type { RuleId } from '../domain/rules/table.ts';
import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { clause, day } from './phrases.ts';
import { heading, paragraph, strong } from './runs.ts';

/** A clock of a review that ran over, and why, as it is frozen with the record. */
export type LateClock = {
  readonly rule: string;
  /** What was late: "Decisions sent". */
  readonly what: string;
  readonly due: IsoDate;
  readonly doneOn?: IsoDate | undefined;
  readonly reason: LateReason;
  readonly words?: string | undefined;
};

/** The clocks that a review starts, by the name of the date. */
const rulesOfClocks: Readonly<Partial<Record<DeadlineKind, RuleId>>> = {
  decisions: 'A-01',
  reply: 'A-02',
  'care-plan-updated': 'A-04',
  record: 'A-05',
  issue: 'A-06',
  letter: 'A-07',
  filing: 'A-12',
};

type LateMark = Extract<DeadlineMark, { kind: 'late' }>;

function doneOn(record: ChildRecord, review: Review, kind: string): IsoDate | undefined {
  if (kind !== 'decisions' && kind !== 'record') return undefined;
  const final = standingFinalisation(record, review.id, kind);
  return final && londonDay(final.at);
}

function lateClock(
  record: ChildRecord,
  review: Review,
  mark: LateMark,
  { rules, calendar }: RuleSet,
): LateClock[] {
  const kind = mark.deadline.slice(0, mark.deadline.indexOf(':'));
  const id = Object.entries(rulesOfClocks).find(([name]) => name === kind)?.[1];
  const held = datedReviews(record).find((dated) => dated.review.id === review.id)?.heldOn;
  const start = kind === 'reply' ? review.decisionsSentOn : held;
  const rule = id && start ? rules.ruleOn(id, start) : undefined;
  const date = rule && start && computeDue(rule, start, calendar);
  if (!rule || date?.kind !== 'computed') return [];
  const done = doneOn(record, review, kind);
  return [
    {
      rule: rule.id,
      what: rule.name,
      due: date.due,
      ...(done && { doneOn: done }),
      reason: mark.reason,
      ...(mark.words !== undefined && { words: mark.words }),
    },
  ];
}

/** Each clock of a review that ran over and of which the officer said why, first due first. */
export function lateClocksOf(record: ChildRecord, review: Review, ruleSet: RuleSet): LateClock[] {
  const newest = new Map<string, LateMark>();
  for (const mark of record.deadlineMarks) {
    if (mark.kind !== 'late' || !mark.deadline.endsWith(`:${review.id}`)) continue;
    const known = newest.get(mark.deadline);
    if (known === undefined || known.on <= mark.on) newest.set(mark.deadline, mark);
  }
  return [...newest.values()]
    .flatMap((mark) => lateClock(record, review, mark, ruleSet))
    .sort((a, b) => compareDates(a.due, b.due));
}

/** "the reviewing officer was away: three weeks of leave". */
function reasonInWords({ reason, words }: LateClock): string {
  const said = clause(words ?? '');
  if (reason === 'other') return said;
  return said === '' ? lateReasons[reason] : `${lateReasons[reason]}: ${said}`;
}

/** "Decisions sent: due 12 Oct 2026, done 14 Oct 2026, because the reviewing officer was away." */
export function lateInWords(clock: LateClock): string {
  const done = clock.doneOn ? `, done ${day(clock.doneOn)}` : '';
  return `${clock.what}: due ${day(clock.due)}${done}, because ${reasonInWords(clock)}.`;
}

/** What ran over, and why, under a heading of its own; nothing where all was in time. Service file only. */
export function lateSection({ content }: ReportContext): Block[] {
  const clocks = content.late ?? [];
  if (clocks.length === 0) return [];
  return [
    heading(2, 'What came late'),
    ...clocks.map((clock) => {
      const [what = '', ...rest] = lateInWords(clock).split(': ');
      return paragraph('gap', [strong(`${what}:`), ` ${rest.join(': ')}`]);
    }),
  ];
}

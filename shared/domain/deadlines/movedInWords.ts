import type { IsoDate } from '../dates.ts';
import { formatDate } from '../london.ts';
import type { PeriodKind } from '../model/child.ts';
import type { MarkKind } from '../model/deadlineMarks.ts';
import { eventKinds } from '../model/events.ts';
import type { DeadlineRecord } from './facts.ts';

/** What moved a date: a record of the child, the authority’s rules (or a new version of the program), or the day. */
export type MovedBy =
  | { readonly kind: 'record'; readonly entity: string; readonly id: string }
  | { readonly kind: 'rules' }
  | { readonly kind: 'day' };

type Move = {
  readonly dueBefore?: IsoDate | undefined;
  readonly dueAfter?: IsoDate | undefined;
  readonly ruleBefore: string;
  readonly ruleAfter: string;
  readonly cause: MovedBy;
};

const periodNames: Readonly<Record<PeriodKind, string>> = {
  'looked-after': 'the time of being looked after',
  'legal-status': 'the order',
  placement: 'the home',
  'social-worker': 'the worker',
  school: 'the school',
};

const markWords: Readonly<Record<MarkKind, string>> = {
  override: 'the officer set another day',
  done: 'the officer recorded it as done',
  late: 'the officer said why it was late',
  snooze: 'the officer let it rest',
};

/** Records of which there is no more to say, or that are gone, in the words of a sentence. */
const otherWords: Readonly<Record<string, string>> = {
  child: 'the child’s own facts changed',
  period: 'a home, order, school or time of being looked after was entered, changed or taken out',
  dated_event: 'something that happened, or is due, was entered, changed or taken out',
  person: 'a person was entered, changed or taken out',
  paper: 'a paper came in, or was taken out',
  review: 'a review was entered or changed',
  meeting: 'a meeting was entered or changed',
  deadline_mark: 'the officer said so',
  midway_check: 'a midway check was entered or changed',
  finalisation: 'something was finalised or withdrawn',
  decision: 'the manager replied',
  point: 'what is promised to the child changed',
  addendum: 'an addendum was written',
  issued_document: 'something was issued',
  filing: 'something was filed',
};

type Named = Pick<DeadlineRecord, 'periods' | 'events' | 'reviews' | 'deadlineMarks'>;

function namedRecord(entity: string, id: string, record: Named): string | undefined {
  const period = entity === 'period' && record.periods.find((each) => each.id === id);
  if (period) return `${periodNames[period.kind]} was entered or changed`;
  const event = entity === 'dated_event' && record.events.find((each) => each.id === id);
  if (event) {
    const day = event.on ?? event.dueOn;
    const name = event.label ?? eventKinds[event.kind].label;
    return `“${name}”${day ? ` of ${formatDate(day)}` : ''} was entered or changed`;
  }
  const review = entity === 'review' && record.reviews.find((each) => each.id === id);
  if (review) return `review ${review.number} was entered or changed`;
  const mark = entity === 'deadline_mark' && record.deadlineMarks.find((each) => each.id === id);
  return mark ? markWords[mark.kind] : undefined;
}

function causeInWords(cause: MovedBy, record: Named): string {
  if (cause.kind === 'rules') return 'the rules changed';
  if (cause.kind === 'day') return 'the day came on which another rule holds';
  const { entity, id } = cause;
  return namedRecord(entity, id, record) ?? otherWords[entity] ?? 'a record changed';
}

/** How a date moved, in a sentence: "2 Feb 2026 became 9 Feb 2026: the home was entered or changed." */
export function movedInWords(
  { dueBefore, dueAfter, ruleBefore, ruleAfter, cause }: Move,
  record: Named,
): string {
  const [was, is] = [dueBefore, dueAfter].map((day) => (day ? formatDate(day) : 'No date'));
  const rule = ruleBefore === ruleAfter ? '' : ` It is now counted by ${ruleAfter}, before by ${ruleBefore}.`;
  return `${was} became ${is === 'No date' ? 'no date' : is}: ${causeInWords(cause, record)}.${rule}`;
}

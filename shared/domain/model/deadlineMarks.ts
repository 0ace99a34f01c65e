import * as z from 'zod';
import { IsoDate } from '../dates.ts';
import { ChildId, RecordId } from '../ids.ts';
import { keysOf } from '../keysOf.ts';
import { FilledLine, Line } from './common.ts';

/** Why something came after its day: the fixed list. Words may be added, and *another reason* needs them. */
export const lateReasons = {
  'child-asked': 'the child asked for another day',
  'child-unwell': 'the child was unwell, away or missing',
  'family-or-carer': 'a parent or carer could not come',
  'worker-away': 'the social worker was away or changed',
  'officer-away': 'the reviewing officer was away',
  'report-late': 'a report or plan had not come',
  'no-reply': 'the manager had not replied',
  'other-service': 'another service cancelled',
  court: 'a hearing or a date of the court',
  moved: 'the child moved',
  'told-late': 'the service was told late',
  system: 'a system or the post failed',
  other: 'another reason',
} as const;
export type LateReason = keyof typeof lateReasons;

/** The name of a deadline: what it is about, and the record that started it. */
export const DeadlineKey = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'not the name of a deadline');

const own = { deadline: DeadlineKey, by: FilledLine, on: IsoDate };
const done = { kind: z.literal('done'), ...own, doneOn: IsoDate, line: Line.optional() };
const late = { kind: z.literal('late'), ...own, reason: z.enum(keysOf(lateReasons)), words: Line.optional() };
const override = { kind: z.literal('override'), ...own, due: IsoDate, because: FilledLine };
const snooze = { kind: z.literal('snooze'), ...own, until: IsoDate, because: FilledLine };

function markSchema<Owner extends z.ZodRawShape>(owner: Owner) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ id: RecordId, ...owner, ...done }),
    z.strictObject({ id: RecordId, ...owner, ...late }),
    z.strictObject({ id: RecordId, ...owner, ...override }),
    z.strictObject({ id: RecordId, ...owner, ...snooze }),
  ]);
}
const saysOtherReason = (mark: { kind: string; reason?: string; words?: string | undefined }) =>
  mark.reason !== 'other' || /\S/.test(mark.words ?? '');
const otherReason = { message: 'say what the other reason was', path: ['words'] };

export const CaseDeadlineMark = markSchema({}).refine(saysOtherReason, otherReason);
/**
 * What an officer says of a computed date: it was *done* on a day (where no register shows that), why it was *late*,
 * another day in its place with the reason (*override*), or that it may rest until a day (*snooze*). Of several of a
 * kind the newest holds.
 */
export const DeadlineMark = markSchema({ childId: ChildId }).refine(saysOtherReason, otherReason);
export type DeadlineMark = z.infer<typeof DeadlineMark>;
export type MarkKind = DeadlineMark['kind'];

import * as z from 'zod';

// The page runs under a strict CSP: zod must never compile schemas with `new Function`.
z.config({ jitless: true });

const maxIdLength = 64;
/** A text's id is made of its review's id, its section and its part. */
const maxTextIdLength = 128;

/**
 * Any id a case file may bring (ids made here are UUIDv7; others are kept as given).
 * Printable, no spaces, so that it can stand in a path, an anchor and a log.
 */
function idOf<Name extends string>(name: Name, maxLength = maxIdLength) {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, `not a valid ${name} id`)
    .max(maxLength)
    .brand<Name>();
}

export const ChildId = idOf('child');
export const PersonId = idOf('person');
export const PeriodId = idOf('period');
export const EventId = idOf('event');
export const RiskId = idOf('risk');
export const PaperId = idOf('paper');
export const ReviewId = idOf('review');
export const MeetingId = idOf('meeting');
export const TextId = idOf('text', maxTextIdLength);
export const PointId = idOf('point');
export const DecisionId = idOf('decision');
export const ActionId = idOf('action');
export const ProgressId = idOf('progress');
export const MidwayCheckId = idOf('midway check');
export const FinalisationId = idOf('finalisation');
export const ReleaseId = idOf('release');
export const IssuedId = idOf('issued');
export const OfficerId = idOf('officer');
export const LetterheadId = idOf('letterhead');
/** Any record's id, where the kind is told beside it. */
export const RecordId = idOf('record', maxTextIdLength);
/** The client's name for one attempt to change something; a replay returns the first result. */
export const RequestId = z.uuidv7().brand<'request'>();

export type ChildId = z.infer<typeof ChildId>;
export type PersonId = z.infer<typeof PersonId>;
export type PeriodId = z.infer<typeof PeriodId>;
export type EventId = z.infer<typeof EventId>;
export type RiskId = z.infer<typeof RiskId>;
export type PaperId = z.infer<typeof PaperId>;
export type ReviewId = z.infer<typeof ReviewId>;
export type MeetingId = z.infer<typeof MeetingId>;
export type TextId = z.infer<typeof TextId>;
export type PointId = z.infer<typeof PointId>;
export type DecisionId = z.infer<typeof DecisionId>;
export type ActionId = z.infer<typeof ActionId>;
export type ProgressId = z.infer<typeof ProgressId>;
export type MidwayCheckId = z.infer<typeof MidwayCheckId>;
export type FinalisationId = z.infer<typeof FinalisationId>;
export type ReleaseId = z.infer<typeof ReleaseId>;
export type IssuedId = z.infer<typeof IssuedId>;
export type OfficerId = z.infer<typeof OfficerId>;
export type LetterheadId = z.infer<typeof LetterheadId>;
export type RecordId = z.infer<typeof RecordId>;
export type RequestId = z.infer<typeof RequestId>;

import * as z from 'zod';
import { IsoDate, LocalTime } from '../dates.ts';
import { ChildId, DecisionId, MeetingId, PersonId, PointId, ReviewId } from '../ids.ts';
import { ParticipationCode } from '../participation.ts';
import { FilledLine, Line, Passage } from './common.ts';

export const reviewKinds = ['looked-after', 'short-breaks', 'adoption'] as const;

/** Who did what at one meeting. */
export const attendanceHow = ['attended', 'part-of-it', 'views-sent', 'invited', 'excluded'] as const;

export const Attendee = z.strictObject({
  name: FilledLine,
  role: FilledLine,
  /** The same person in the people of each child whose review the meeting serves. */
  personIds: z.array(PersonId).optional(),
  how: z.enum(attendanceHow),
  /** By phone from 2.40 pm; report of 18 Sep 2026; why they did not come or were excluded. */
  detail: Line.optional(),
  interpreter: z
    .strictObject({ language: FilledLine, mode: FilledLine, quality: Line.optional() })
    .optional(),
});
export type Attendee = z.infer<typeof Attendee>;

/** One conversation of a review. It may serve the reviews of several children: shared date and attendance. */
export const meetingFields = {
  on: IsoDate,
  startsAt: LocalTime.optional(),
  endsAt: LocalTime.optional(),
  place: Line.optional(),
  mode: z.enum(['in-person', 'video', 'phone', 'mixed']).optional(),
  attendees: z.array(Attendee),
};
export const CaseMeeting = z.strictObject({ id: MeetingId, ...meetingFields });
export const Meeting = z.strictObject({
  id: MeetingId,
  reviewIds: z.array(ReviewId).min(1),
  ...meetingFields,
});
export type Meeting = z.infer<typeof Meeting>;

/** An adjournment: at most once, for at most 20 working days (R-16, regulation 36(2), mark U). */
export const Adjournment = z.strictObject({ on: IsoDate, until: IsoDate, why: FilledLine });

/** Did the officer speak with the child alone? Regulation 36 (mark U). */
export const SpokeAlone = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('yes'), on: IsoDate, how: FilledLine }),
  z.strictObject({ outcome: z.literal('refused'), because: FilledLine }),
  z.strictObject({ outcome: z.literal('not-appropriate'), because: FilledLine }),
]);

/** Each parent and holder of parental responsibility: present, or how their views were obtained, or why not. */
export const ParentViews = z.strictObject({
  personId: PersonId,
  wasPresent: z.boolean(),
  viewsObtained: Line.optional(),
  whyNot: Line.optional(),
});

export const WorkerReport = z.strictObject({
  receivedOn: IsoDate.optional(),
  whyNot: Line.optional(),
  sharedWithChild: Line.optional(),
  sharedWithParents: Line.optional(),
});

export const CarePlanSeen = z.strictObject({
  datedOn: IsoDate.optional(),
  meetsNeeds: z.enum(['yes', 'partly', 'no']),
  /** One sentence on what it does and does not meet. */
  sentence: FilledLine,
  permanenceRoute: Line.optional(),
  permanenceNextOn: IsoDate.optional(),
});

/** The officer's own duties at this review; a missing one blocks finalising the record. */
export const Duties = z.strictObject({
  spokeAlone: SpokeAlone.optional(),
  parents: z.array(ParentViews),
  workerReport: WorkerReport.optional(),
  carePlan: CarePlanSeen.optional(),
});

export const NextReview = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('date'),
    on: IsoDate,
    place: Line.optional(),
    /** Why it is brought forward, or later than the last lawful day. */
    because: Line.optional(),
  }),
  z.strictObject({
    kind: z.literal('none'),
    because: z.enum(['turns-18', 'returned-home', 'adopted', 'special-guardianship']),
    on: IsoDate.optional(),
  }),
]);
export type NextReview = z.infer<typeof NextReview>;

/** How the child took part, beside the code: what was offered, and what will be tried next time. */
export const Participation = z.strictObject({
  code: ParticipationCode.optional(),
  /** Who spoke for the child (PN2, PN5), or by which route views came (PN3, PN6). */
  through: Line.optional(),
  offered: Line.optional(),
  nextTime: Line.optional(),
  /** The child chose the place, the people, the order; chaired or co-chaired. */
  part: Line.optional(),
});

/** Page 1's own words: at most three quotes (60 words), three to five sentences on where things are. */
export const PageOne = z.strictObject({
  quotePointIds: z.array(PointId).max(3),
  whereThingsAre: z.array(FilledLine).max(8),
});

/** What the manager is asked for, at most three lines with verb and date, and work worth praising. */
export const ForManager = z.strictObject({
  asks: z.array(z.strictObject({ by: IsoDate, text: FilledLine, decisionId: DecisionId.optional() })).max(3),
  goodWork: z.array(FilledLine),
  /** Lateness where the team owns it. */
  late: z.array(FilledLine),
});

export const LetterCard = z.strictObject({ pointId: PointId.optional(), heading: FilledLine, text: Passage });
/** The child's letter as the officer left it; drafted from asks, answers and decisions already written. */
export const Letter = z.strictObject({
  datedOn: IsoDate.optional(),
  proudOf: Passage,
  cards: z.array(LetterCard),
  toMend: z.array(Passage),
  staysTheSame: Passage.optional(),
  whenWeSpeak: Passage,
});
export type Letter = z.infer<typeof Letter>;

export const reviewFields = {
  kind: z.enum(reviewKinds),
  number: z.int().min(1).max(200),
  /** Held before this store began: date, number and actions only. */
  isBeforeStore: z.boolean().optional(),
  /** Only for such a review; the others take it from their meetings. */
  heldOn: IsoDate.optional(),
  chairedBy: FilledLine,
  /** Does it count as the statutory review, and on which day (of a series the last meeting unless set). */
  countsAsStatutory: z.boolean(),
  countedOn: IsoDate.optional(),
  whyNotCounted: Line.optional(),
  adjournment: Adjournment.optional(),
  participation: Participation.optional(),
  duties: Duties.optional(),
  nextReview: NextReview.optional(),
  midwayOn: IsoDate.optional(),
  pageOne: PageOne.optional(),
  forManager: ForManager.optional(),
  letter: Letter.optional(),
  /** When the decisions were sent to the manager: the reply's clock starts here. */
  decisionsSentOn: IsoDate.optional(),
};
export const Review = z.strictObject({ id: ReviewId, childId: ChildId, ...reviewFields });
export type Review = z.infer<typeof Review>;

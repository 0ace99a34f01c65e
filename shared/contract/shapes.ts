import * as z from 'zod';
import { IsoDate, Instant } from '../domain/dates.ts';
import { ActionId, ChildId, PersonId, PointId, RecordId, ReviewId } from '../domain/ids.ts';
import { LetterheadWords } from '../domain/letterhead.ts';
import { Child, Paper, Period, Person } from '../domain/model/child.ts';
import { FilledLine, Line, Passage } from '../domain/model/common.ts';
import { DatedEvent, Risk } from '../domain/model/events.ts';
import {
  Addendum,
  Filing,
  Finalisation,
  IssuedDocument,
  Release,
  documentKinds,
  finalisationKinds,
} from '../domain/model/issue.ts';
import { MidwayCheck } from '../domain/model/midway.ts';
import { NoteLine, Point, Section, SectionKeySchema, SectionText } from '../domain/model/minutes.ts';
import { Action, Decision, Progress } from '../domain/model/plan.ts';
import { Meeting, Review } from '../domain/model/review.ts';
import { errorCodes } from '../domain/result.ts';

/** The version a record was read at; 0 for one that is not there yet. */
export const BaseVersion = z.int().nonnegative();

/** A whole record to keep, with the version it was read at. A stale version is a conflict that keeps both. */
export function saveOf<T extends z.ZodType>(schema: T) {
  return z.strictObject({ value: schema, baseVersion: BaseVersion });
}

export const Saved = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  /** Takes the change back while the record has not moved on. */
  undo: z.string().optional(),
});
export type Saved = z.infer<typeof Saved>;

export const Removal = z.strictObject({ id: RecordId, baseVersion: BaseVersion });
/** What was taken out of a child's facts: finalised records that were frozen with it keep it, by their numbers. */
export const Taken = Saved.extend({ frozenIn: z.array(z.int().positive()) });
export const Nothing = z.strictObject({});

/** A passphrase or the recovery key. */
export const Proof = z.union([
  z.strictObject({ passphrase: z.string().max(1_000) }),
  z.strictObject({ recoveryKey: z.string().max(200) }),
]);

/** The version of each record in a view, by id. */
export const Versions = z.record(z.string(), z.int().positive());

/** What an officer has to know about the open store beside its records; nothing of it when all is well. */
export const StoreNotices = z.strictObject({
  /** The clock stands before the last change that was kept: every day counted from today is in doubt. */
  clockBehind: z.strictObject({ now: Instant, lastEntryAt: Instant }).optional(),
  /** The session before this one was never closed: killed, or the machine went down. */
  notClosed: z.strictObject({ lastKeptAt: Instant.optional() }).optional(),
  /** Where somebody was typing when it ended. */
  writing: z.array(
    z.strictObject({
      childId: ChildId,
      childName: z.string(),
      reviewId: ReviewId,
      reviewNumber: z.int().positive(),
      section: SectionKeySchema,
    }),
  ),
});
export type StoreNotices = z.infer<typeof StoreNotices>;

/** A child's facts and the headers of the reviews; the minutes come with each review. */
export const ChildView = z.strictObject({
  child: Child,
  periods: z.array(Period),
  people: z.array(Person),
  events: z.array(DatedEvent),
  risks: z.array(Risk),
  papers: z.array(Paper),
  reviews: z.array(Review),
  meetings: z.array(Meeting),
  actions: z.array(Action),
  progress: z.array(Progress),
  midwayChecks: z.array(MidwayCheck),
  versions: Versions,
});

export const ClockView = z.union([
  z.strictObject({
    kind: z.literal('computed'),
    rule: z.string(),
    due: IsoDate,
    lastWorkingDayOnOrBefore: IsoDate,
    /** From today to the day it is due; negative when that has passed. */
    workingDaysLeft: z.int(),
    certain: z.boolean(),
    sum: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('not-computed'), why: z.string() }),
]);

/** A number by the id of what it belongs to. */
const NumbersById = z.record(z.string(), z.string());

export const ReviewView = z.strictObject({
  review: Review,
  stage: z.string(),
  edition: z.int().positive(),
  meetings: z.array(Meeting),
  sections: z.array(Section),
  texts: z.array(SectionText),
  notes: z.array(NoteLine),
  points: z.array(Point),
  decisions: z.array(Decision),
  /** Made at this review. */
  actions: z.array(Action),
  /** Promised before and open when it began: each asks what happened. */
  promised: z.array(
    z.strictObject({
      action: Action,
      progress: Progress.optional(),
      reviewsCarried: z.int().nonnegative(),
      /** To the day it was due; negative when that has passed. */
      workingDaysLeft: z.int().optional(),
    }),
  ),
  /** Last time you asked, we said. */
  lastAsks: z.array(
    z.strictObject({ point: Point, decisions: z.array(Decision), askedOn: IsoDate.optional() }),
  ),
  finalisations: z.array(Finalisation),
  addenda: z.array(Addendum),
  releases: z.array(Release),
  issued: z.array(IssuedDocument),
  filings: z.array(Filing),
  clocks: z.record(z.string(), ClockView),
  /** What each point, decision and action is called (N1, D4), by its id; fixed once the decisions are finalised. */
  numbers: NumbersById,
  /** The numbers that the last review's documents carry. */
  earlierNumbers: NumbersById,
  versions: Versions,
});

/** The review before, section by section, as it stands in its record. */
export const LastTimeView = z.strictObject({
  review: Review.optional(),
  heldOn: IsoDate.optional(),
  sections: z.array(Section),
  texts: z.array(SectionText),
  points: z.array(Point),
  decisions: z.array(Decision),
  numbers: NumbersById,
});

/** A finding of the check: `shared/domain/findings` names the codes and the places. */
/** What a chair needs before the meeting, beside promises and asks: what to ask about, in words. */
export const PrepareView = z.strictObject({
  askAbout: z.array(
    z.strictObject({ word: z.enum(['Overdue', 'No date', 'Not seen']), entries: z.array(z.string()) }),
  ),
});

export const FindingView = z.looseObject({
  code: z.string(),
  severity: z.enum(['must', 'look']),
  blocks: z.enum(finalisationKinds).optional(),
  what: z.string(),
  why: z.string(),
  remedy: z.string(),
  target: z.looseObject({
    review: z.string(),
    section: SectionKeySchema,
    point: z.string().optional(),
    decision: z.string().optional(),
    action: z.string().optional(),
    risk: z.string().optional(),
    event: z.string().optional(),
    person: z.string().optional(),
    field: z.string().optional(),
  }),
  sentences: z.array(z.string()).optional(),
});

export const AcceptedGap = z.strictObject({
  code: FilledLine,
  /** The id of the section, point, decision, action, risk or person that the finding is about, where it names one. */
  about: Line.optional(),
  because: FilledLine,
  expectedOn: IsoDate.optional(),
});
export type AcceptedGap = z.infer<typeof AcceptedGap>;

export const DocumentRequest = z.strictObject({
  reviewId: ReviewId,
  document: z.enum(documentKinds),
  /** Whom the copy is for; the service file and the chair's sheet are for nobody in particular. */
  personId: PersonId.optional(),
});

/** A hit of the leak search that the officer passes, with the reason; `seen` as the problem gave it. */
export const PassedHit = z.strictObject({ what: FilledLine, because: FilledLine, seen: FilledLine });

/** What stands in the way of issuing: a wording still missing, or a literal that this reader must not learn. */
export const Problem = z.strictObject({
  what: z.string(),
  /** The item it is about, where it is about one. */
  item: z.string().optional(),
  /** Where in the document a literal stands, and the line it stands in: for the officer's screen only. */
  part: z.string().optional(),
  excerpt: z.string().optional(),
  /** A digest of the lines it stands in: passing it holds for these words and no others. */
  seen: z.string().optional(),
  /** A common word can be passed with a reason. */
  isPassable: z.boolean().optional(),
});

export const DocumentPreview = z.strictObject({
  /** The view-model itself, as the page shows it and Word prints it. */
  report: z.unknown(),
  withheld: z.array(z.strictObject({ item: z.string(), what: z.string(), because: z.string() })),
  /** What blocks issuing: literal hits of what this recipient must not learn, and wordings still missing. */
  problems: z.array(Problem),
  /** What the letterhead says that it goes out on. */
  letterhead: LetterheadWords.optional(),
});

/** How far one document for one reader is: what it leaves out, and what stands in the way. */
export const Readiness = z.strictObject({
  document: z.enum(documentKinds),
  personId: PersonId.optional(),
  withheld: z.int().nonnegative(),
  problems: z.array(Problem),
  /** What it waits for: a finalisation. */
  waitsFor: z.string().optional(),
});
export type Readiness = z.infer<typeof Readiness>;

/** One thing of a review that one reader may be given or not (`shared/report/releaseItem`). */
export const ItemView = z.strictObject({
  name: z.string(),
  what: z.string(),
  groups: z.array(z.string()),
  isFlagged: z.boolean(),
  /** Why it is flagged. */
  because: z.string().optional(),
  /** Privilege or police information: no release opens it. */
  isRestricted: z.boolean(),
  /** Marked as not for this reader, or a fact that this reader must not learn: no release opens it. */
  isNotForReader: z.boolean(),
  isReleased: z.boolean(),
});
export type ItemView = z.infer<typeof ItemView>;

export const DocumentBytes = z.strictObject({
  fileName: z.string(),
  content: z.base64(),
  sha256: z.string(),
});

export const SearchHit = z.strictObject({
  entity: z.string(),
  id: z.string(),
  /** Where it is: the child, the review with its number and day, and the section where it stands in one. */
  childId: ChildId,
  childName: z.string(),
  reviewId: ReviewId.optional(),
  reviewNumber: z.int().positive().optional(),
  heldOn: IsoDate.optional(),
  section: SectionKeySchema.optional(),
  snippet: z.string(),
});

export const ActionLine = z.strictObject({
  action: Action,
  childName: z.string(),
  dueOn: IsoDate.optional(),
  workingDaysLeft: z.int().optional(),
});

/** New terms of an action, and why they change: the old ones go into its history. */
export const ActionAmendment = z.strictObject({
  id: ActionId,
  baseVersion: BaseVersion,
  what: Passage.optional(),
  accountable: Action.shape.accountable,
  doneBy: Line.optional(),
  due: Action.shape.due,
  because: FilledLine,
});

export const TextSave = z.strictObject({ value: SectionText, baseVersion: BaseVersion });
/** Making a point is one call that saves the text with its anchor and the point's row together. */
export const PointMake = z.strictObject({ text: TextSave.optional(), point: saveOf(Point) });

export const NoteFiling = z.strictObject({
  id: RecordId,
  baseVersion: BaseVersion,
  section: NoteLine.shape.filedSection.unwrap(),
  at: Instant,
});

/** For one record that the store holds differently: which of the two stays. */
export const ImportChoice = z.strictObject({ id: z.string().max(400), keep: z.enum(['mine', 'theirs']) });
export type ImportChoice = z.infer<typeof ImportChoice>;

/**
 * In the `current` of an import that met conflicts: each record that can be chosen, where it stands in the files, and
 * what the store holds of it (nothing where it was removed here). What the file says, its sender has.
 */
export const ImportConflicts = z.array(
  z.strictObject({ path: z.string(), id: z.string(), kind: z.string(), mine: z.unknown().optional() }),
);
export type ImportConflicts = z.infer<typeof ImportConflicts>;

export const ImportReport = z.strictObject({
  children: z.array(
    z.strictObject({ childId: ChildId, added: z.int(), unchanged: z.int(), changed: z.int(), kept: z.int() }),
  ),
});

/** How backups stand: the folder that is set, the last good one, and what went wrong since, if anything did. */
export const BackupStatus = z.strictObject({
  folder: z.string().optional(),
  last: z.strictObject({ at: Instant, folder: z.string() }).optional(),
  failure: z.strictObject({ at: Instant, code: z.enum(errorCodes), message: z.string() }).optional(),
  /** A folder is set, and today (Europe/London) has no backup yet. */
  isDue: z.boolean(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

/** What became of the backup on quit; a failure is told in full by `backup:status` after the next unlock. */
export const Locked = z.strictObject({ backup: z.enum(['none', 'made', 'failed']) });
export type Locked = z.infer<typeof Locked>;

/** Long work that can be followed and stopped, by what the officer calls it. */
export const followedWork = ['backup', 'restore'] as const;
export type FollowedWork = (typeof followedWork)[number];

/** `done` of `total` pieces of one step of it. */
export const WorkStep = z.strictObject({
  step: z.enum(['database', 'check', 'files']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type WorkStep = z.infer<typeof WorkStep>;

export const WorkProgress = WorkStep.extend({ task: z.enum(followedWork) });
export type WorkProgress = z.infer<typeof WorkProgress>;

/** A midway check with what it looks at: each promise open on its day, and the visits and events since the review. */
export const MidwayView = z.strictObject({
  check: MidwayCheck,
  version: z.int().positive(),
  today: IsoDate,
  preferredName: z.string(),
  reviewNumber: z.int().positive(),
  heldOn: IsoDate.optional(),
  promises: z.array(
    z.strictObject({
      action: Action,
      number: z.string(),
      dueOn: IsoDate.optional(),
      reviewsCarried: z.int().nonnegative(),
      progress: Progress.optional(),
      progressVersion: z.int().positive().optional(),
    }),
  ),
  visits: z.array(DatedEvent),
  events: z.array(DatedEvent),
  gaps: z.array(z.strictObject({ field: z.string(), what: z.string(), actionId: z.string().optional() })),
});

/** What a folder of backups shows of one without its key. */
export const FoundBackup = z.strictObject({
  folder: z.string(),
  madeAt: Instant,
  /** `not-whole`: a file is missing or cut short. `newer`: made by a newer version than this one reads. */
  state: z.enum(['whole', 'not-whole', 'newer']),
  bytes: z.int().nonnegative(),
  /** Papers and issued documents. */
  files: z.int().nonnegative(),
  /** 1 and up, where one folder holds the backups of several stores; 0 where that cannot be read. */
  store: z.int().nonnegative(),
});
export type FoundBackup = z.infer<typeof FoundBackup>;

export const BackupView = z.strictObject({ folder: z.string(), removed: z.int().nonnegative() });
export const PointLink = z.strictObject({
  decisionId: z.string(),
  pointId: PointId,
  baseVersion: BaseVersion,
});

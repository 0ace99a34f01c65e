import * as z from 'zod';
import { CaseFile, Officer } from './caseFile.ts';
import { channel } from './contract/channel.ts';
import { letterheadChannels } from './contract/letterhead.ts';
import {
  AskView,
  ChildLine,
  ChildOverview,
  DaysOff,
  TellingRecord,
  TodayLine,
  NextReviewDays,
} from './contract/caseload.ts';
import { FrozenReview } from './contract/frozen.ts';
import {
  AcceptedGap,
  ActionAmendment,
  ActionLine,
  BaseVersion,
  ChildView,
  DocumentBytes,
  DocumentPreview,
  DocumentRequest,
  FindingView,
  ImportChoice,
  ImportReport,
  ItemView,
  LastTimeView,
  MidwayView,
  NoteFiling,
  Nothing,
  PassedHit,
  PointLink,
  PointMake,
  PrepareView,
  Readiness,
  Removal,
  ReviewView,
  Saved,
  SearchHit,
  Taken,
  TextSave,
  saveOf,
} from './contract/shapes.ts';
import { deadlineChannels } from './contract/deadlines.ts';
import { siblingCalls } from './contract/siblings.ts';
import { storeCalls } from './contract/storeCalls.ts';
import {
  DecisionId,
  ChildId,
  IssuedId,
  MidwayCheckId,
  PaperId,
  PersonId,
  RecordId,
  ReviewId,
  TextId,
} from './domain/ids.ts';
import { IsoDate } from './domain/dates.ts';
import { Child, Paper, Period, Person } from './domain/model/child.ts';
import { FilledLine } from './domain/model/common.ts';
import { DatedEvent, Risk } from './domain/model/events.ts';
import {
  Addendum,
  FieldDraft,
  Filing,
  Finalisation,
  IssuedDocument,
  Release,
  finalisationKinds,
} from './domain/model/issue.ts';
import { MidwayCheck } from './domain/model/midway.ts';
import { GivenEnding, NoteLine, Point, SectionKeySchema } from './domain/model/minutes.ts';
import { Action, Decision, ManagerReply, Progress } from './domain/model/plan.ts';
import { Letter, Meeting, Review, reviewKinds } from './domain/model/review.ts';
import { Settings } from './domain/settings.ts';

const saves = <T extends z.ZodType>(schema: T) => channel('change', saveOf(schema), Saved);
const byId = <T extends z.ZodType>(id: T) => z.strictObject({ id });
const checkAt = z.strictObject({ id: MidwayCheckId, baseVersion: BaseVersion });
/** Every call there is, once: both shells, the page's client and the fuzz tests are made from this map. */
export const contract = {
  ...storeCalls,

  'settings:get': channel(
    'read',
    Nothing,
    // `version`: how often the settings were saved; 0 while they are as shipped.
    z.strictObject({ settings: Settings, version: BaseVersion, officer: Officer, today: IsoDate }),
  ),
  'settings:save': channel('change', saveOf(Settings), z.strictObject({ version: z.int().positive() })),
  'officer:save': channel('change', Officer, Nothing),

  ...letterheadChannels,

  'child:list': channel('read', Nothing, z.array(ChildLine)),
  'child:get': channel('read', byId(ChildId), ChildView),
  'child:overview': channel('read', byId(ChildId), ChildOverview),
  /** You asked, we said, what happened: over all reviews, newest first. */
  'child:asks': channel('read', byId(ChildId), z.array(AskView)),
  ...deadlineChannels,
  'child:save': saves(Child),
  'period:save': saves(Period),
  /** What was entered by mistake is taken out; `forbidden` while something rests on it, and says what. */
  'period:remove': channel('change', Removal, Taken),
  'person:save': saves(Person),
  'person:remove': channel('change', Removal, Taken),
  'event:save': saves(DatedEvent),
  'event:remove': channel('change', Removal, Taken),
  'risk:save': saves(Risk),
  'risk:remove': channel('change', Removal, Taken),
  'paper:add': channel('task', z.strictObject({ paper: Paper, content: z.base64() }), Saved),
  'paper:remove': channel('change', Removal, Taken),
  'paper:read': channel('read', byId(PaperId), z.strictObject({ content: z.base64() })),

  'review:start': channel(
    'change',
    z.strictObject({
      id: ReviewId,
      childId: ChildId,
      kind: z.enum(reviewKinds),
      chairedBy: FilledLine.optional(),
    }),
    Saved,
  ),
  'review:get': channel('read', byId(ReviewId), ReviewView),
  /** A finalised review with its facts, people and actions as they were frozen. */
  'review:frozen': channel('read', byId(ReviewId), FrozenReview),
  /** The same sections last time: empty for a child's first review. */
  'review:lastTime': channel('read', byId(ReviewId), LastTimeView),
  'review:save': saves(Review),
  'meeting:save': saves(Meeting),
  'note:save': saves(NoteLine),
  'note:file': channel('change', NoteFiling, Saved),
  'text:save': channel('change', TextSave, Saved),
  ...siblingCalls,
  'text:settle': channel('change', z.strictObject({ ids: z.array(TextId).max(100) }), Nothing),
  'ending:save': channel(
    'change',
    z.strictObject({
      childId: ChildId,
      reviewId: ReviewId,
      section: SectionKeySchema,
      ending: GivenEnding.optional(),
      baseVersion: BaseVersion,
    }),
    Saved,
  ),
  'point:make': channel('change', PointMake, z.strictObject({ point: Saved, text: Saved.optional() })),
  'point:save': saves(Point),
  'point:remove': channel('change', Removal, Saved),
  'decision:save': saves(Decision),
  'decision:remove': channel('change', Removal, Saved),
  'decision:answer': channel('change', PointLink, Saved),
  'decision:reply': channel(
    'change',
    z.strictObject({ id: DecisionId, baseVersion: BaseVersion, reply: ManagerReply }),
    Saved,
  ),
  'action:save': saves(Action),
  'action:amend': channel('change', ActionAmendment, Saved),
  'action:remove': channel('change', Removal, Saved),
  'action:list': channel('read', z.strictObject({ limit: z.int().min(1).max(1_000) }), z.array(ActionLine)),
  'progress:save': saves(Progress),
  /** Begins a check of today, behind the last review held; `forbidden` while another is not completed. */
  'midway:start': channel('change', z.strictObject({ id: MidwayCheckId, childId: ChildId }), Saved),
  'midway:get': channel('read', byId(MidwayCheckId), MidwayView),
  'midway:save': saves(MidwayCheck),
  /** `invalid-input` with an issue for each thing not yet answered. */
  'midway:complete': channel('change', checkAt, Saved),
  'midway:reopen': channel('change', checkAt, Saved),
  'midway:file': channel(
    'change',
    checkAt.extend({ filed: z.strictObject({ on: IsoDate, reference: FilledLine }) }),
    Saved,
  ),
  'midway:remove': channel('change', Removal, Saved),
  'midway:export': channel('task', byId(MidwayCheckId), DocumentBytes),
  'undo:apply': channel('change', z.strictObject({ token: z.uuid() }), Saved),
  'draft:save': channel('change', FieldDraft, Nothing),
  'draft:list': channel('read', byId(ChildId), z.array(FieldDraft)),
  'draft:clear': channel('change', z.strictObject({ record: RecordId, field: FilledLine }), Nothing),

  'review:prepare': channel('read', byId(ReviewId), PrepareView),
  'review:check': channel('read', byId(ReviewId), z.array(FindingView)),
  'review:finalise': channel(
    'change',
    z.strictObject({ id: ReviewId, kind: z.enum(finalisationKinds), gaps: z.array(AcceptedGap).max(500) }),
    Finalisation,
  ),
  'review:withdraw': channel(
    'change',
    z.strictObject({
      id: ReviewId,
      kind: z.enum(finalisationKinds),
      because: FilledLine,
      receivedBy: z.array(FilledLine).max(100),
    }),
    z.strictObject({ edition: z.int().positive() }),
  ),
  'review:sent': channel(
    'change',
    z.strictObject({ id: ReviewId, on: IsoDate, baseVersion: BaseVersion }),
    Saved,
  ),
  'addendum:add': channel('change', Addendum, Saved),
  'filing:add': channel('change', Filing, Saved),
  'release:add': channel('change', z.strictObject({ releases: z.array(Release).min(1).max(500) }), Nothing),
  'release:remove': channel('change', Removal, Saved),
  /** The child's letter to start from, out of what is already written. */
  'letter:draft': channel('read', byId(ReviewId), Letter),
  /** Everything of a review that one reader may be given; the child is a reader by the child's own id. */
  'release:items': channel(
    'read',
    z.strictObject({ reviewId: ReviewId, personId: PersonId }),
    z.array(ItemView),
  ),
  /** How far each document is for each reader who is to have it, and for the case record. */
  'document:readiness': channel('read', byId(ReviewId), z.array(Readiness)),
  'document:preview': channel('read', DocumentRequest, DocumentPreview),
  'document:export': channel('task', DocumentRequest, DocumentBytes),
  'document:issue': channel(
    'task',
    DocumentRequest.extend({
      id: IssuedId,
      passed: z.array(PassedHit).max(200),
      how: FilledLine.optional(),
    }),
    z.strictObject({ issued: IssuedDocument, content: z.base64() }),
  ),
  'document:read': channel('read', byId(IssuedId), DocumentBytes),

  /** Words that the officer's own dictionary knows. */
  'spelling:words': channel('read', Nothing, z.strictObject({ words: z.array(z.string()) })),
  'spelling:learn': channel('change', z.strictObject({ word: z.string().regex(/^\S{1,60}$/) }), Nothing),

  'search:query': channel(
    'read',
    z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(200) }),
    z.array(SearchHit),
  ),
  'today:list': channel('read', Nothing, z.array(TodayLine)),
  /** Weekdays without work in the eight weeks from this one on. */
  'today:daysOff': channel('read', Nothing, DaysOff),
  /** Told after all: in the point while its review is open, else as an addendum. */
  'telling:record': channel('change', TellingRecord, Saved),
  /** Days proposed for the next review, and what the day `on` would cost; of a review being written up, the one after it. */
  'nextReview:days': channel(
    'read',
    z.strictObject({ childId: ChildId, afterReviewId: ReviewId.optional(), on: IsoDate.optional() }),
    NextReviewDays,
  ),
  /** An iCalendar file: of these children, else of all. Without `isNamed` no entry says whose it is. */
  'calendar:export': channel(
    'read',
    z.strictObject({
      childIds: z.array(ChildId).min(1).max(1_000).optional(),
      isNamed: z.boolean(),
      /** With the midway check and the last lawful day, beside the review itself. */
      isWholeSeries: z.boolean(),
    }),
    z.strictObject({ fileName: z.string(), content: z.base64(), entries: z.int().positive() }),
  ),
  'caseFile:import': channel(
    'task',
    z.strictObject({
      files: z.array(z.unknown()).min(1).max(1_000),
      onConflict: z.enum(['refuse', 'keep-mine', 'take-theirs']),
      /** Where single records were chosen: before the rule for all. */
      choices: z.array(ImportChoice).max(20_000).optional(),
    }),
    ImportReport,
  ),
  'caseFile:export': channel('read', byId(ChildId), CaseFile),
} as const;

type Calls = typeof contract;
/** By name: what is inferred from a call names the map, and never spells out every call there is. */
export interface Contract extends Calls {}
export type Channel = keyof Contract;

export type Parsed<C extends Channel> = z.infer<Contract[C]['input']>;
/** Nothing that crosses is anybody's to change. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly DeepReadonly<E>[]
    : T extends object
      ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
      : T;
export type Input<C extends Channel> = DeepReadonly<z.input<Contract[C]['input']>>;
export type Output<C extends Channel> = DeepReadonly<z.infer<Contract[C]['output']>>;

/** True only for a call that the map itself owns, never for what an object inherits. */
export function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}

/** What crosses from a shell to the core: the client names each attempt, so that a retry is the same attempt. */
export type Envelope = { readonly requestId: string; readonly channel: string; readonly input: unknown };

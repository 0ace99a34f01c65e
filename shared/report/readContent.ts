import * as z from 'zod';
import { Officer } from '../caseFile.ts';
import { Instant, IsoDate } from '../domain/dates.ts';
import { Child, Paper, Period as LifePeriod, Person } from '../domain/model/child.ts';
import { DatedEvent, Risk } from '../domain/model/events.ts';
import { keysOf } from '../domain/keysOf.ts';
import { lateReasons } from '../domain/model/deadlineMarks.ts';
import { Gap } from '../domain/model/issue.ts';
import { Point, Section, SectionText } from '../domain/model/minutes.ts';
import { Action, Decision, Progress } from '../domain/model/plan.ts';
import { Meeting, Review } from '../domain/model/review.ts';
import { Rule } from '../domain/rules/rule.ts';
import { Period } from '../domain/rules/period.ts';
import { Settings } from '../domain/settings.ts';
import type { ReviewContent } from './content.ts';
import { contentVersion } from './content.ts';
import type { Numbers } from './numbering.ts';

const Clock = z.union([
  z.strictObject({
    kind: z.literal('computed'),
    rule: Rule.extend({
      changed: z
        .strictObject({
          shipped: Period.optional(),
          why: z.string().optional(),
          by: z.string().optional(),
          on: IsoDate.optional(),
        })
        .optional(),
    }),
    due: IsoDate,
    lastWorkingDayOnOrBefore: IsoDate,
    sum: z.strictObject({
      start: IsoDate,
      startAt: Instant.optional(),
      endAt: Instant.optional(),
      counted: Period.optional(),
      skipped: z.array(z.strictObject({ date: IsoDate, name: z.string() })),
      isMonthEnd: z.boolean(),
      intervalEnd: IsoDate.optional(),
      term: z.string().optional(),
      end: IsoDate,
      override: z.strictObject({ due: IsoDate, because: z.string() }).optional(),
    }),
    certain: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('not-computed'), why: z.string() }),
]);

const nothing = z.array(z.never());

/** A frozen record holds facts and minutes; notes, drafts and what came after finalising are not part of it. */
const FrozenRecord = z.strictObject({
  child: Child,
  periods: z.array(LifePeriod),
  people: z.array(Person),
  events: z.array(DatedEvent),
  risks: z.array(Risk),
  papers: z.array(Paper),
  // Why clocks were late is told apart; content frozen before there were such marks does not name them at all.
  deadlineMarks: nothing.default([]),
  reviews: z.array(Review),
  meetings: z.array(Meeting),
  sections: z.array(Section),
  texts: z.array(SectionText),
  notes: nothing,
  points: z.array(Point),
  decisions: z.array(Decision),
  actions: z.array(Action),
  progress: z.array(Progress),
  midwayChecks: nothing.default([]),
  finalisations: nothing,
  addenda: nothing,
  releases: nothing,
  issued: nothing,
  filings: nothing,
  drafts: nothing,
});

/** Version 1 of the frozen content. A later version adds its own schema and a reader that brings this one up to it. */
const ContentV1 = z.strictObject({
  version: z.literal(contentVersion),
  gatheredOn: IsoDate,
  officer: Officer,
  settings: Settings,
  review: Review,
  heldOn: IsoDate.optional(),
  clocks: z.strictObject({
    lastLawfulDay: Clock,
    nextLastLawfulDay: Clock,
    decisionsDue: Clock,
    replyDue: Clock,
    carePlanDue: Clock,
    recordDue: Clock,
    issueDue: Clock,
  }),
  record: FrozenRecord,
  numbers: z.record(z.string(), z.string()),
  earlierNumbers: z.record(z.string(), z.string()).optional(),
  gaps: z.array(Gap),
  late: z
    .array(
      z.strictObject({
        rule: z.string(),
        what: z.string(),
        due: IsoDate,
        doneOn: IsoDate.optional(),
        reason: z.enum(keysOf(lateReasons)),
        words: z.string().optional(),
      }),
    )
    .optional(),
});

/**
 * The content that a canonical JSON text holds. Throws when it is not one: frozen content is checked against its
 * hash before, so anything else is a bug.
 */
export function readContent(canonical: string): ReviewContent {
  return ContentV1.parse(JSON.parse(canonical));
}

/** The numbers alone of what a canonical JSON text holds. They are asked for whenever the next review is opened. */
export function readNumbers(canonical: string): Numbers {
  return z.object({ numbers: ContentV1.shape.numbers }).parse(JSON.parse(canonical)).numbers;
}

import * as z from 'zod';
import { Instant, IsoDate } from '../dates.ts';
import { ChildId, EventId, ReviewId, RiskId } from '../ids.ts';
import { keysOf } from '../keysOf.ts';
import { Audience, FilledLine, Line } from './common.ts';

/** What can happen to or for a child on a day, and the section whose facts it belongs to. */
export const eventKinds = {
  'health-assessment': { label: 'Health assessment', section: 'health', isHealthDate: true },
  'dental-check': { label: 'Dentist', section: 'health', isHealthDate: true },
  'eye-test': { label: 'Eye test', section: 'health', isHealthDate: true },
  vaccination: { label: 'Vaccinations', section: 'health', isHealthDate: true },
  'developmental-check': { label: 'Developmental check', section: 'health', isHealthDate: true },
  'health-other': { label: 'Health', section: 'health', isHealthDate: true },
  sdq: { label: 'Strengths and difficulties', section: 'emotional-wellbeing', isHealthDate: true },
  'mental-health': { label: 'Mental health service', section: 'emotional-wellbeing', isHealthDate: true },
  visit: { label: 'Social worker’s visit', section: 'visits', isHealthDate: false },
  'visit-asked-for': { label: 'Visit asked for', section: 'visits', isHealthDate: false },
  pep: { label: 'Personal education plan meeting', section: 'education', isHealthDate: false },
  missing: { label: 'Missing', section: 'risk-and-safety', isHealthDate: false },
  'return-interview': { label: 'Return interview', section: 'risk-and-safety', isHealthDate: false },
  assessment: { label: 'Assessment', section: 'risk-and-safety', isHealthDate: false },
  'strategy-meeting': { label: 'Strategy meeting', section: 'risk-and-safety', isHealthDate: false },
  'care-plan': { label: 'Care plan', section: 'permanence', isHealthDate: false },
  'placement-plan': { label: 'Placement plan', section: 'placement', isHealthDate: false },
  'approval-extended': { label: 'Temporary approval extended', section: 'placement', isHealthDate: false },
  'secure-review': { label: 'Secure accommodation review', section: 'placement', isHealthDate: false },
  'permanence-plan': { label: 'Permanence plan', section: 'permanence', isHealthDate: false },
  'pathway-plan': { label: 'Pathway plan', section: 'pathway', isHealthDate: false },
  'legal-review': { label: 'Legal review', section: 'legal-status', isHealthDate: false },
  'authority-to-place': {
    label: 'Authority to place for adoption',
    section: 'legal-status',
    isHealthDate: false,
  },
  'court-hearing': { label: 'Court hearing', section: 'legal-status', isHealthDate: false },
  'life-story-session': { label: 'Life-story session', section: 'life-story', isHealthDate: false },
  'adoption-celebration': { label: 'Adoption celebration', section: 'life-story', isHealthDate: false },
  'family-time': { label: 'Family time', section: 'family-time', isHealthDate: false },
  'advocacy-offer': { label: 'Advocate offered', section: 'rights', isHealthDate: false },
  'officer-appointed': { label: 'Reviewing officer appointed', section: 'front-sheet', isHealthDate: false },
  'review-sooner': { label: 'Earlier review needed', section: 'front-sheet', isHealthDate: false },
  'point-raised': { label: 'Point raised with the team', section: 'front-sheet', isHealthDate: false },
  other: { label: 'Event', section: 'front-sheet', isHealthDate: false },
} as const;
export type EventKind = keyof typeof eventKinds;

/** Why a review must come sooner, or before something happens (regulations 33(3) and 32(2)); `R-15` is guidance. */
export const reviewGrounds = {
  'officer-asks': 'the reviewing officer asks',
  'welfare-not-safeguarded': 'a visitor concludes that the child’s welfare is not safeguarded',
  'section-21': 'accommodated under section 21 and no review would happen first',
  'release-from-custody': 'detained, and to be released',
  'accommodation-stops': 'accommodation is to stop and nobody with responsibility will house the child',
  'significant-change': 'a significant change of the care plan is proposed',
  'something-happened': 'something happened',
} as const;
export type ReviewGround = keyof typeof reviewGrounds;

export const eventFields = {
  kind: z.enum(keysOf(eventKinds)),
  /** What it was, where the kind says too little: "Teenage vaccinations". */
  label: Line.optional(),
  /** The day it was done, or began. Missing while it is only due. */
  on: IsoDate.optional(),
  dueOn: IsoDate.optional(),
  /** When the next of its kind is due, where somebody has set it. */
  nextDueOn: IsoDate.optional(),
  by: Line.optional(),
  /** One line: what it showed. */
  line: Line.optional(),
  /** The SDQ's total difficulties score, 0 to 40. */
  score: z.int().min(0).max(40).optional(),
  wasSeenAlone: z.boolean().optional(),
  /** The child said no, and that is recorded: counts as mentioned. */
  isRefused: z.boolean().optional(),
  /** A missing episode: from when to when. */
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  /** An earlier review: on which ground. `dueOn` is the day it must come by, or the day of the change or release. */
  ground: z.enum(keysOf(reviewGrounds)).optional(),
  /** A missing episode after which no interview was held, and why. */
  noInterviewBecause: Line.optional(),
  /** The missing episode that a return interview followed. */
  aboutEventId: EventId.optional(),
  audience: Audience.optional(),
};
export const CaseEvent = z.strictObject({ id: EventId, ...eventFields });
/** A dated event of the child. */
export const DatedEvent = z.strictObject({ id: EventId, childId: ChildId, ...eventFields });
export type DatedEvent = z.infer<typeof DatedEvent>;

export const riskTypes = {
  'home-or-family-time': 'Harm at home or in family time',
  'placement-harm': 'Harm where the child lives',
  allegation: 'Allegation against a carer',
  missing: 'Going missing',
  'sexual-exploitation': 'Sexual exploitation',
  'criminal-exploitation': 'Criminal exploitation',
  radicalisation: 'Radicalisation',
  'self-harm': 'Self-harm',
  eating: 'Eating',
  'substance-use': 'Substance use',
  online: 'Online harm',
  violence: 'Violence',
  'domestic-abuse': 'Domestic abuse',
  bullying: 'Bullying',
  'harmful-sexual-behaviour': 'Harmful sexual behaviour',
  'self-neglect': 'Self-neglect',
  'unregulated-setting': 'Unregulated setting or deprivation of liberty',
  'accident-or-medical': 'Accident, fire or illness',
  homelessness: 'No home at 18',
  'immigration-or-trafficking': 'Immigration or trafficking',
  'placement-breakdown': 'The placement breaking down',
  other: 'Another risk',
} as const;
export type RiskType = keyof typeof riskTypes;

export const riskRatings = ['low', 'medium', 'high'] as const;
export type RiskRating = (typeof riskRatings)[number];

export const coverKinds = {
  assessment: 'Assessment',
  'strategy-meeting': 'Strategy meeting',
  enquiry: 'Section 47 enquiry',
  'safety-plan': 'Safety plan',
} as const;
export type CoverKind = keyof typeof coverKinds;

/** What covers a risk: without one of these a high risk is unassessed (domain.md 3.5). */
export const RiskCover = z.strictObject({
  kind: z.enum(keysOf(coverKinds)),
  on: IsoDate,
  by: Line.optional(),
  line: Line.optional(),
});
/** Something that happened and bears on the risk, with what was made of it. */
export const RiskEvent = z.strictObject({
  id: EventId,
  on: IsoDate,
  what: FilledLine,
  considered: z
    .strictObject({
      on: IsoDate,
      by: FilledLine,
      outcome: z.enum(['stands', 'changed']),
      line: Line.optional(),
    })
    .optional(),
});
/** An urgent step taken on the day of a review: who was rung, when, what they will do. */
export const UrgentStep = z.strictObject({
  reviewId: ReviewId,
  on: IsoDate,
  at: Instant.optional(),
  rang: FilledLine,
  what: FilledLine,
});

export const riskFields = {
  type: z.enum(keysOf(riskTypes)),
  title: FilledLine,
  rating: z.enum(riskRatings),
  ratedOn: IsoDate,
  /** Every earlier rating with its day, oldest first. */
  earlierRatings: z.array(z.strictObject({ rating: z.enum(riskRatings), ratedOn: IsoDate })).optional(),
  openedOn: IsoDate.optional(),
  covers: z.array(RiskCover),
  events: z.array(RiskEvent),
  urgentSteps: z.array(UrgentStep),
  closedOn: IsoDate.optional(),
  closedBecause: Line.optional(),
  audience: Audience.optional(),
};
export const CaseRisk = z.strictObject({ id: RiskId, ...riskFields });
export const Risk = z.strictObject({ id: RiskId, childId: ChildId, ...riskFields });
export type Risk = z.infer<typeof Risk>;

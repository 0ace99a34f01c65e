import type { SectionKey } from '../domain/model/sections.ts';
import type { Review } from '../domain/model/review.ts';
import { heldOn, meetingsOf, periodOn } from '../domain/reviews.ts';
import type { PeriodKind } from '../domain/model/child.ts';
import type { ReviewContent } from './content.ts';

type FactRow = {
  readonly name: string;
  /** What the officer's screen calls it. */
  readonly what: string;
  /** Null: it never goes with a group. */
  readonly section: SectionKey | null;
  /** Where it tells where the child is: released alone and with a reason, whatever else goes. */
  readonly isFlagged?: true;
  readonly isThere: (content: ReviewContent) => boolean;
};

const period = (kind: PeriodKind) => (content: ReviewContent) => currentPeriod(content, kind) !== undefined;
const ofReview = (pick: (review: Review) => unknown) => (content: ReviewContent) =>
  pick(content.review) !== undefined;
const ofChild = (key: keyof ReviewContent['record']['child']) => (content: ReviewContent) =>
  content.record.child[key] !== undefined;

/**
 * The single facts of a review that a copy may be given, each under `fact:<name>`. The child's preferred name and
 * age, the review's number and day and who chaired it are always there; `fact:age` is a name only so that a whole
 * fact strip can be released fact by fact.
 */
export const factTable = [
  { name: 'age', what: 'The child’s age', section: 'front-sheet', isThere: () => true },
  {
    name: 'meeting',
    what: 'When and where we met',
    section: 'front-sheet',
    isThere: (content) => ownMeeting(content),
  },
  {
    name: 'part',
    what: 'How the child took part',
    section: 'front-sheet',
    isThere: ofReview((review) => review.participation),
  },
  {
    name: 'seen-alone',
    what: 'Seen alone by the officer',
    section: 'front-sheet',
    isThere: ofReview((review) => review.duties?.spokeAlone),
  },
  {
    name: 'report',
    what: 'The worker’s report: when it came',
    section: 'front-sheet',
    isThere: ofReview((review) => review.duties?.workerReport),
  },
  {
    name: 'care-plan',
    what: 'The date of the care plan',
    section: 'front-sheet',
    isThere: ofReview((review) => review.duties?.carePlan),
  },
  {
    name: 'looked-after',
    what: 'Looked after since',
    section: 'front-sheet',
    isThere: period('looked-after'),
  },
  {
    name: 'order',
    what: 'Legal status and since when',
    section: 'front-sheet',
    isThere: period('legal-status'),
  },
  {
    name: 'lives-in',
    what: 'The kind of home, without its address',
    section: 'front-sheet',
    isThere: period('placement'),
  },
  {
    name: 'worker',
    what: 'The social worker and since when',
    section: 'front-sheet',
    isThere: period('social-worker'),
  },
  {
    name: 'next-review',
    what: 'The day of the next review',
    section: 'front-sheet',
    isThere: ofReview((review) => review.nextReview),
  },
  {
    name: 'midway',
    what: 'The day of the midway check',
    section: 'front-sheet',
    isThere: ofReview((review) => review.midwayOn),
  },
  {
    name: 'adjournment',
    what: 'The adjournment and why',
    section: 'front-sheet',
    isThere: ofReview((review) => review.adjournment),
  },
  {
    name: 'counts',
    what: 'Why this does not count as the statutory review',
    section: 'front-sheet',
    isThere: ofReview((review) => review.whyNotCounted),
  },
  {
    name: 'communication',
    what: 'How the child communicates',
    section: 'identity',
    isThere: ofChild('communication'),
  },
  { name: 'languages', what: 'The child’s languages', section: 'identity', isThere: ofChild('languages') },
  { name: 'ethnicity', what: 'The child’s ethnicity', section: 'identity', isThere: ofChild('ethnicity') },
  { name: 'religion', what: 'The child’s religion', section: 'identity', isThere: ofChild('religion') },
  {
    name: 'parents-views',
    what: 'How each parent’s views were obtained',
    section: 'others-views',
    isThere: (content) => (content.review.duties?.parents ?? []).length > 0,
  },
  { name: 'full-name', what: 'The child’s full name', section: null, isThere: () => true },
  { name: 'case-reference', what: 'The case reference', section: null, isThere: ofChild('caseReference') },
  {
    name: 'next-review-details',
    what: 'Where the next review will be, and why then',
    section: null,
    isThere: (content) => hasDetails(content.review),
  },
  {
    name: 'plan-meets-needs',
    what: 'Whether the care plan meets the child’s needs',
    section: null,
    isThere: ofReview((review) => review.duties?.carePlan),
  },
  { name: 'school', what: 'The school’s name', section: null, isThere: period('school') },
  {
    name: 'carers',
    what: 'Which people are the carers',
    section: null,
    isThere: (content) => (currentPeriod(content, 'placement')?.carerIds ?? []).length > 0,
  },
  {
    name: 'provider',
    what: 'Who provides the home',
    section: null,
    isThere: (content) => currentPeriod(content, 'placement')?.provider !== undefined,
  },
  {
    name: 'address',
    what: 'Where the child lives: the address',
    section: null,
    isFlagged: true,
    isThere: (content) => currentPeriod(content, 'placement')?.address !== undefined,
  },
] as const satisfies readonly FactRow[];

export type FactName = (typeof factTable)[number]['name'];

/** The facts that this review has, in the table's order. */
export function factsOf(content: ReviewContent): FactRow[] {
  return factTable.filter((row) => row.isThere(content));
}

/** The period of a kind that holds on the day of the review (today where it has none yet). */
export function currentPeriod<K extends PeriodKind>(content: ReviewContent, kind: K) {
  const day = content.heldOn ?? heldOn(content.record, content.review) ?? content.gatheredOn;
  return periodOn(content.record.periods, kind, day);
}

function ownMeeting({ record, review }: ReviewContent): boolean {
  return meetingsOf(record, review).length > 0;
}

function hasDetails({ nextReview }: Review): boolean {
  return nextReview?.kind === 'date' && (nextReview.place !== undefined || nextReview.because !== undefined);
}

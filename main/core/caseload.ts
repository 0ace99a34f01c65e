import type { IsoDate } from '../../shared/domain/dates.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import type { Deadline, NotComputed } from '../../shared/domain/deadlines/deadline.ts';
import { notComputed, withSum } from '../../shared/domain/deadlines/deadline.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { NextReview } from '../../shared/domain/model/review.ts';
import type { ComingReview, CountedReview, RunningPeriod } from '../store/caseloadRepository.ts';
import type { Context } from './context.ts';
import type { DeadlineReader } from './deadlines/reading.ts';
import { deadlineReader } from './deadlines/reading.ts';

/** What comes next for one child: the review that is prepared or agreed, and the last day the law allows for it. */
export type Next = {
  readonly number: number;
  readonly reviewId?: ReviewId;
  readonly on?: IsoDate;
  readonly isBooked: boolean;
  readonly whyNone?: string;
  readonly lastLawfulDay: Deadline | NotComputed;
};

const whyNoneWords = {
  'turns-18': 'turns 18',
  'returned-home': 'returned home',
  adopted: 'adopted',
  'special-guardianship': 'special guardianship',
} as const;

function agreedNext(counted: CountedReview | undefined): NextReview | undefined {
  if (counted?.nextReview === null || counted === undefined) return undefined;
  const parsed = NextReview.safeParse(JSON.parse(counted.nextReview));
  return parsed.success ? parsed.data : undefined;
}

function nextOf(
  coming: ComingReview | undefined,
  counted: CountedReview | undefined,
  lastLawfulDay: Deadline | NotComputed,
  today: IsoDate,
): Next {
  const agreed = agreedNext(counted);
  const agreedOn = agreed?.kind === 'date' && agreed.on >= today ? agreed.on : undefined;
  const bookedOn = coming?.heldOn ? isoDate(coming.heldOn) : undefined;
  const on = bookedOn ?? agreedOn;
  return {
    number: coming?.number ?? (counted?.number ?? 0) + 1,
    isBooked: bookedOn !== undefined,
    lastLawfulDay,
    ...(coming && { reviewId: ReviewId.parse(coming.id) }),
    ...(on && { on }),
    ...(agreed?.kind === 'none' && !coming && { whyNone: whyNoneWords[agreed.because] }),
  };
}

export type Running = Readonly<Partial<Record<string, RunningPeriod>>>;

/** The periods that run today, by child and kind; of several of a kind the one that began last. */
export function runningToday({ repos, today }: Context): (childId: string) => Running {
  const byChild = new Map<string, Record<string, RunningPeriod>>();
  for (const period of repos.caseload.runningPeriods(today)) {
    const own = byChild.get(period.childId) ?? {};
    own[period.kind] = period;
    byChild.set(period.childId, own);
  }
  return (childId) => byChild.get(childId) ?? {};
}

/** The last lawful day of each child's next review; of one that is held today its own, until its decisions stand. */
function lawfulDays(context: Context, reader: DeadlineReader) {
  const { calendar } = reader.ruleSet;
  const open = new Map(reader.open('review').map(({ childId, deadline }) => [childId, deadline]));
  return (childId: string, coming: ComingReview | undefined): Deadline | NotComputed => {
    const isToday = coming?.heldOn === context.today;
    const own = isToday
      ? reader.ofChild(childId).find(({ kind, doneOn }) => kind === 'review' && doneOn === context.today)
      : undefined;
    const { date } = own ?? open.get(childId) ?? {};
    if (!date) return notComputed('No further review is due: the child is no longer looked after.');
    return date.kind === 'computed' ? withSum(date, calendar) : date;
  };
}

/** What comes next for each child of the caseload, from a handful of queries over all of them. */
export function nextReviews(context: Context, reader: DeadlineReader = deadlineReader(context)) {
  const { repos, today } = context;
  const counted = new Map(repos.caseload.lastCounted(today).map((row) => [row.childId, row]));
  const coming = new Map<string, ComingReview>();
  for (const row of repos.caseload.comingReviews(today)) {
    if (!coming.has(row.childId)) coming.set(row.childId, row);
  }
  const lawfulDay = lawfulDays(context, reader);
  return (childId: string): Next => {
    const next = coming.get(childId);
    return nextOf(next, counted.get(childId), lawfulDay(childId, next), today);
  };
}

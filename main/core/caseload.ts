import type { IsoDate } from '../../shared/domain/dates.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import type { Deadline, NotComputed } from '../../shared/domain/deadlines/deadline.ts';
import { notComputed, withSum } from '../../shared/domain/deadlines/deadline.ts';
import { ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import { lastLawfulDay } from '../../shared/domain/deadlines/reviews.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { NextReview } from '../../shared/domain/model/review.ts';
import type { ComingReview, CountedReview, RunningPeriod } from '../store/caseloadRepository.ts';
import type { Context } from './context.ts';

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

/** The last lawful day from what each child hangs on; the same facts give the same day, so each sum is done once. */
function lawfulDays(context: Context) {
  const { rules, calendar } = ruleSetOf(context.settings);
  const known = new Map<string, Deadline | NotComputed>();
  return (since: IsoDate | undefined, counted: CountedReview | undefined): Deadline | NotComputed => {
    if (since === undefined) return notComputed('The date the child became looked after is not recorded.');
    const isOwn = counted !== undefined && since !== undefined && counted.countedOn >= since;
    const on = isOwn ? isoDate(counted.countedOn) : undefined;
    const clock = counted?.kind ?? 'looked-after';
    const soFar = isOwn ? Math.min(counted.number, 2) : 0;
    const key = `${on ?? since ?? ''} ${soFar} ${clock}`;
    const found = known.get(key);
    if (found) return found;
    const date = lastLawfulDay(
      {
        since: { id: '', on: since },
        counted: on ? [{ id: '', on, number: soFar }] : [],
        isAdoptionReview: clock === 'adoption',
        ...(clock === 'short-breaks' && { shortBreaks: { id: '', on: since } }),
      },
      rules,
      calendar,
    );
    const due = date.kind === 'computed' ? withSum(date, calendar) : date;
    known.set(key, due);
    return due;
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

/** What comes next for each child of the caseload, from a handful of queries over all of them. */
export function nextReviews(context: Context, running: (childId: string) => Running) {
  const { repos, today } = context;
  const counted = new Map(repos.caseload.lastCounted(today).map((row) => [row.childId, row]));
  const coming = new Map<string, ComingReview>();
  for (const row of repos.caseload.comingReviews(today)) {
    if (!coming.has(row.childId)) coming.set(row.childId, row);
  }
  const lawfulDay = lawfulDays(context);
  return (childId: string): Next => {
    const since = running(childId)['looked-after']?.from;
    const last = counted.get(childId);
    const due = lawfulDay(since === undefined ? undefined : isoDate(since), last);
    return nextOf(coming.get(childId), last, due, today);
  };
}

import type { Output } from '../../../shared/contract.ts';
import { promiseKey, restingOn } from '../../../shared/domain/deadlines/rests.ts';
import { shortLegalStatuses, shortPlacements } from '../../../shared/domain/caseloadWords.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import type { ReviewId } from '../../../shared/domain/ids.ts';
import { ChildId, RecordId } from '../../../shared/domain/ids.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { reviewStage, whyNotEditable } from '../../../shared/domain/lifecycle.ts';
import type { Paper } from '../../../shared/domain/model/child.ts';
import type { Point } from '../../../shared/domain/model/minutes.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Ask } from '../../../shared/domain/promises.ts';
import { asksOf, dueOn } from '../../../shared/domain/promises.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { editionOf, heldOn, inOrder } from '../../../shared/domain/reviews.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import type { StandingPromise } from '../../../shared/domain/standingPromises.ts';
import { foundOn, standingPromises } from '../../../shared/domain/standingPromises.ts';
import { workingDaysBetween, workingDaysTo } from '../../../shared/domain/workingDays.ts';
import { saidToAsk } from '../../../shared/report/askWords.ts';
import type { Numbers } from '../../../shared/report/numbering.ts';
import { assignNumbers } from '../../../shared/report/numbering.ts';
import type { Next } from '../caseload.ts';
import { nextReviews, runningToday } from '../caseload.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview } from '../editing.ts';
import type { LoadedRecord } from '../loadRecord.ts';
import { loadRecord, noMinutes } from '../loadRecord.ts';
import { saveRecord } from '../recordWriter.ts';
import { clockView } from './reviews.ts';

type ChildLine = Output<'child:list'>[number];
type ChildOverview = Output<'child:overview'>;
type AskView = Output<'child:asks'>[number];
type NextReviewView = ChildOverview['next'];

const wordsFor = (table: Readonly<Record<string, string>>, key: string | null | undefined) =>
  key !== null && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** `brief` leaves the sum of the last lawful day out: seven hundred of them are not for one list. */
function nextView(next: Next, context: Context, form: 'brief' | 'full'): NextReviewView {
  const { lastLawfulDay, ...rest } = next;
  const meetings = next.reviewId ? context.repos.entities.meetingsOf(next.reviewId) : [];
  const startsAt = meetings.find(({ value }) => value.on === next.on)?.value.startsAt;
  const clock =
    form === 'full' || lastLawfulDay.kind === 'not-computed'
      ? clockView(lastLawfulDay, context)
      : {
          kind: 'computed' as const,
          rule: lastLawfulDay.rule.id,
          due: lastLawfulDay.due,
          lastWorkingDayOnOrBefore: lastLawfulDay.lastWorkingDayOnOrBefore,
          workingDaysLeft: workingDaysTo(context.today, lastLawfulDay.due, calendarOf(context.settings)),
          certain: lastLawfulDay.certain,
          sum: [],
        };
  return { ...rest, ...(startsAt && { startsAt }), lastLawfulDay: clock };
}

/** The caseload by name: where each child is, with whom, and what comes next by when. */
const listChildren: SyncHandler<'child:list'> = (_input, context) => {
  const { repos, today } = context;
  const running = runningToday(context);
  const next = nextReviews(context);
  const names = new Map(repos.caseload.childNames().map((child) => [child.id, child]));
  return ok(
    repos.lists.children(today).flatMap(({ id, lastReviewOn }): ChildLine[] => {
      const child = names.get(id);
      if (!child) return [];
      const now = running(id);
      const legalStatus = wordsFor(shortLegalStatuses, now['legal-status']?.what);
      const placement = wordsFor(shortPlacements, now['placement']?.what);
      const worker = now['social-worker']?.what ?? undefined;
      return [
        {
          id: ChildId.parse(id),
          preferredName: child.preferredName,
          fullName: child.fullName,
          dateOfBirth: isoDate(child.dateOfBirth),
          isLookedAfter: now['looked-after'] !== undefined,
          next: nextView(next(id), context, 'brief'),
          ...(legalStatus !== undefined && { legalStatus }),
          ...(placement !== undefined && { placement }),
          ...(worker !== undefined && { worker }),
          ...(lastReviewOn !== null && { lastReviewOn: isoDate(lastReviewOn) }),
        },
      ];
    }),
  );
};

/** The numbers of decisions and actions by review, as each review's documents print them. */
function planNumbers({ settings }: Context, record: ChildRecord): Map<string, Numbers> {
  return new Map(
    record.reviews.map((review) => [review.id as string, assignNumbers(record, review, settings)]),
  );
}

function promiseView(
  { action, found, reviewsCarried, isClosed }: StandingPromise,
  loaded: LoadedRecord,
  numbers: Map<string, Numbers>,
  context: Context,
): ChildOverview['promises'][number] {
  const due = dueOn(action);
  const latest = found.at(-1);
  const review = loaded.record.reviews.find(({ id }) => id === action.reviewId);
  const restsUntil = restingOn(loaded.record.deadlineMarks, context.today).get(promiseKey(action.id));
  return {
    action,
    number: numbers.get(action.reviewId)?.[action.id] ?? '',
    reviewNumber: review?.number ?? 1,
    reviewsCarried,
    isClosed,
    version: loaded.versions[action.id] ?? 1,
    ...(due && {
      dueOn: due,
      workingDaysLeft: workingDaysTo(context.today, due, calendarOf(context.settings)),
    }),
    ...(restsUntil && { restsUntil }),
    ...(latest && { latest }),
  };
}

const fromTheChild: readonly Point['kind'][] = ['wish', 'worry', 'question', 'news', 'observation'];

/** What the child said at the last review that holds anything of it; what asks for an answer first. */
function lastSaid({ repos }: Context, record: ChildRecord): Pick<ChildOverview, 'lastSaid' | 'lastSaidOn'> {
  for (const review of inOrder(record).toReversed()) {
    const points = repos.entities.listByReview('point', review.id).map(({ value }) => value);
    const said = points.filter(({ kind }) => fromTheChild.includes(kind));
    if (said.length === 0) continue;
    const asks = new Map(
      asksOf({ ...record, points: said }, review).map((ask) => [ask.point.id, saidToAsk(ask)]),
    );
    const on = heldOn(record, review);
    const asked = said.filter(({ id }) => asks.has(id));
    const rest = said.filter(({ id }) => !asks.has(id));
    const lines = [...asked, ...rest].map((point) => ({ point, said: asks.get(point.id) ?? '' }));
    return { lastSaid: lines, ...(on && { lastSaidOn: on }) };
  }
  return { lastSaid: [] };
}

function daysLate({ settings }: Context, papers: readonly Paper[]): ChildOverview['daysLate'] {
  const late = papers.flatMap(({ id, dueOn: due, receivedOn }) => {
    const days = due ? workingDaysBetween(due, receivedOn, calendarOf(settings)) : 0;
    return days > 0 ? [[id, days] as const] : [];
  });
  return Object.fromEntries(late);
}

function reviewLine(record: ChildRecord, id: ReviewId, context: Context): ChildOverview['reviews'] {
  const review = record.reviews.find((candidate) => candidate.id === id);
  if (!review) return [];
  const on = heldOn(record, review);
  const stage = reviewStage(record, id, context.today);
  const { number, countsAsStatutory: counts } = review;
  return [{ id, number, stage, counts, ...(on && { heldOn: on }) }];
}

const getOverview: SyncHandler<'child:overview'> = ({ id }, context) => {
  const { repos, today } = context;
  const loaded = loadRecord(repos, id, noMinutes);
  if (!loaded) return fail('not-found', 'This child is not in this store.');
  const all = <K extends 'issued_document' | 'filing'>(name: K) =>
    repos.entities.listByChild(name, id).map(({ value }) => value);
  const record = { ...loaded.record, issued: all('issued_document'), filings: all('filing') };
  const numbers = planNumbers(context, record);
  const numberOf = new Map(record.reviews.map((review) => [review.id as string, review.number]));
  return ok({
    today,
    next: nextView(nextReviews(context)(id), context, 'full'),
    reviews: inOrder(record).flatMap((review) => reviewLine(record, review.id, context)),
    promises: standingPromises(record).map((promise) => promiseView(promise, loaded, numbers, context)),
    decisions: record.decisions.map((decision) => ({
      decision,
      number: numbers.get(decision.reviewId)?.[decision.id] ?? '',
      reviewNumber: numberOf.get(decision.reviewId) ?? 1,
    })),
    ...lastSaid(context, record),
    daysLate: daysLate(context, record.papers),
  });
};

function askView(ask: Ask, record: ChildRecord, numbers: Map<string, Numbers>): AskView {
  const { point, review, decisions } = ask;
  const ids = new Set<string>(decisions.map((decision) => decision.id));
  const carrying = standingPromises({
    ...record,
    actions: record.actions.filter(({ decisionId }) => decisionId !== undefined && ids.has(decisionId)),
  });
  const on = heldOn(record, review);
  const later = record.addenda.find(({ pointId }) => pointId === point.id);
  return {
    point,
    reviewId: review.id,
    reviewNumber: review.number,
    said: saidToAsk(ask),
    decisions: decisions.map(({ id, wording, reviewId }) => ({
      id,
      wording,
      number: numbers.get(reviewId)?.[id] ?? '',
    })),
    happened: carrying.map(({ action, found }) => {
      const progress = found.at(-1);
      const day = progress && foundOn(record, progress);
      return {
        actionId: action.id,
        what: action.what,
        ...(progress && { progress }),
        ...(day && { foundOn: day }),
      };
    }),
    isOpen: whyNotEditable(record, review.id, 'point') === undefined,
    ...(on && { askedOn: on }),
    ...(later && { toldLater: later.text }),
  };
}

const getAsks: SyncHandler<'child:asks'> = ({ id }, context) => {
  const { repos } = context;
  const loaded = loadRecord(repos, id, noMinutes);
  if (!loaded) return fail('not-found', 'This child is not in this store.');
  const all = <K extends 'point' | 'addendum'>(name: K) =>
    repos.entities.listByChild(name, id).map(({ value }) => value);
  const record = { ...loaded.record, points: all('point'), addenda: all('addendum') };
  const numbers = planNumbers(context, record);
  const reviews = inOrder(record).toReversed();
  return ok(reviews.flatMap((review) => asksOf(record, review).map((ask) => askView(ask, record, numbers))));
};

/** The child was told: kept with the point while its review is open, and as an addendum once the record is closed. */
const recordTelling: SyncHandler<'telling:record'> = ({ pointId, on, by, reaction }, context) => {
  const found = context.repos.entities.find('point', pointId);
  if (!found) return fail('not-found', 'This is no longer there.');
  const point = found.value;
  if (on > context.today) return fail('invalid-input', 'The day lies ahead of today.', { field: 'on' });
  const told = reaction === undefined || reaction.trim() === '' ? {} : { reaction };
  const open = editableReview(context, point.reviewId, 'point');
  if (open.ok) {
    const value: Point = { ...point, telling: { kind: 'told', by, on, ...told } };
    return saveRecord(context, 'point', value, found.version);
  }
  const review = editableReview(context, point.reviewId, 'addendum');
  if (!review.ok) return review;
  const finalisations = context.repos.entities
    .listByReview('finalisation', point.reviewId)
    .map(({ value }) => value);
  const name = context.repos.entities.find('child', point.childId)?.value.preferredName ?? '';
  const said = 'reaction' in told ? ` ${told.reaction}` : '';
  return saveRecord(
    context,
    'addendum',
    {
      id: RecordId.parse(context.newId()),
      childId: point.childId,
      reviewId: point.reviewId,
      kind: 'note',
      on: context.today,
      by: context.officer.name,
      text: `${by} told ${name} on ${formatDate(on)} about: ${point.gist ?? point.words}.${said}`,
      pointId: point.id,
      edition: editionOf({ finalisations }, point.reviewId),
    },
    0,
  );
};

export const caseloadSync = {
  'child:list': listChildren,
  'child:overview': getOverview,
  'child:asks': getAsks,
  'telling:record': recordTelling,
};

import type { CaseFile, CaseReview } from './caseFile.ts';
import type { Instant, IsoDate } from './domain/dates.ts';
import { londonDay } from './domain/london.ts';
import { latest } from './domain/dates.ts';

type Risk = CaseFile['risks'][number];
type Action = CaseFile['actions'][number];

function heldOn(review: CaseReview): IsoDate | undefined {
  return latest(review.meetings.map((meeting) => meeting.on)) ?? review.heldOn;
}

/** A period that had not ended yet was still open on the day. */
function periodsAsOf(file: CaseFile, day: IsoDate): CaseFile['periods'] {
  return file.periods
    .filter((period) => period.from <= day)
    .map((period) => {
      if (period.to === undefined || period.to <= day) return period;
      const { to: _later, ...open } = period;
      return open;
    });
}

function riskAsOf(risk: Risk, day: IsoDate, kept: ReadonlySet<string>): Risk[] {
  const ratings = [...(risk.earlierRatings ?? []), { rating: risk.rating, ratedOn: risk.ratedOn }];
  const known = ratings.filter(({ ratedOn }) => ratedOn <= day);
  const current = known.at(-1);
  if (!current) return [];
  const { closedOn, closedBecause, earlierRatings: _ratings, ...rest } = risk;
  const isClosed = closedOn !== undefined && closedOn <= day;
  return [
    {
      ...rest,
      ...current,
      ...(known.length > 1 && { earlierRatings: known.slice(0, -1) }),
      covers: risk.covers.filter((cover) => cover.on <= day),
      events: risk.events
        .filter((event) => event.on <= day)
        .map(({ considered, ...event }) =>
          considered && considered.on <= day ? { ...event, considered } : event,
        ),
      urgentSteps: risk.urgentSteps.filter((step) => step.on <= day && kept.has(step.reviewId)),
      ...(isClosed && { closedOn, ...(closedBecause !== undefined && { closedBecause }) }),
    },
  ];
}

/** The terms an action had on the day: later changes are taken back, newest first. */
function actionAsOf(action: Action, day: IsoDate, kept: ReadonlySet<string>): Action {
  const later = action.history.filter((change) => londonDay(change.at) > day);
  const { accountable, doneBy, due, ...rest } = action;
  const now = {
    what: action.what,
    ...(accountable && { accountable }),
    ...(doneBy !== undefined && { doneBy }),
    ...(due && { due }),
  };
  const terms = later[0]?.before ?? now;
  return {
    ...rest,
    ...terms,
    history: action.history.filter((change) => !later.includes(change)),
    progress: action.progress.filter((entry) =>
      entry.occasion.kind === 'review' ? kept.has(entry.occasion.reviewId) : entry.occasion.on <= day,
    ),
  };
}

function reviewAsOf(review: CaseReview, day: IsoDate): CaseReview {
  const isBy = (row: { at: Instant }) => londonDay(row.at) <= day;
  const { decisionsSentOn, ...rest } = review;
  return {
    ...rest,
    ...(decisionsSentOn !== undefined && decisionsSentOn <= day && { decisionsSentOn }),
    decisions: review.decisions.map(({ reply, ...decision }) =>
      reply && reply.on <= day ? { ...decision, reply } : decision,
    ),
    addenda: review.addenda.filter((row) => row.on <= day),
    releases: review.releases.filter(isBy),
    issued: review.issued.filter(isBy),
    filings: review.filings.filter((row) => row.on <= day),
  };
}

/**
 * A case file as it stood on a day: reviews held later, and what happened, was decided or was answered later, are
 * left out. With it a caseload is played through its own past, each review finalised on what was known then.
 */
export function caseFileAsOf(file: CaseFile, day: IsoDate): CaseFile {
  const reviews = file.reviews.filter((review) => (heldOn(review) ?? day) <= day);
  const kept = new Set<string>(reviews.map((review) => review.id));
  const events = file.events.filter((event) => event.on === undefined || event.on <= day);
  const eventIds = new Set<string>(events.map((event) => event.id));
  return {
    ...file,
    periods: periodsAsOf(file, day),
    events: events.map(({ aboutEventId, ...event }) =>
      aboutEventId !== undefined && eventIds.has(aboutEventId) ? { ...event, aboutEventId } : event,
    ),
    risks: file.risks.flatMap((risk) => riskAsOf(risk, day, kept)),
    papers: file.papers.filter(
      (paper) => paper.receivedOn <= day && (paper.reviewId === undefined || kept.has(paper.reviewId)),
    ),
    deadlineMarks: file.deadlineMarks.filter((mark) => mark.on <= day),
    reviews: reviews.map((review) => reviewAsOf(review, day)),
    actions: file.actions
      .filter((action) => kept.has(action.reviewId))
      .map((action) => actionAsOf(action, day, kept)),
    midwayChecks: file.midwayChecks.filter((check) => check.on <= day && kept.has(check.reviewId)),
  };
}

import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DeadlineRecord } from '../../../shared/domain/deadlines/facts.ts';
import { heldOn } from '../../../shared/domain/reviews.ts';
import type { Entities, EntityName } from '../../store/entities.ts';
import type { Repositories } from '../repositories.ts';

/**
 * What the rules of time read of one child. Of the minutes only the promises to tell of the last review, and of what
 * followed a review only that of those which still ask for something: no date hangs on the rest. Undefined when there
 * is no such child.
 */
export function deadlineRecord(
  repos: Repositories,
  childId: string,
  today: IsoDate,
): DeadlineRecord | undefined {
  const child = repos.entities.find('child', childId)?.value;
  if (!child) return undefined;
  const all = <K extends EntityName>(name: K): Entities[K][] =>
    repos.entities.listByChild(name, childId).map(({ value }) => value);
  const reviews = all('review');
  const meetings = repos.entities.meetingsOfChild(childId).map(({ value }) => value);
  const states = repos.deadlines.reviewsOf(childId);
  const lastId = states.findLast(({ id }) => {
    const review = reviews.find((each) => each.id === id);
    const held = review && heldOn({ meetings }, review);
    return held !== undefined && held <= today;
  })?.id;
  const asking = states.filter(({ id, isSettled }) => !isSettled || id === lastId).map(({ id }) => id);
  const of = <K extends EntityName>(name: K): Entities[K][] =>
    asking.flatMap((id) => repos.entities.listByReview(name, id).map(({ value }) => value));
  return {
    child,
    periods: all('period'),
    people: all('person'),
    events: all('dated_event'),
    papers: all('paper'),
    deadlineMarks: all('deadline_mark'),
    reviews,
    meetings,
    settledReviews: new Set(states.flatMap(({ id, isSettled }) => (isSettled ? [id] : []))),
    points:
      lastId === undefined ? [] : repos.entities.listByReview('point', lastId).map(({ value }) => value),
    decisions: of('decision'),
    midwayChecks: all('midway_check'),
    finalisations: of('finalisation'),
    addenda: of('addendum'),
    issued: of('issued_document'),
    filings: of('filing'),
  };
}

import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Meeting } from '../../shared/domain/model/review.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import type { Versioned } from '../store/entityRepository.ts';
import type { Repositories } from './repositories.ts';

export type LoadedRecord = {
  readonly record: ChildRecord;
  readonly versions: Readonly<Record<string, number>>;
};

/** Which reviews' minutes to read; all of them when left out. Facts and plan always come whole. */
export type LoadScope = { readonly minutesOf?: readonly string[] };

/**
 * One child's record as the rules want it, with the version of every row by its id. Undefined when there is no
 * such child. With `minutesOf`, texts, points, notes and endings of the other reviews are left out, and
 * so is what followed from issuing them.
 */
export function loadRecord(
  repos: Repositories,
  childId: string,
  scope: LoadScope = {},
): LoadedRecord | undefined {
  const child = repos.entities.find('child', childId);
  if (!child) return undefined;
  const versions: Record<string, number> = { [child.value.id]: child.version };
  const keep = <K extends EntityName>(rows: Versioned<Entities[K]>[]): Entities[K][] =>
    rows.map(({ value, version }) => {
      versions['id' in value ? value.id : `${value.reviewId}.${value.key}`] = version;
      return value;
    });
  const all = <K extends EntityName>(name: K) => keep<K>(repos.entities.listByChild(name, childId));
  const minutes = <K extends EntityName>(name: K) =>
    scope.minutesOf
      ? scope.minutesOf.flatMap((reviewId) => keep<K>(repos.entities.listByReview(name, reviewId)))
      : all(name);

  const reviews = all('review');
  const ownReviews = new Set<string>(reviews.map((review) => review.id));
  const meetings = new Map<string, Meeting>();
  for (const review of reviews) {
    for (const meeting of keep<'meeting'>(repos.entities.meetingsOf(review.id))) {
      // A meeting can serve a brother's or sister's review too: that is not this record's to tell.
      meetings.set(meeting.id, {
        ...meeting,
        reviewIds: meeting.reviewIds.filter((id) => ownReviews.has(id)),
      });
    }
  }
  const record: ChildRecord = {
    child: child.value,
    periods: all('period'),
    people: all('person'),
    events: all('dated_event'),
    risks: all('risk'),
    papers: all('paper'),
    reviews,
    meetings: [...meetings.values()],
    sections: minutes('section'),
    texts: minutes('section_text'),
    notes: minutes('note_line'),
    points: minutes('point'),
    decisions: all('decision'),
    actions: all('action'),
    progress: all('progress'),
    midwayChecks: all('midway_check'),
    finalisations: all('finalisation'),
    addenda: minutes('addendum'),
    releases: minutes('release'),
    issued: minutes('issued_document'),
    filings: minutes('filing'),
    drafts: repos.drafts.listByChild(childId),
  };
  return { record, versions };
}

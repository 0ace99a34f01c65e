import type { ChildRecord } from '../../shared/domain/model/record.ts';
import { emptyRecord } from '../../shared/domain/model/record.ts';
import type { Meeting } from '../../shared/domain/model/review.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import type { Versioned } from '../store/entityRepository.ts';
import type { Repositories } from './repositories.ts';

export type LoadedRecord = {
  readonly record: ChildRecord;
  readonly versions: Readonly<Record<string, number>>;
};

/** Whose minutes to read: those of some reviews, and single points of others. */
export type MinutesWanted = {
  readonly reviewIds: readonly string[];
  readonly pointIds?: readonly string[];
};

/** For what shows a child's facts and plan alone. */
export const noMinutes = (): MinutesWanted => ({ reviewIds: [] });

type Keep = <K extends EntityName>(rows: Versioned<Entities[K]>[]) => Entities[K][];

/** Facts and plan: what belongs to the child, and what was decided and promised at every review. */
function loadFacts(repos: Repositories, record: ChildRecord, keep: Keep): ChildRecord {
  const childId = record.child.id;
  const all = <K extends EntityName>(name: K) => keep<K>(repos.entities.listByChild(name, childId));
  const reviews = all('review');
  const ownReviews = new Set<string>(reviews.map((review) => review.id));
  const meetings = new Map<string, Meeting>();
  for (const meeting of keep<'meeting'>(repos.entities.meetingsOfChild(childId))) {
    // A meeting can serve a brother's or sister's review too: that is not this record's to tell.
    meetings.set(meeting.id, {
      ...meeting,
      reviewIds: meeting.reviewIds.filter((id) => ownReviews.has(id)),
    });
  }
  return {
    ...record,
    periods: all('period'),
    people: all('person'),
    events: all('dated_event'),
    risks: all('risk'),
    papers: all('paper'),
    deadlineMarks: all('deadline_mark'),
    reviews,
    meetings: [...meetings.values()],
    decisions: all('decision'),
    actions: all('action'),
    progress: all('progress'),
    midwayChecks: all('midway_check'),
    finalisations: all('finalisation'),
    drafts: repos.drafts.listByChild(childId),
  };
}

/**
 * One child's record as the rules want it, with the version of every row by its id. Undefined when there is no
 * such child. Facts and plan come whole. With `wanted`, which is told these, texts, points, notes and endings of other
 * reviews are left out, and so is what followed from issuing them.
 */
export function loadRecord(
  repos: Repositories,
  childId: string,
  wanted?: (facts: ChildRecord) => MinutesWanted,
): LoadedRecord | undefined {
  const child = repos.entities.find('child', childId);
  if (!child) return undefined;
  const versions: Record<string, number> = { [child.value.id]: child.version };
  const keep: Keep = (rows) =>
    rows.map(({ value, version }) => {
      versions['id' in value ? value.id : `${value.reviewId}.${value.key}`] = version;
      return value;
    });
  const facts = loadFacts(repos, emptyRecord(child.value), keep);
  const some = wanted?.(facts);
  const minutes = <K extends EntityName>(name: K, also: readonly string[] = []) =>
    keep<K>(
      some
        ? repos.entities.listOfReviews(name, childId, some.reviewIds, also)
        : repos.entities.listByChild(name, childId),
    );
  const record: ChildRecord = {
    ...facts,
    sections: minutes('section'),
    texts: minutes('section_text'),
    notes: minutes('note_line'),
    points: minutes('point', some?.pointIds),
    addenda: minutes('addendum'),
    releases: minutes('release'),
    issued: minutes('issued_document'),
    filings: minutes('filing'),
  };
  return { record, versions };
}

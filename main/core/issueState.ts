import type { ReviewId } from '../../shared/domain/ids.ts';
import { Instant } from '../../shared/domain/dates.ts';
import { londonDay } from '../../shared/domain/london.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import { editionOf, standingFinalisation } from '../../shared/domain/reviews.ts';
import { addendumReaders } from '../../shared/report/release.ts';
import type { IssueState, ReplacedEdition } from '../../shared/report/issueState.ts';

function replacedEdition(record: ChildRecord, reviewId: ReviewId): ReplacedEdition | undefined {
  const withdrawn = record.finalisations
    .filter((row) => row.reviewId === reviewId && row.withdrawn !== undefined)
    .sort((a, b) => b.edition - a.edition)[0];
  if (!withdrawn?.withdrawn) return undefined;
  const { because, at, receivedBy } = withdrawn.withdrawn;
  return { edition: withdrawn.edition, because, on: londonDay(at), receivedBy };
}

/** Where a review stands on its way to its readers: what frozen content cannot know, since it came before. */
export function issueStateOf(record: ChildRecord, reviewId: ReviewId): IssueState {
  const dayOf = (kind: 'decisions' | 'record') => {
    const standing = standingFinalisation(record, reviewId, kind);
    return standing && londonDay(Instant.parse(standing.at));
  };
  const decisionsFinalisedOn = dayOf('decisions');
  const recordFinalisedOn = dayOf('record');
  const replaces = replacedEdition(record, reviewId);
  return {
    ...(decisionsFinalisedOn && { decisionsFinalisedOn }),
    ...(recordFinalisedOn && { recordFinalisedOn }),
    edition: editionOf(record, reviewId),
    addenda: record.addenda
      .filter((row) => row.reviewId === reviewId)
      .map((row) => ({
        kind: row.kind,
        on: row.on,
        by: row.by,
        text: row.text,
        releasedTo: addendumReaders(row, record.releases),
      }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    ...(replaces && { replaces }),
  };
}

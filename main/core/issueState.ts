import type { ReviewId } from '../../shared/domain/ids.ts';
import { Instant } from '../../shared/domain/dates.ts';
import { londonDay } from '../../shared/domain/london.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import { editionOf, lastWithdrawn, standingFinalisation } from '../../shared/domain/reviews.ts';
import { addendumItem, readersOf, withdrawalItem } from '../../shared/report/addedItems.ts';
import type { IssueState, ReplacedEdition } from '../../shared/report/issueState.ts';

function replacedEdition(record: ChildRecord, reviewId: ReviewId): ReplacedEdition | undefined {
  const last = lastWithdrawn(record, reviewId);
  if (!last) return undefined;
  const { because, at, receivedBy } = last.withdrawn;
  const releasedTo = readersOf(withdrawalItem(last), record.releases);
  return { edition: last.edition, because, on: londonDay(at), receivedBy, releasedTo };
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
        releasedTo: readersOf(addendumItem(row), record.releases),
      }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    ...(replaces && { replaces }),
  };
}

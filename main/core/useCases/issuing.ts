import type { Output } from '../../../shared/contract.ts';
import type { PersonId, ReviewId } from '../../../shared/domain/ids.ts';
import { whyNotIssuable } from '../../../shared/domain/lifecycle.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { forbiddenFacts } from '../../../shared/report/audienceJudge.ts';
import { documentsOf, offersTo, offersToCaseRecord, offersToChild } from '../../../shared/report/offers.ts';
import { isReleased } from '../../../shared/report/releaseItem.ts';
import { addedItems } from '../../../shared/report/addedItems.ts';
import { itemsOf } from '../../../shared/report/releaseItems.ts';
import type { SyncHandler } from '../context.ts';
import type { Sources } from './documents.ts';
import { build, problemsOf, sourcesOf } from './documents.ts';

const gone = () => fail('not-found', 'This review is no longer there.');

/** Everything of a review, with what came after it was frozen, that one reader has or may be given. */
const releaseItems: SyncHandler<'release:items'> = ({ reviewId, personId }, context) => {
  const sources = sourcesOf(context, reviewId);
  const content = sources?.contentOf('record');
  if (!sources || !content) return gone();
  const own = <T extends { reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === reviewId);
  const { record } = sources.loaded;
  const releases = own(record.releases).filter((release) => release.personId === personId);
  const items = [...itemsOf(content), ...addedItems(record, reviewId)];
  const person = record.people.find(({ id }) => id === personId);
  const forbidden = forbiddenFacts({ person });
  return ok(
    items.map(({ notFor, ...item }) => ({
      ...item,
      groups: [...item.groups],
      isNotForReader: notFor.includes(personId) || forbidden.has(item.name),
      isReleased: isReleased(item, releases),
    })),
  );
};

type Wanted = { readonly document: DocumentKind; readonly personId?: PersonId };

/** The child's letter, what each of the people is to have, and what the case record keeps. */
function wantedOf({ loaded }: Sources): Wanted[] {
  return [
    ...documentsOf(offersToChild).map((document) => ({ document })),
    ...loaded.record.people.flatMap((person) =>
      documentsOf(offersTo(person)).map((document) => ({ document, personId: person.id })),
    ),
    ...documentsOf(offersToCaseRecord).map((document) => ({ document })),
  ];
}

function readinessOf(
  sources: Sources,
  reviewId: ReviewId,
  wanted: Wanted,
): Output<'document:readiness'>[number] {
  const built = build(sources, { reviewId, ...wanted });
  const waitsFor = whyNotIssuable(sources.loaded.record, reviewId, wanted.document);
  return {
    ...wanted,
    withheld: built.ok ? built.value.filtered.withheld.length : 0,
    problems: built.ok ? problemsOf(built.value) : [{ what: built.error.message }],
    ...(waitsFor !== undefined && { waitsFor }),
  };
}

const readiness: SyncHandler<'document:readiness'> = ({ id }, context) => {
  const sources = sourcesOf(context, id);
  if (!sources) return gone();
  return ok(wantedOf(sources).map((wanted) => readinessOf(sources, id, wanted)));
};

export const issuingSync = { 'release:items': releaseItems, 'document:readiness': readiness };

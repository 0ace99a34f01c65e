import type { PersonId, ReviewId } from '../domain/ids.ts';
import type { Addendum, Release } from '../domain/model/issue.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Withdrawn } from '../domain/reviews.ts';
import { lastWithdrawn } from '../domain/reviews.ts';
import type { WithheldItem } from './audience.ts';
import { reasons } from './audienceJudge.ts';
import type { Reader } from './audienceReader.ts';
import type { ReleasableItem } from './releaseItem.ts';
import { isReleased, markOf } from './releaseItem.ts';
import { shown } from './releaseItems.ts';
import { itemName } from './releaseNames.ts';

/** An addition after finalising goes alone; it is not part of the frozen content. */
export function addendumItem(addendum: Pick<Addendum, 'id' | 'text'>): ReleasableItem {
  const what = shown('Addendum', addendum.text);
  return { ...markOf([]), name: itemName.addendum(addendum.id), what, groups: [] };
}

/** Why an edition was withdrawn: free words, and so released by name like an addendum. */
export function withdrawalItem({ id, edition, withdrawn }: Withdrawn): ReleasableItem {
  const what = shown(`Why edition ${edition} was withdrawn`, withdrawn.because);
  return { ...markOf([]), name: itemName.withdrawal(id), what, groups: [] };
}

/** What came after the content of a review was frozen, and so is no part of it, though a copy may have it. */
export function addedItems(
  record: Pick<ChildRecord, 'addenda' | 'finalisations'>,
  reviewId: ReviewId,
): ReleasableItem[] {
  const withdrawn = lastWithdrawn(record, reviewId);
  return [
    ...record.addenda.filter((row) => row.reviewId === reviewId).map(addendumItem),
    ...(withdrawn ? [withdrawalItem(withdrawn)] : []),
  ];
}

const isWithdrawal = ({ name }: ReleasableItem) => name.startsWith('withdrawal:');

/** The documents that would print it, were it released; the others never do, or always. */
function couldPrint(item: ReleasableItem, { kind, reading }: Pick<Reader, 'kind' | 'reading'>): boolean {
  if (kind === 'decisions') return isWithdrawal(item);
  return reading === 'released' && kind !== 'letter';
}

/** What a copy leaves out of what came after the content was frozen, for the officer's screen. */
export function addedWithheld(added: readonly ReleasableItem[], reader: Reader): WithheldItem[] {
  return added
    .filter((item) => couldPrint(item, reader) && !isReleased(item, reader.releases))
    .map(({ name, what }) => ({ item: name, what, because: reasons['not-released'] }));
}

/** Who may have something that came after the content was frozen: those it was released to by name. */
export function readersOf(item: ReleasableItem, releases: readonly Release[]): PersonId[] {
  const given = releases.filter((release) => isReleased(item, [release]));
  return [...new Set(given.map((release) => release.personId))];
}

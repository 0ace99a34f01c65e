import type { Release } from '../domain/model/issue.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { ReviewContent } from './content.ts';
import type { ReleasableItem } from './releaseItem.ts';
import { groupRelease, isReleased } from './releaseItem.ts';
import { itemsOf } from './releaseItems.ts';
import { isGroupName } from './releaseNames.ts';

/** What one key would release. */
export type GroupRelease = {
  /** What goes with it. */
  readonly items: readonly ReleasableItem[];
  /** Flagged items that belong to it: while there is one, the group cannot be released by its key. */
  readonly inTheWay: readonly ReleasableItem[];
};

/**
 * What `group:<group>` or `section:<section>` would release. One key releases a group that holds nothing flagged
 * (decisions.md, Audience); otherwise each thing is released by its own name.
 */
export function whatGroupReleases(content: ReviewContent, group: string): GroupRelease {
  return groupRelease(itemsOf(content), group);
}

function checkGroup(content: ReviewContent, release: Release): Result<Release> {
  const { items, inTheWay } = whatGroupReleases(content, release.item);
  if (inTheWay.length > 0) {
    const things = inTheWay.length === 1 ? 'one flagged thing' : `${inTheWay.length} flagged things`;
    return fail(
      'invalid-input',
      `This holds ${things}, so it cannot go by one key. Release what is in it singly.`,
      {
        field: 'item',
      },
    );
  }
  if (items.length === 0) return fail('not-found', 'There is nothing in it to release.', { field: 'item' });
  return ok(release);
}

/** True when the reader is one of the child's people, or the child, who is a reader under the child's own id. */
function isReader({ record }: ReviewContent, personId: PersonId): boolean {
  const child: string = record.child.id;
  return personId === child || record.people.some((person) => person.id === personId);
}

/**
 * Whether a release may be made. Fails with `not-found` (no such reader or item in this review), `invalid-input`
 * (a group that holds something flagged; a flagged item without a reason) or `forbidden` (privilege and police
 * information, and what is marked as not for this reader: no release opens these). `added` came after the content was
 * frozen and is no part of it (`addedItems`).
 */
export function checkRelease(
  content: ReviewContent,
  release: Release,
  added: readonly ReleasableItem[] = [],
): Result<Release> {
  if (release.reviewId !== content.review.id) {
    return fail('not-found', 'This release belongs to another review.', { field: 'reviewId' });
  }
  if (!isReader(content, release.personId)) {
    return fail('not-found', 'This reader is not among the child’s people.', { field: 'personId' });
  }
  if (isGroupName(release.item)) return checkGroup(content, release);
  const items = [...itemsOf(content), ...added];
  const item = items.find((candidate) => candidate.name === release.item);
  if (!item) return fail('not-found', 'There is no such thing in this review.', { field: 'item' });
  if (item.isRestricted) {
    return fail('forbidden', 'Privilege and police information stay in the service file.', { field: 'item' });
  }
  if (item.notFor.includes(release.personId)) {
    return fail('forbidden', 'This is marked as not for this reader.', { field: 'item' });
  }
  if (!isReleased(item, [release])) {
    return fail('invalid-input', 'This is flagged: give the reason for releasing it.', { field: 'because' });
  }
  return ok(release);
}

import type { StoreNotices } from '../../shared/contract/shapes.ts';
import { Instant } from '../../shared/domain/dates.ts';
import { ChildId, ReviewId } from '../../shared/domain/ids.ts';
import { markOpen } from '../store/sessionMark.ts';
import type { Context } from './context.ts';

/** A clock that is set right by the network moves by seconds; one that is wrong, by hours. Milliseconds. */
const clockTolerance = 5 * 60_000;
/** So many of the texts that were being typed are named. */
const mostTexts = 5;

/** What a session that never closed leaves to be told. */
export type Abandoned = {
  /** When the last change was kept, where any was lately. */
  readonly lastEntryAt: string | undefined;
  /** Ids of the texts that were being typed. */
  readonly texts: readonly string[];
};

/** Marks the store as open. To be asked before what a crash left is settled: afterwards it cannot be told apart. */
export function openedAfter({ store, repos, now }: Context): Abandoned | undefined {
  if (markOpen(store.dir, now) === undefined) return undefined;
  return {
    lastEntryAt: repos.journal.lastRequestAt(),
    texts: repos.texts.listUnsettled().slice(0, mostTexts),
  };
}

function writingOf({ repos }: Context, textId: string): StoreNotices['writing'] {
  const text = repos.entities.find('section_text', textId)?.value;
  const child = text && repos.entities.find('child', text.childId)?.value;
  const review = text && repos.entities.find('review', text.reviewId)?.value;
  if (!text || !child || !review) return [];
  return [
    {
      childId: ChildId.parse(child.id),
      childName: child.fullName,
      reviewId: ReviewId.parse(review.id),
      reviewNumber: review.number,
      section: text.section,
    },
  ];
}

function entryOf(at: string | undefined): Instant | undefined {
  return at === undefined ? undefined : Instant.parse(at);
}

/** What an officer has to know about the store that is open now. */
export function noticesOf(context: Context, abandoned: Abandoned | undefined): StoreNotices {
  const lastEntryAt = entryOf(context.repos.journal.lastRequestAt());
  const isBehind =
    lastEntryAt !== undefined && Date.parse(lastEntryAt) - Date.parse(context.now) > clockTolerance;
  const lastKeptAt = entryOf(abandoned?.lastEntryAt);
  return {
    ...(isBehind && { clockBehind: { now: context.now, lastEntryAt } }),
    ...(abandoned && { notClosed: { ...(lastKeptAt && { lastKeptAt }) } }),
    writing: (abandoned?.texts ?? []).flatMap((id) => writingOf(context, id)),
  };
}

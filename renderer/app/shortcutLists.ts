import { writeUpKeys } from '../features/review/writeUp/writeUpKeys.ts';
import { readerKeys } from '../papers/readerKeys.ts';
import { everywhereKeys } from './useShortcuts.ts';

/** The keys of one screen, as the page of shortcuts prints them. */
export type ShortcutList = {
  readonly heading: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
};

/**
 * Every list of keys there is. A screen keeps its own list in a small file beside what listens to it, and adds it
 * here: the page of shortcuts is made from what is used, never written by hand.
 */
export const shortcutLists: readonly ShortcutList[] = [
  { heading: 'On every screen', keys: everywhereKeys },
  writeUpKeys,
  readerKeys,
];

import { toDayNumber } from '../../shared/domain/dates.ts';
import type { SectionText } from '../../shared/domain/model/minutes.ts';
import { RichText, plainText } from '../../shared/richText.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import type { Context } from './context.ts';
import type { Versioned } from '../store/entityRepository.ts';
import { isIndexed } from '../store/searchRepository.ts';

/** The words of a record that search looks in; undefined for records that it does not. */
export function searchableWords(name: EntityName, value: Entities[EntityName]): string | undefined {
  switch (name) {
    case 'point':
    case 'decision':
    case 'action':
    case 'note_line': {
      const fields = ['words', 'gist', 'wording', 'what', 'text', 'howWeWillKnow'];
      const entries = new Map<string, unknown>(Object.entries(value));
      return fields
        .flatMap((field) => (typeof entries.get(field) === 'string' ? [String(entries.get(field))] : []))
        .join('\n');
    }
    default:
      return undefined;
  }
}

/** The day a review's words are found under: the day it was held, else today. */
function dayOfReview(context: Context, reviewId: string | null): number {
  const review = reviewId === null ? undefined : context.repos.links.heldOn(reviewId);
  return toDayNumber(review ?? context.today);
}

/** Puts a record's words into the index, if it has any to look in. */
export function indexRecord(
  context: Context,
  name: EntityName,
  id: string,
  value: Entities[EntityName],
): void {
  const words = searchableWords(name, value);
  if (words === undefined || !isIndexed(name)) return;
  const reviewId = 'reviewId' in value && typeof value.reviewId === 'string' ? value.reviewId : null;
  context.repos.search.put(name, id, words, dayOfReview(context, reviewId));
}

/** Brings the index up to every text's last save. Search calls it first, so that it finds what was just typed. */
export function indexPendingTexts(context: Context): void {
  for (const text of context.repos.texts.listUnindexed()) {
    const stored: { body?: unknown } = JSON.parse(text.body);
    const words = plainText(RichText.parse(stored.body));
    context.repos.search.put('section_text', text.id, words, dayOfReview(context, text.reviewId));
    context.repos.texts.markIndexed(text.id, text.version);
  }
}

/** All words of a review move to their new day when its date changes. */
export function reindexReview(context: Context, reviewId: string): void {
  for (const name of ['point', 'decision', 'action', 'note_line'] as const) {
    const rows: Versioned<Entities[typeof name]>[] = context.repos.entities.listByReview(name, reviewId);
    for (const { value } of rows) indexRecord(context, name, value.id, value);
  }
  const texts: Versioned<SectionText>[] = context.repos.entities.listByReview('section_text', reviewId);
  for (const { value, version } of texts) {
    context.repos.search.put('section_text', value.id, plainText(value.body), dayOfReview(context, reviewId));
    context.repos.texts.markIndexed(value.id, version);
  }
}

import { plainText } from '../../shared/richText.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { EntityName } from '../store/entities.ts';
import { paperSource } from '../../shared/domain/paperSource.ts';
import type { Context } from './context.ts';
import { editOf, editableReview } from './editing.ts';
import { loadRecord } from './loadRecord.ts';
import type { Naming } from './references.ts';
import { recordsNaming } from './references.ts';

/** Each kind of record as one and as several of it, `#` being how many. */
const kindWords: Readonly<Record<EntityName, readonly [one: string, several: string]>> = {
  child: ['the child', 'children'],
  period: ['a home', '# homes'],
  person: ['what another person may have or must not learn', 'what other people may have or must not learn'],
  dated_event: ['a date', '# dates'],
  risk: ['a risk', '# risks'],
  paper: ['a paper', '# papers'],
  deadline_mark: ['what was said of a date', 'what was said of dates'],
  review: ['the review’s own facts', 'the reviews’ own facts'],
  meeting: ['who took part in a meeting', 'who took part in meetings'],
  section: ['a section’s ending', '# sections’ endings'],
  section_text: ['a text', '# texts'],
  note_line: ['a note', '# notes'],
  point: ['a point', '# points'],
  decision: ['a decision', '# decisions'],
  action: ['an action', '# actions'],
  progress: ['what was found of an action', 'what was found of actions'],
  midway_check: ['a midway check', '# midway checks'],
  finalisation: ['what was finalised', 'what was finalised'],
  addendum: ['an addendum', '# addenda'],
  release: ['what was released for a copy', 'what was released for copies'],
  issued_document: ['a document that was issued', '# documents that were issued'],
  filing: ['what was filed', 'what was filed'],
};

/** Texts and points that quote a paper, as the page quotes it: "…" (title, received 1 Oct 2026). */
function quoting(record: ChildRecord, paperId: string): Naming[] {
  const paper = record.papers.find(({ id }) => id === paperId);
  if (!paper) return [];
  const source = `(${paperSource(paper)})`;
  const texts = record.texts.filter(({ body }) => plainText(body).includes(source));
  const points = record.points.filter(({ words, quote = '' }) => `${words}\n${quote}`.includes(source));
  return [
    ...texts.map((value) => ({ name: 'section_text' as const, id: value.id, value, named: [] })),
    ...points.map((value) => ({ name: 'point' as const, id: value.id, value, named: [] })),
  ];
}

/** True for what cannot change any more: what went out, and what a finalised review holds. An action moves on. */
function isFixed(context: Context, { name, value }: Naming): boolean {
  if (name === 'issued_document') return true;
  const edit = name === 'action' ? undefined : editOf(name, value);
  return edit?.reviewIds.some((id) => !editableReview(context, id, edit.what).ok) ?? false;
}

function reviewIdsOf({ name, id, value }: Naming): readonly string[] {
  if (name === 'review') return [id];
  if ('reviewIds' in value) return value.reviewIds;
  return 'reviewId' in value && value.reviewId !== undefined ? [value.reviewId] : [];
}

/** "2 actions (reviews 2 and 3), a home". */
function inWords(record: ChildRecord, rows: readonly Naming[]): string {
  const byKind = Map.groupBy(rows, ({ name }) => name);
  return [...byKind]
    .map(([name, own]) => {
      const [one, several] = kindWords[name];
      const ids = new Set(own.flatMap(reviewIdsOf));
      const numbers = record.reviews.filter(({ id }) => ids.has(id)).map(({ number }) => number);
      const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
      const where = sorted.length > 1 ? `reviews ${sorted.join(', ')}` : `review ${sorted.join('')}`;
      const words = own.length === 1 ? one : several.replace('#', String(own.length));
      return sorted.length > 0 ? `${words} (${where})` : words;
    })
    .join('; ');
}

/**
 * Why a record of a child cannot be taken out, as a sentence to show: what rests on it, by kind and review, without a
 * name. Undefined when nothing does.
 */
export function whyItStays(
  context: Context,
  childId: string,
  name: EntityName,
  id: string,
): string | undefined {
  const record = loadRecord(context.repos, childId)?.record;
  if (!record) return undefined;
  const rows = [...recordsNaming(record, name, id), ...(name === 'paper' ? quoting(record, id) : [])];
  if (rows.length === 0) return undefined;
  const fixed = rows.filter((row) => isFixed(context, row));
  return fixed.length > 0
    ? `It stays: what is finalised or was issued rests on it. That is ${inWords(record, fixed)}. Nothing was taken out.`
    : `It stays while something rests on it: ${inWords(record, rows)}. Change that first. Nothing was taken out.`;
}

/** The numbers of the reviews whose finalised content holds a record of this child, and goes on holding it. */
export function frozenIn(context: Context, childId: string, id: string): number[] {
  const { entities, contents } = context.repos;
  const needle = `"id":${JSON.stringify(id)}`;
  const held = entities
    .listByChild('finalisation', childId)
    .filter(
      ({ value }) => value.withdrawn === undefined && contents.read(value.id)?.includes(needle) === true,
    )
    .flatMap(({ value }) => entities.find('review', value.reviewId)?.value.number ?? []);
  return [...new Set(held)].toSorted((a, b) => a - b);
}

import type { NoteLine } from './model/minutes.ts';
import type { GroupKey, SectionKey } from './model/sections.ts';
import { groupKeys, sectionTable } from './model/sections.ts';

export type NoteKind = NoteLine['kind'];

/** How a line of the running note may start, and what it then is (design.md, Chair). */
export const lineStarts: readonly { readonly letter: string; readonly kind: Exclude<NoteKind, 'note'> }[] = [
  { letter: 'w', kind: 'wish' },
  { letter: 'y', kind: 'worry' },
  { letter: 'q', kind: 'question' },
  { letter: 'n', kind: 'need' },
  { letter: 'r', kind: 'risk' },
  { letter: 's', kind: 'strength' },
  { letter: 'd', kind: 'decision' },
  { letter: 'a', kind: 'action' },
];

/**
 * What a typed line is: `w:` or `wish:` at its start makes it a wish, and so on; the start itself is not part of the
 * words. "A good day" and "Dad: he rang" stay notes.
 */
export function readLine(typed: string): { readonly kind: NoteKind; readonly text: string } {
  const start = /^\s*([a-z]+)\s*:\s*/i.exec(typed);
  const word = start?.[1]?.toLowerCase();
  const found = lineStarts.find(({ letter, kind }) => word === letter || word === kind);
  if (!start || !found) return { kind: 'note', text: typed.trim() };
  return { kind: found.kind, text: typed.slice(start[0].length).trim() };
}

/** The line as it would be typed again: what an edit starts from. */
export function typedLine(line: Pick<NoteLine, 'kind' | 'text'>): string {
  const start = lineStarts.find(({ kind }) => kind === line.kind);
  return start ? `${start.letter}: ${line.text}` : line.text;
}

/** The group that Alt and a digit name: 1 to 9, then 0. */
export function groupOfDigit(digit: string): GroupKey | undefined {
  if (!/^\d$/.test(digit)) return undefined;
  return groupKeys[(Number(digit) + 9) % 10];
}

/** The section that a line filed to a group lands in: the group's first; it can be moved when writing up. */
export function firstSectionOf(group: GroupKey): SectionKey {
  const row = sectionTable.find((candidate) => candidate.group === group);
  if (!row) throw new RangeError('A group has sections');
  return row.key;
}

import { instant } from '../../../../shared/domain/dates.ts';
import { formatClock } from '../../../../shared/domain/london.ts';
import type { NoteKind } from '../../../../shared/domain/noteLine.ts';
import type { GroupKey } from '../../../../shared/domain/model/sections.ts';
import { groupTable, sectionOf } from '../../../../shared/domain/model/sections.ts';
import { counted } from '../../../app/words.ts';
import type { Line } from './useNoteLines.ts';

/** What a line is, in a word. */
export const kindWords: Readonly<Record<NoteKind, string>> = {
  note: 'Note',
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
  need: 'Need',
  risk: 'Risk',
  action: 'Action',
  decision: 'Decision',
  strength: 'Strength',
};

/** Lines that are the child's own words look like nobody else's. */
export const isVoice = (kind: NoteKind): boolean =>
  kind === 'wish' || kind === 'worry' || kind === 'question';

/** `10:04`, in London. */
export function clockOf(at: string): string {
  return formatClock(instant(at));
}

export type FiledGroup = { readonly group: GroupKey; readonly digit: string; readonly name: string };

/** The groups with the digits that file to them. */
export const filedGroups: readonly FiledGroup[] = groupTable.map(({ key, heading }, place) => ({
  group: key,
  digit: String((place + 1) % 10),
  name: heading,
}));

/** The group a line was filed to, with its digit; undefined while it is not filed. */
export function groupOfLine(line: Pick<Line, 'filedSection'>): FiledGroup | undefined {
  if (line.filedSection === undefined) return undefined;
  const { group } = sectionOf(line.filedSection);
  return filedGroups.find((row) => row.group === group);
}

const order: readonly NoteKind[] = [
  'worry',
  'wish',
  'question',
  'risk',
  'need',
  'strength',
  'decision',
  'action',
  'note',
];

/** `2 risks, 1 need`: what has been filed to a group; undefined when nothing has. */
export function filedInWords(lines: readonly Line[], group: GroupKey): string | undefined {
  const own = lines.filter((line) => groupOfLine(line)?.group === group);
  const parts = order.flatMap((kind) => {
    const count = own.filter((line) => line.kind === kind).length;
    const word = kindWords[kind].toLowerCase();
    return count === 0
      ? []
      : [counted(count, word, kind === 'worry' ? 'worries' : kind === 'wish' ? 'wishes' : `${word}s`)];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

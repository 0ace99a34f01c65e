import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseFile } from '../../../shared/caseFile.ts';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Block, Heading, Report, Table } from '../../../shared/report/blocks.ts';
import type { Gathering, ReviewContent } from '../../../shared/report/content.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import type { IssueState } from '../../../shared/report/issueState.ts';
import { paragraphTexts, textOfRuns } from '../../../shared/report/words.ts';

/* Leah's eleventh review, the one of the sample pages, as content; and ways to read a report. */

const file = CaseFile.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../demo/leah.case.json'), 'utf8')),
);
const demo = recordFromCaseFile(file);

/** Words that a test reads, so that the demo can be polished without it. */
const pinned: Readonly<Record<string, string>> = {
  'leah-r9-a1': 'What Leah says after going missing, into the plan',
  'leah-r10-a5': 'Dentist',
  'leah-r10-a6': 'An advocate',
  'leah-r10-a7': 'Cookery course',
};

export const leah: ChildRecord = {
  ...demo,
  actions: demo.actions.map((action) => ({ ...action, what: pinned[action.id] ?? action.what })),
};

export const finalState: IssueState = {
  decisionsFinalisedOn: isoDate('2026-10-05'),
  recordFinalisedOn: isoDate('2026-10-20'),
  edition: 1,
  addenda: [],
};

type Given = Partial<Gathering> & { readonly record?: ChildRecord; readonly settings?: Settings };

export function leahContent({ record = leah, ...given }: Given = {}): ReviewContent {
  return contentOf(record, 'leah-r11', { officer: file.officer, ...given });
}

/** The content of a record's review, gathered on 20 Oct 2026 unless told. */
export function contentOf(
  record: ChildRecord,
  reviewId: string,
  given: Partial<Gathering> = {},
): ReviewContent {
  const content = gatherContent(record, ReviewId.parse(reviewId), {
    today: isoDate('2026-10-20'),
    officer: { name: 'Helen Draftwell', phone: '01632 960 410' },
    settings: defaultSettings,
    ...given,
  });
  if (content === undefined) throw new Error('the record has no such review');
  return content;
}

/** Leah's record with her eleventh review changed. */
export function withReview(change: Partial<ChildRecord['reviews'][number]>): ChildRecord {
  return {
    ...leah,
    reviews: leah.reviews.map((review) => (review.id === 'leah-r11' ? { ...review, ...change } : review)),
  };
}

export function personOf(record: ChildRecord, id: string): ChildRecord['people'][number] {
  const person = record.people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new Error('no such person');
  return person;
}

/** No-break spaces as spaces, so that a test reads like the page. */
export const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

export function linesOf(report: Report): string[] {
  return report.blocks.flatMap(paragraphTexts).map(plain);
}

function isHeading(block: Block): block is Heading {
  return block.kind === 'heading';
}

/** The headings of a level, in order. */
export function headingsOf(report: Report, level: 1 | 2 | 3 = 2): string[] {
  return report.blocks
    .filter(isHeading)
    .filter((block) => block.level === level)
    .map((block) => plain(textOfRuns(block.runs)));
}

/** The blocks under a heading of level 2, up to the next. */
export function under(report: Report, title: string): Block[] {
  const start = report.blocks.findIndex(
    (block) => isHeading(block) && block.level === 2 && plain(textOfRuns(block.runs)) === title,
  );
  if (start === -1) throw new Error(`no heading ${title}`);
  const rest = report.blocks.slice(start + 1);
  const end = rest.findIndex((block) => isHeading(block) && block.level === 2);
  return end === -1 ? rest : rest.slice(0, end);
}

export function tablesOf(report: Report, caption: string): Table[] {
  return report.blocks.filter((block): block is Table => block.kind === 'table' && block.caption === caption);
}

/** A table's rows as text, its heading row left out. */
export function rowsOf(table: Table | undefined): string[][] {
  return (table?.rows ?? []).map((row) =>
    row.cells.map((cell) => cell.map((paragraph) => plain(textOfRuns(paragraph.runs))).join(' / ')),
  );
}

import { isFlagged } from '../domain/model/common.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Block, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf, numberOf } from './context.ts';
import {
  answerWords,
  earlierWords,
  isFromTheChild,
  kindWord,
  nameAfterKind,
  pointName,
} from './pointWords.ts';
import { atHome, elsewhere } from './planWords.ts';
import { clause, joined, quoted, sentence } from './phrases.ts';
import type { Words } from './runs.ts';
import { heading, headOf, paragraph, rowOf, source, strong } from './runs.ts';

const inTable = ['need', 'risk', 'wish', 'worry', 'question'] as const;

/** What matters, and what became of it: each point that needs an answer, by its number. */
export function pointsTable(context: ReportContext, points: readonly Point[]): Block[] {
  const rows = points.filter(({ kind }) => inTable.some((one) => one === kind));
  if (rows.length === 0) return [];
  return [
    heading(3, 'What matters, and our answer'),
    {
      kind: 'table',
      layout: 'points',
      caption: 'Points and answers',
      description: 'Each point by its number, and the decision, action or reason that answers it.',
      head: headOf('No.', 'Point', 'Answer'),
      rows: rows.map((point) => pointRow(context, point)),
    },
  ];
}

function pointRow(context: ReportContext, point: Point): TableRow {
  const number = numberOf(context, point.id) ?? '';
  // The child's words are at home where they are quoted in full.
  const isQuoted = isFromTheChild(point);
  const name = isQuoted ? pointName(point) : clause(point.words);
  return rowOf(
    isQuoted ? elsewhere(number) : atHome(number),
    [
      strong(kindWord(point.kind)),
      nameAfterKind(name),
      isQuoted || point.source === undefined ? '' : [' ', source(`(${clause(point.source.who)})`)],
      continues(context, point),
      labelsOf(context, point.audience),
    ],
    answerWords(context, point),
  );
}

/** "(R2, review of 14 Apr 2026)": what this goes on from. */
function continues(context: ReportContext, point: Point): Words {
  const earlier = point.continuesPointId && earlierWords(context, point.continuesPointId);
  if (!earlier) return '';
  return earlier.startsWith(context.voice.review) ? ` (since the ${earlier})` : ` (${earlier})`;
}

/** What is going well: strengths, each with its number and who said so. */
export function strengths(context: ReportContext, points: readonly Point[]): Block[] {
  const good = points.filter(({ kind }) => kind === 'strength');
  if (good.length === 0) return [];
  return [
    heading(3, 'What is going well'),
    ...good.map((point) =>
      paragraph('normal', [
        atHome(numberOf(context, point.id) ?? ''),
        ` ${sentence(point.words)}`,
        point.source === undefined ? '' : [' ', source(`(${clause(point.source.who)})`)],
        labelsOf(context, point.audience),
      ]),
    ),
  ];
}

/** What others think, each named; with the answer where one was given. */
export function views(context: ReportContext, points: readonly Point[]): Block[] {
  const said = points.filter(({ kind }) => kind === 'view');
  if (said.length === 0) return [];
  return [heading(3, 'What others say'), ...said.map((point) => view(context, point))];
}

function view(context: ReportContext, point: Point): Block {
  const answer = answerWords(context, point);
  return paragraph('normal', [
    strong(`${clause(point.source?.who ?? 'Somebody')}:`),
    ` ${quoted(point.words)}`,
    point.source === undefined ? '' : whenSaid(point.source),
    answer === '–' ? '' : [' Answer: ', answer, '.'],
    labelsOf(context, point.audience),
  ]);
}

function whenSaid({ how }: NonNullable<Point['source']>): Words {
  const words = joined([how && clause(how)], ', ');
  return words === '' ? '' : ['  ', source(words)];
}

/** Descriptions that no text anchors, since they stand nowhere else; and flagged ones, so that their label prints. */
export function descriptions(
  context: ReportContext,
  points: readonly Point[],
  anchored: ReadonlySet<string>,
): Block[] {
  return points
    .filter((point) => point.kind === 'description')
    .filter(({ id, audience }) => !anchored.has(id) || isFlagged(audience))
    .map((point) =>
      paragraph('normal', [
        sentence(point.words),
        point.source === undefined ? '' : [' ', source(`(${clause(point.source.who)})`)],
        labelsOf(context, point.audience),
      ]),
    );
}

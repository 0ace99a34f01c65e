import type { PromisedAction } from '../domain/promises.ts';
import type { Risk } from '../domain/model/events.ts';
import { isUnassessed } from '../domain/riskCover.ts';
import type { Block, Table, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { heightOfBlocks } from './fitting.ts';
import { capitalise, clause, countInWords, counted, sentence } from './phrases.ts';
import { atHome } from './planWords.ts';
import {
  doneOfAll,
  effectWord,
  foundAs,
  isFound,
  progressMark,
  promises,
  reviewsRunning,
} from './promiseWords.ts';
import { assessedWords, isRung, numberOfRisk, openRisks, rangWords, ratingMark } from './riskWords.ts';
import type { Words } from './runs.ts';
import { heading, headOf, paragraph, rowOf, status } from './runs.ts';
import type { CustomTableLayout } from './tableLayouts.ts';
import { wordsOfBlocks } from './words.ts';

/** Each high risk, the age of what covers it, and who was rung; the answer stands in the heading. */
export function safeToday(context: ReportContext): Block[] {
  const high = openRisks(context).filter(({ rating }) => rating === 'high');
  const title = heading(2, `Safe today? ${answer(context, high)}`);
  if (high.length === 0) return [title, paragraph('normal', othersOpen(context))];
  return [
    title,
    {
      kind: 'table',
      layout: 'managerRisks',
      caption: 'High risks',
      description: 'Each high risk, when it was last assessed, and whom the reviewing officer rang.',
      head: headOf('Risk', 'Level', 'Last assessed', 'I rang'),
      rows: high.map((risk) => {
        const number = numberOfRisk(context, risk);
        return rowOf(
          [number === undefined ? '' : [atHome(number), ' '], clause(risk.title)],
          status(...ratingMark(risk.rating)),
          assessedWords(risk, context.on),
          // Nobody rung about an unassessed risk must be seen; about an assessed one nobody need be.
          isUnassessed(risk, context.on) || isRung(context, risk) ? rangWords(context, risk) : '–',
        );
      }),
    },
  ];
}

/** The risks that are open and not high, each with its level: "■■□ Medium Debt from the journey." */
function othersOpen(context: ReportContext): Words {
  const open = openRisks(context);
  if (open.length === 0) return 'No other risk is open.';
  return open.map((risk, index): Words => {
    const number = numberOfRisk(context, risk);
    const name = number === undefined ? '' : [atHome(number), ' '];
    return [index === 0 ? '' : ' ', status(...ratingMark(risk.rating)), ' ', name, sentence(risk.title)];
  });
}

/** "No: two high risks, neither assessed since they grew". Counted, never judged: the judgement is the officer's. */
function answer(context: ReportContext, high: readonly Risk[]): string {
  if (high.length === 0) return 'No high risk is open';
  const risks = `${countInWords(high.length)} high ${high.length === 1 ? 'risk' : 'risks'}`;
  const open = high.filter((risk) => isUnassessed(risk, context.on)).length;
  if (open === 0)
    return `${capitalise(risks)}, ${high.length === 1 ? 'assessed' : 'each assessed'} since ${high.length === 1 ? 'it' : 'they'} last changed`;
  if (high.length === 1) return `No: ${risks}, not assessed since it grew`;
  if (open === high.length)
    return `No: ${risks}, ${open === 2 ? 'neither' : 'none'} assessed since they grew`;
  return `No: ${risks}, ${countInWords(open)} not assessed since`;
}

/** How many words there is room for; and whether the table's columns give way, so that fewer rows take two lines. */
type Room = { readonly room: number; readonly isTight: boolean };

/** mm; which of them needs the fewest lines depends on what was promised and why. */
const tightPromises: readonly CustomTableLayout[] = [
  { columns: [54, 50, 48, 18], ruling: 'plain' },
  { columns: [54, 48.2, 54.8, 13], ruling: 'plain' },
  { columns: [60, 48.5, 46, 15.5], ruling: 'plain' },
  { columns: [46, 48.5, 60, 15.5], ruling: 'plain' },
];

function lowest(table: Table): Table {
  const heightOf = (layout: Table['layout']) =>
    heightOfBlocks([{ ...table, layout }], { layout: 'managerTight', isLay: false });
  const [layout = table.layout] = [...tightPromises].sort((a, b) => heightOf(a) - heightOf(b));
  return { ...table, layout };
}

/**
 * What was promised and not done, the longest waiting first: as many as `room` words allow, so that the page stays
 * one page; how many more there are is said, and the record's own page 1 has them all.
 */
export function promisesWithin(context: ReportContext, { room, isTight }: Room): Block[] {
  const all = promises(context);
  if (all.length === 0) return [];
  const unkept = all
    .filter((promise) => !isKept(promise))
    .sort((a, b) => b.reviewsCarried - a.reviewsCarried);
  const title = heading(
    2,
    `${unkept.length === 0 ? 'Promised' : 'Promised and not done'}: ${doneOfAll(all)}`,
  );
  if (unkept.length === 0) return [title, paragraph('normal', 'Nothing promised is late or undone.')];
  const blocksFor = (count: number): Block[] => [
    title,
    ...tableOf(context, unkept.slice(0, count), isTight),
    ...more(unkept.length - count),
  ];
  let count = unkept.length;
  while (count > 0 && wordsOfBlocks(blocksFor(count)).length > room) count -= 1;
  return blocksFor(count);
}

/** Done, no longer needed, replaced, or not yet due: nothing that the manager is asked about. */
function isKept(promise: PromisedAction): boolean {
  const value = isFound(promise) ? promise.progress.value : undefined;
  return value !== undefined && value !== 'not_done' && value !== 'part_done';
}

function more(count: number): Block[] {
  return count === 0
    ? []
    : [
        paragraph(
          'meta',
          `${capitalise(counted(count, 'more promise'))} not done: see page 1 of the record.`,
        ),
      ];
}

function tableOf(context: ReportContext, unkept: readonly PromisedAction[], isTight: boolean): Block[] {
  if (unkept.length === 0) return [];
  const inOrder = [
    ...foundAs(unkept, 'not_done'),
    ...foundAs(unkept, 'part_done'),
    ...unkept.filter((one) => !isFound(one)),
  ];
  const table: Table = {
    kind: 'table',
    layout: 'managerPromises',
    caption: 'Promised and not done',
    description: 'Each promise not kept, for how many reviews, why, and the effect on the child.',
    head: headOf(
      'Promise',
      'What happened',
      'Why',
      isTight || context.voice.name.length > 6 ? 'Effect' : `Effect on ${context.voice.name}`,
    ),
    rows: inOrder.map((promise) => promiseRow(context, promise)),
  };
  return [isTight ? lowest(table) : table];
}

function promiseRow(context: ReportContext, promise: PromisedAction): TableRow {
  const why = clause(promise.progress?.because ?? '');
  return rowOf(
    clause(promise.action.what),
    [status(...progressMark(promise.progress)), `, ${reviewsRunning(context, promise)}`],
    why === '' ? 'No reason recorded' : capitalise(why),
    effectWord(promise.progress),
  );
}

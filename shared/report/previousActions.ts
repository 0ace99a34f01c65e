import type { Progress } from '../domain/model/plan.ts';
import type { PromisedAction } from '../domain/promises.ts';
import { asksOf } from '../domain/promises.ts';
import type { Block, CellParagraph, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf } from './context.ts';
import { saidToAsk, foundOfAsk } from './askWords.ts';
import { capitalise, day, joined, lowerFirst, quoted, sentence } from './phrases.ts';
import { dueWords, whoWords } from './planWords.ts';
import { effectWord, progressMark, promises, replacedBy, reviewsRunning } from './promiseWords.ts';
import { cell, cellParagraph, heading, headOf, source, status } from './runs.ts';

/** What the child asked last time, and every promise with what happened, how we know, and what it did for the child. */
export function previousActions(context: ReportContext): Block[] {
  return [...asked(context), ...progressTable(context)];
}

function asked(context: ReportContext): Block[] {
  if (context.previous === undefined) return [];
  const asks = asksOf(context.content.record, context.previous.review);
  if (asks.length === 0) return [];
  return [
    heading(3, `${context.voice.headings.askedLastTime}, we said, what happened`),
    {
      kind: 'table',
      layout: { columns: [52, 52, 66], ruling: 'ruled' },
      caption: 'What was asked last time',
      description: 'What the child asked last time, what we said, and what happened since.',
      head: headOf(context.voice.table.asked, 'We said', 'What happened'),
      rows: asks.map((ask) => ({
        cells: [
          cell([quoted(ask.point.words), labelsOf(context, ask.point.audience)]),
          cell(saidToAsk(ask)),
          foundOfAsk(context, ask),
        ],
      })),
    },
  ];
}

function progressTable(context: ReportContext): Block[] {
  const all = promises(context);
  if (all.length === 0) return [];
  return [
    heading(3, 'Each promise, and what happened'),
    {
      kind: 'table',
      layout: { columns: [66, 40, 64], ruling: 'ruled' },
      caption: 'Promises',
      description: 'Each promise with who and by when, what happened, and how we know, why, and the effect.',
      head: headOf('Promise', 'What happened', 'How we know, why, and the effect'),
      rows: all.map((promise) => progressRow(context, promise)),
    },
  ];
}

function progressRow(context: ReportContext, promise: PromisedAction): TableRow {
  const { action, progress, reviewsCarried } = promise;
  const [mark, word] = progressMark(progress);
  const isUnfinished =
    progress === undefined || progress.value === 'not_done' || progress.value === 'part_done';
  const running = isUnfinished && reviewsCarried > 0 ? `, ${reviewsRunning(context, promise)} running` : '';
  return {
    cells: [
      [
        cellParagraph([sentence(action.what), labelsOf(context, action.audience)]),
        cellParagraph(source(joined([whoWords(action), lowerFirst(dueWords(action)), moved(promise)], ', '))),
      ],
      [
        cellParagraph([status(mark, word), running]),
        ...(progress?.value === 'replaced'
          ? [cellParagraph(replacedBy(context, { ...promise, progress }))]
          : []),
      ],
      evidence(context, promise),
    ],
  };
}

/** How often the date has been moved, as the history says. */
function moved({ action }: PromisedAction): string | undefined {
  const days = [...action.history.map(({ before }) => before.due), action.due].map((due) =>
    JSON.stringify(due),
  );
  const times = days.filter((due, index) => index > 0 && due !== days[index - 1]).length;
  if (times === 0) return undefined;
  return times === 1 ? 'date moved once' : `date moved ${times} times`;
}

/** Where a midway check found it and not this review. */
function foundAt(progress: Progress | undefined): string {
  return progress?.occasion.kind === 'midway'
    ? sentence(`Found at the midway check of ${day(progress.occasion.on)}`)
    : '';
}

function evidence(context: ReportContext, { action, progress }: PromisedAction): CellParagraph[] {
  const midway = context.content.record.progress.filter(
    (entry) =>
      entry.actionId === action.id &&
      entry.id !== progress?.id &&
      entry.occasion.kind === 'midway' &&
      entry.occasion.on > (context.previous?.on ?? '') &&
      entry.occasion.on <= context.on,
  );
  const lines = [
    foundAt(progress),
    sentence(capitalise(progress?.evidence ?? '')),
    progress?.because ? sentence(`Why: ${progress.because}`) : '',
    progress?.effect ? sentence(`Effect: ${effectWord(progress).toLocaleLowerCase('en-GB')}`) : '',
    ...midway.map((entry) => {
      const when = entry.occasion.kind === 'midway' ? ` of ${day(entry.occasion.on)}` : '';
      const found = progressMark(entry)[1].toLocaleLowerCase('en-GB');
      return sentence(`Midway check${when}: ${joined([found, entry.evidence ?? entry.because], ', ')}`);
    }),
  ].filter((line) => line !== '');
  const [only] = cell(lines.length === 0 ? '–' : lines.join(' '));
  return only === undefined ? [] : [only];
}

import type { Progress } from '../domain/model/plan.ts';
import { asksOf, isFoundMidway, promisedActions } from '../domain/promises.ts';
import { ageAtReview, meetingsOf } from '../domain/reviews.ts';
import type { Block, Cell, Report, TableRow } from './blocks.ts';
import { saidToAsk } from './askWords.ts';
import { datesToAskAbout } from './chairDates.ts';
import type { ReviewContent } from './content.ts';
import type { ReportContext } from './context.ts';
import { contextOf } from './context.ts';
import { fileTitle, titleOfReview } from './frames.ts';
import { fitsOnPage } from './fitting.ts';
import type { IssueState } from './issueState.ts';
import {
  capitalise,
  clause,
  day,
  firstName,
  joined,
  longDay,
  lowerFirst,
  quoted,
  sentence,
  timeOfDay,
} from './phrases.ts';
import { accountableName, dueWords } from './planWords.ts';
import { progressMark } from './promiseWords.ts';
import { placeOf } from './tookPart.ts';
import {
  blankCell,
  cell,
  cellParagraph,
  heading,
  headOf,
  paragraph,
  runsOf,
  source,
  tickCell,
} from './runs.ts';
import { settleNumbers } from './settle.ts';

/** mm: room for a line of handwriting. */
const lineHeight = 9;
const mostLines = 24;
const fewestLines = 3;

/**
 * The chair's sheet, printed before the review: what was promised, what the child asked last time, dates to ask
 * about, and lines to write on. A working paper of one page, to be shredded when it is written up.
 */
export function buildChairSheet(content: ReviewContent, state: IssueState): Report {
  const context = contextOf(content, state, { reader: 'authority', voice: 'about' });
  const { recordDue } = content.clocks;
  const by = recordDue.kind === 'computed' ? `Write up by ${day(recordDue.due)}` : 'Write up';
  return {
    layout: 'chair',
    isLay: false,
    title: fileTitle('Chair’s sheet,', context),
    header: {
      left: 'Chair’s sheet: working paper, not a record',
      right: content.officer.name,
      isBoxed: false,
    },
    footer: { left: `${by}, then shred` },
    blocks: settleNumbers(blocksOf(context)),
  };
}

/** Rows give way before the page does: two lines a promise where there is room, else one; then fewer lines to write on. */
function blocksOf(context: ReportContext): Block[] {
  const sheet = (isRoomy: boolean, lines: number): Block[] => [
    ...titleBlock(context),
    ...asked(context, isRoomy),
    ...promised(context, isRoomy),
    ...datesToAskAbout(context),
    ...linesToWriteOn(lines),
  ];
  for (const isRoomy of [true, false]) {
    for (let lines = mostLines; lines >= fewestLines; lines -= 1) {
      const blocks = sheet(isRoomy, lines);
      if (fitsOnPage(blocks, { layout: 'chair', isLay: false })) return blocks;
    }
  }
  return sheet(false, fewestLines);
}

function titleBlock(context: ReportContext): Block[] {
  const { content, voice } = context;
  const meeting = meetingsOf(content.record, content.review)[0];
  const { lastLawfulDay } = content.clocks;
  const advocates = content.record.people.filter(({ role }) => role === 'advocate').map(({ name }) => name);
  const when = joined(
    [
      meeting ? longDay(meeting.on) : 'No date yet',
      meeting?.startsAt && timeOfDay(meeting.startsAt),
      meeting && placeOf(meeting)?.replace(/\byour\b/u, voice.names),
    ],
    ', ',
  );
  const facts = [
    when,
    lastLawfulDay.kind === 'computed' ? `last lawful day ${day(lastLawfulDay.due)}` : undefined,
    advocates.length === 0 ? undefined : `advocate: ${advocates.join(', ')}`,
  ];
  return [
    heading(1, `${titleOfReview(context)} ${content.review.number}: chair’s sheet`),
    paragraph('meta', joined(facts, ' · ')),
    { kind: 'writeInBox', label: runsOf(startWords(context)) },
  ];
}

/** A child who is not yet four is not asked what they are proud of. */
function startWords(context: ReportContext): string {
  const { content, voice } = context;
  const isSmall = ageAtReview(content.record, content.review, content.gatheredOn) < 4;
  return isSmall
    ? `Start here. Something good about ${voice.name}:`
    : `Start here. Something ${voice.name} is proud of:`;
}

function asked(context: ReportContext, isRoomy: boolean): Block[] {
  if (context.previous === undefined) return [];
  const asks = asksOf(context.content.record, context.previous.review);
  if (asks.length === 0) return [];
  return [
    heading(2, context.voice.headings.askedLastTime),
    {
      kind: 'table',
      layout: 'chairAsks',
      caption: 'What was asked last time',
      description: 'What the child asked, what we said, and room for what happened.',
      head: headOf(context.voice.table.asked, 'We said', 'What happened'),
      rows: asks.map((ask) => ({
        cells: [cell(quoted(ask.point.words)), cell(clause(saidToAsk(ask, { isShort: true }))), blankCell],
        ...(isRoomy ? { minHeight: lineHeight } : {}),
      })),
    },
  ];
}

/** What a midway check found of a promise that it ended: the meeting has nothing to ask of it. */
function endedMidway(progress: Progress | undefined): Cell | undefined {
  if (progress?.occasion.kind !== 'midway') return undefined;
  const found = sentence(`${progressMark(progress)[1]}, midway check of ${day(progress.occasion.on)}`);
  return cell(joined([found, sentence(capitalise(progress.evidence ?? ''))], ' '));
}

function promised(context: ReportContext, isRoomy: boolean): Block[] {
  const all = promisedActions(context.content.record, context.content.review.id);
  if (all.length === 0) return [];
  const on = context.previous?.on ? ` on ${day(context.previous.on)}` : '';
  const rows = all.map(({ action, progress }): TableRow => {
    const what = clause(action.what);
    const name = accountableName(action) ?? 'Nobody named';
    const who = source(joined([isRoomy ? name : firstName(name), lowerFirst(dueWords(action))], ', '));
    return {
      cells: [
        isRoomy ? [cellParagraph(what), cellParagraph(who)] : cell([`${what} `, who]),
        tickCell(`${what}: done`, isFoundMidway({ progress }) && progress?.value === 'done'),
        tickCell(`${what}: part done`),
        tickCell(`${what}: not done`),
        endedMidway(progress) ?? blankCell,
      ],
    };
  });
  return [
    heading(2, `We promised${on}`),
    {
      kind: 'table',
      layout: 'chairPromises',
      caption: 'Promises',
      description: 'Each promise, boxes for done, part done and not done, and room for how we know.',
      head: headOf(
        'Promise',
        'Done',
        'Part',
        'Not',
        `How we know, and what it did for ${context.voice.name}`,
      ),
      rows,
    },
  ];
}

function linesToWriteOn(count: number): Block[] {
  return [
    heading(2, 'What I hear'),
    paragraph(
      'meta',
      'w wish · y worry · q question · n need · r risk · s strength · d decision · a action: who, by when',
    ),
    {
      kind: 'table',
      layout: 'chairLines',
      caption: 'Lines to write on',
      description: 'Empty lines with a narrow column for the letter of what was said.',
      head: null,
      rows: Array.from({ length: count }, () => ({ cells: [blankCell, blankCell], minHeight: lineHeight })),
    },
  ];
}

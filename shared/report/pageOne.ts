import { richTextFromPlain } from '../richText.ts';
import type { Point } from '../domain/model/minutes.ts';
import { endingOf } from '../domain/endings.ts';
import { sectionOf } from '../domain/model/sections.ts';
import type { PromisedAction } from '../domain/promises.ts';
import type { Block, Table } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { bars } from './bars.ts';
import { observed, quoteOnPageOne } from './childsWords.ts';
import { decisionTable } from './decisionTable.ts';
import { factStrip } from './factStrip.ts';
import {
  answeringDecisions,
  ownPoints,
  outcomeWord,
  ownAnswerWords,
  tellingWords,
  titleOfPoint,
} from './pointWords.ts';
import { linksTo } from './planWords.ts';
import { capitalise, clause, day, joined, sentence } from './phrases.ts';
import {
  doneOfAll,
  dueInShort,
  foundAs,
  isFound,
  keptInShort,
  progressMark,
  promises,
  replacedBy,
  unkeptInShort,
} from './promiseWords.ts';
import type { Words } from './runs.ts';
import { heading, paragraph, statusLine, strong } from './runs.ts';
import { quotedPoints } from './quotedPoints.ts';
import { sectionHeading } from './sectionHeading.ts';

/** Page 1 in its parts: what stands before the decision table, the table, and what stands after it. */
export type PageOne = {
  readonly before: readonly Block[];
  /** Null where nothing was decided, or nothing that this reader may have. */
  readonly table: Table | null;
  readonly after: readonly Block[];
  /** Sentences on where things are beyond the limit of page 1; they go on overleaf. */
  readonly overflow: readonly Block[];
};

const mostSentences = 5;

/**
 * Page 1 of a record, in the order of the design. `title` is the title block, which differs by reader. Tight, what could
 * not be agreed runs on as one paragraph, so that more decisions stand on the page.
 */
export function pageOne(context: ReportContext, title: readonly Block[], isTight = false): PageOne {
  const where = whereThingsAre(context);
  const table = decisionTable(context);
  return {
    before: [
      ...title,
      ...bars(context),
      ...quotes(context),
      ...where.onPage,
      ...promised(context),
      ...(table === null ? [] : [heading(2, 'What we decided')]),
    ],
    table,
    after: [...notAgreed(context, isTight), ...notCovered(context), ...factStrip(context)],
    overflow: where.overleaf,
  };
}

function quotes(context: ReportContext): Block[] {
  const chosen = quotedPoints(context);
  const { inWords, shows } = context.voice.headings;
  // What was seen of a baby is never presented as words.
  const said = chosen.filter(({ kind }) => kind !== 'observation');
  const seen = chosen.filter(({ kind }) => kind === 'observation');
  const part = (title: string, blocks: readonly Block[]): Block[] =>
    blocks.length === 0 ? [] : [heading(2, title), ...blocks];
  return [
    ...part(
      inWords,
      said.map((point) => quoteOnPageOne(context, point)),
    ),
    ...part(
      shows,
      seen.map((point) => observed(context, point, false)),
    ),
  ];
}

function whereThingsAre({ content }: ReportContext): {
  readonly onPage: Block[];
  readonly overleaf: Block[];
} {
  const sentences = (content.review.pageOne?.whereThingsAre ?? [])
    .map(sentence)
    .filter((words) => words !== '');
  const told = (title: string, words: readonly string[]): Block[] =>
    words.length === 0
      ? []
      : [
          heading(2, title),
          { kind: 'narrative', style: 'narrative', numbers: {}, body: richTextFromPlain(words.join(' ')) },
        ];
  return {
    onPage: told('Where things are', sentences.slice(0, mostSentences)),
    overleaf: told('Where things are, continued', sentences.slice(mostSentences)),
  };
}

/** Done things in one line, each of the others with why. A copy never says how many there were. */
function promised(context: ReportContext): Block[] {
  const all = promises(context);
  if (all.length === 0 || context.previous === undefined) return [];
  const on = context.previous.on ? ` on ${day(context.previous.on)}` : ' last time';
  const total = context.reader === 'copy' ? '' : `: ${doneOfAll(all)}`;
  const unkept = [...foundAs(all, 'part_done'), ...foundAs(all, 'not_done')].map((promise) =>
    statusLine(...progressMark(promise.progress), unkeptInShort(context, promise)),
  );
  return [
    heading(2, `What we promised${on}${total}`),
    ...inOneLine(foundAs(all, 'done').map((found) => [found, keptInShort(found)])),
    ...unkept,
    ...inOneLine(all.filter((one) => !isFound(one)).map((one) => [one, dueInShort(one)])),
    ...inOneLine(foundAs(all, 'on_track').map((found) => [found, dueInShort(found)])),
    ...ended(context, all),
  ];
}

/** Promises that need only a few words each, on one line under the mark that they share. */
function inOneLine(told: readonly (readonly [PromisedAction, string])[]): Block[] {
  const [first] = told;
  if (first === undefined) return [];
  return [statusLine(...progressMark(first[0].progress), told.map(([, words]) => words).join(' '))];
}

/** Promises that another took the place of, or that are needed no longer, and why. */
function ended(context: ReportContext, all: readonly PromisedAction[]): Block[] {
  const replaced = foundAs(all, 'replaced').map((found) =>
    statusLine(...progressMark(found.progress), [
      `${clause(found.action.what)}: `,
      replacedBy(context, found),
      '.',
    ]),
  );
  const notNeeded = foundAs(all, 'not_needed').map((found) =>
    statusLine(
      ...progressMark(found.progress),
      joined(
        [sentence(found.action.what), found.progress.because && sentence(`Why: ${found.progress.because}`)],
        ' ',
      ),
    ),
  );
  return [...replaced, ...notNeeded];
}

/** Wishes agreed in part, not agreed, or passed on: what was asked, why, and who told the child. */
function notAgreed(context: ReportContext, isTight: boolean): Block[] {
  const asked = ownPoints(context).filter(
    ({ outcome }) => outcome !== undefined && outcome.result !== 'agreed',
  );
  if (asked.length === 0) return [];
  // What was not agreed at all comes first.
  const inOrder = [...asked].sort(
    (a, b) => Number(a.outcome?.result !== 'not-agreed') - Number(b.outcome?.result !== 'not-agreed'),
  );
  const said = inOrder.map((point) => notAgreedWords(context, point, isTight));
  const told = isTight ? [said.map((words, index) => [index === 0 ? '' : ' ', words])] : said;
  return [heading(2, context.voice.headings.asked), ...told.map((words) => paragraph('normal', words))];
}

/** Tight, who told the child of what was agreed in part stands in the section alone. */
function notAgreedWords(context: ReportContext, point: Point, isTight: boolean): Words {
  const { outcome } = point;
  const numbers = answeringDecisions(context, point).map(({ number }) => number);
  const why = outcome?.because?.trim() ?? '';
  const own = why === '' ? ownAnswerWords(point) : '';
  const told = isTight && outcome?.result === 'partly' ? '' : tellingWords(context, point, false);
  return [
    strong(`${titleOfPoint(point)}.`),
    ` ${outcome === undefined ? '' : outcomeWord(outcome.result)}`,
    numbers.length === 0 ? '' : [' (', linksTo(numbers), ')'],
    why === '' && own === '' ? '. ' : ': ',
    joined([sentence(why), sentence(own), told], ' '),
  ];
}

/** Sections that were not discussed, why, and when they will be. */
function notCovered(context: ReportContext): Block[] {
  const { record, review, settings } = context.content;
  const lines = settings.sectionOrder.flatMap((key) => {
    const ending = endingOf(record, review.id, key);
    if (ending?.kind !== 'not-discussed') return [];
    return [
      paragraph('normal', [
        strong(`${sectionHeading(context, sectionOf(key))}.`),
        ` ${joined([sentence(capitalise(ending.because.trim())), willCover(ending)], ' ')}`,
      ]),
    ];
  });
  return lines.length === 0 ? [] : [heading(2, 'Not covered this time, and when it will be'), ...lines];
}

type NotDiscussed = {
  readonly who?: string | undefined;
  readonly by?: Parameters<typeof day>[0] | undefined;
};

/** "Tomasz will ask you again by 6 Nov 2026."; for a name alone "Tomasz Mockford will cover it by …". */
export function willCover({ who, by }: NotDiscussed): string {
  const name = who?.trim() ?? '';
  const when = by ? ` by ${day(by)}` : '';
  if (name === '') return by ? `It will be covered${when}.` : '';
  return `${/\bwill\b/u.test(name) ? clause(name) : `${name} will cover it`}${when}.`;
}

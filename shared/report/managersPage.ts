import type { Person } from '../domain/model/child.ts';
import type { Block, Report, Table, TableRow } from './blocks.ts';
import { bars } from './bars.ts';
import type { ReviewContent } from './content.ts';
import type { ReportContext } from './context.ts';
import { contextOf } from './context.ts';
import { permanenceWords, planMeetsNeeds } from './duties.ts';
import { ageWords, orderWords, livesWords } from './factStrip.ts';
import { draftWords, fileTitle, copyHeader, replyHowWords, withDraft } from './frames.ts';
import type { FittedPage } from './fitTable.ts';
import { fitTable } from './fitTable.ts';
import { gapBoxes } from './gaps.ts';
import type { IssueState } from './issueState.ts';
import { managersAlso } from './managersAlso.ts';
import { promisesWithin, safeToday } from './managersSafety.ts';
import type { PlannedDecision } from './planWords.ts';
import { atHome, elsewhere, lastDueWords, plannedDecisions, whoOfDecision, whoOfLast } from './planWords.ts';
import { capitalise, clause, day, joined, lowerFirst, sentence } from './phrases.ts';
import { nameAndRelation } from './recipient.ts';
import { replyByWords } from './replyBy.ts';
import { cell, heading, headOf, paragraph, runsOf, strong, tickCell } from './runs.ts';
import { settleNumbers } from './settle.ts';
import { wordsOfBlocks } from './words.ts';

/** The words of the page beside its decision table (design.md, Documents). */
export const mostWordsBesideDecisions = 350;

/** One page for the manager: what is asked by when, whether the child is safe, each decision to reply to, what was not kept. */
export function buildManagersPage(content: ReviewContent, state: IssueState, person?: Person): Report {
  const context = contextOf(content, state, { reader: 'authority', voice: 'about' });
  const forWhom = person === undefined ? 'the team manager' : nameAndRelation(person, content);
  const { layout, blocks } = laidOut(context);
  return {
    layout,
    isLay: false,
    title: fileTitle('Manager’s page of', context),
    header: copyHeader(
      context,
      { forWhom, name: person?.name ?? forWhom },
      { layout: 'manager', isLay: false },
    ),
    footer: { left: withDraft(replyHowWords(context), state.decisionsFinalisedOn !== undefined) },
    blocks: settleNumbers(blocks),
  };
}

/** Tight only where the page does not hold it all otherwise. */
function laidOut(context: ReportContext): Pick<Report, 'layout' | 'blocks'> {
  const before = [...titleBlock(context), ...asks(context), ...safeToday(context), ...planNeeds(context)];
  const rest = [...gapBoxes(context), ...managersAlso(context)];
  const planned = plannedDecisions(context);
  const table = decisionTable(context, planned, whoOfDecision);
  if (table === null) {
    const promised = promisesWithin(context, { room: room([...before, ...rest]), isTight: false });
    return { layout: 'manager', blocks: [...before, ...promised, ...rest] };
  }
  const top = [...before, heading(2, 'Decisions')];
  const box: Block = {
    kind: 'writeInBox',
    label: runsOf('Reason for each change or not agree, with its number; your name and the date:'),
  };
  const fitted = (isTight: boolean, layout: 'manager' | 'managerTight'): FittedPage => {
    const promised = promisesWithin(context, { room: room([...top, box, ...rest]), isTight });
    return fitTable(
      {
        before: top,
        table: (isTight ? decisionTable(context, planned, whoOfLast) : table) ?? table,
        after: [box, ...promised, ...rest],
        numbers: planned.map(({ number }) => number),
        noun: 'decision',
        continuedTitle: 'Decisions, continued',
      },
      { layout, isLay: false },
    );
  };
  // First the columns give way, then the air between the parts.
  for (const isTight of [false, true]) {
    const { page, continued } = fitted(isTight, 'manager');
    if (continued.length === 0) return { layout: 'manager', blocks: page };
  }
  const { page, continued } = fitted(true, 'managerTight');
  return { layout: 'managerTight', blocks: [...page, ...continued] };
}

/** The most words that a table which runs on adds: its note, and the heading overleaf. */
const wordsOfRunningOn = 12;

function room(blocks: readonly Block[]): number {
  return mostWordsBesideDecisions - wordsOfRunningOn - wordsOfBlocks(blocks).length;
}

/** The child by name, age, order and home; the review; the officer; and by when to reply. */
function titleBlock(context: ReportContext): Block[] {
  const { content, voice, state } = context;
  const order = orderWords(context);
  const facts = [
    order && joined([order.label, order.since && `since ${order.since}`], ' '),
    livesWords(context),
    joined([`${voice.review} ${content.review.number}`, content.heldOn && day(content.heldOn)], ', '),
    // Never "IRO: Helen" on one line and the rest of the name on the next.
    `IRO: ${content.officer.name}`.replaceAll(' ', '\u00A0'),
    state.decisionsFinalisedOn ? undefined : draftWords,
  ];
  return [
    heading(1, `${content.record.child.fullName}, ${ageWords(context)}: manager’s page`),
    paragraph('meta', capitalise(joined(facts, ' · '))),
    ...bars({ ...context, state: { ...state, addenda: [] } }),
    paragraph('replyBy', replyByWords(context)),
  ];
}

/** At most three lines, each a verb and a date. */
function asks(context: ReportContext): Block[] {
  const all = context.content.review.forManager?.asks ?? [];
  const title = heading(2, 'What I need from you');
  if (all.length === 0) return [title, paragraph('normal', 'Nothing beyond confirming the decisions.')];
  const numbers = new Map<string, string>(
    plannedDecisions(context).map(({ decision, number }) => [decision.id, number]),
  );
  const inOrder = [...all].sort((a, b) => a.by.localeCompare(b.by, 'en'));
  const items = inOrder.map(({ by, text, decisionId }) => {
    const number = decisionId === undefined ? undefined : numbers.get(decisionId);
    return runsOf([
      strong(`By ${day(by)}`),
      ` ${clause(text)}`,
      number === undefined ? '' : [' (', elsewhere(number), ')'],
      '.',
    ]);
  });
  return [title, { kind: 'numbered', items }];
}

const longestInHeading = 50;

/** "Is the plan meeting needs? Partly: not safety, health or school", the rest of the sentence and the route under it. */
function planNeeds(context: ReportContext): Block[] {
  const needs = planMeetsNeeds(context);
  if (needs === undefined) return [heading(2, 'Is the plan meeting needs? Not recorded')];
  const [first = '', ...others] = needs.words.split(': ');
  const isShort = first !== '' && first.length <= longestInHeading && !/[.!?] \S/u.test(first);
  const inHeading = isShort ? `: ${lowerFirst(clause(first))}` : '';
  const left = isShort ? capitalise(others.join(': ')) : needs.words;
  const route = permanenceWords(context);
  const words = joined([sentence(left), route === '' ? undefined : `Permanence: ${lowerFirst(route)}`], ' ');
  return [
    heading(2, `Is the plan meeting needs? ${needs.answer}${inHeading}`),
    ...(words === '' ? [] : [paragraph('normal', words)]),
  ];
}

const themes = { safety: 'Safety', permanence: 'Permanence', stalled: 'Stalled', rest: 'Rest' } as const;

type WhoOf = (planned: PlannedDecision) => string;

function decisionTable(
  context: ReportContext,
  planned: readonly PlannedDecision[],
  whoOf: WhoOf,
): Table | null {
  if (planned.length === 0) return null;
  return {
    kind: 'table',
    layout: 'managerDecisions',
    caption: 'Decisions to reply to',
    description:
      'What will change, who is accountable, by when, whether the care plan changes, and three boxes to tick.',
    head: headOf(
      'No.',
      `What will change for ${context.voice.name}`,
      'Accountable',
      'By',
      'Plan change?',
      'Agree',
      'Change',
      'Not agree',
    ),
    rows: planned.map((one) => decisionRow(one, whoOf)),
  };
}

function decisionRow(planned: PlannedDecision, whoOf: WhoOf): TableRow {
  const { decision, number } = planned;
  const outcome = decision.reply?.outcome;
  return {
    cells: [
      cell(atHome(number)),
      cell([strong(`${themes[decision.theme]}.`), ` ${sentence(decision.wording)}`]),
      cell(whoOf(planned)),
      cell(lastDueWords(planned)),
      cell(decision.changesCarePlan ? 'Yes' : 'No'),
      tickCell(`${number}: agree`, outcome === 'agreed'),
      tickCell(`${number}: change`, outcome === 'with-change'),
      tickCell(`${number}: not agree`, outcome === 'not-agreed'),
    ],
  };
}

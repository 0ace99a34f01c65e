import type { SectionKey } from '../domain/model/sections.ts';
import type { Block, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf, numberOf } from './context.ts';
import { earlierWords } from './pointWords.ts';
import type { PlannedAction, PlannedDecision } from './planWords.ts';
import {
  actionWords,
  atHome,
  dueWords,
  homeOfDecision,
  linksTo,
  plannedActions,
  plannedDecisions,
  replyInFull,
  whoWords,
} from './planWords.ts';
import { lowerFirst, sentence } from './phrases.ts';
import type { Words } from './runs.ts';
import { heading, headOf, paragraph, rowOf, strong } from './runs.ts';

/** What is agreed in one section: its decisions, each with its actions, and actions that carry out none. */
export function agreedIn(context: ReportContext, section: SectionKey): Block[] {
  const decisions = plannedDecisions(context).filter(
    ({ decision }) => homeOfDecision(context, decision) === section,
  );
  const loose = looseActions(context, section);
  if (decisions.length === 0 && loose.length === 0) return [];
  return [
    heading(3, 'What is agreed'),
    ...decisions.flatMap((planned) => decisionBlocks(context, planned)),
    ...(loose.length === 0 ? [] : [actionTable(context, 'Action', 'Actions', loose)]),
  ];
}

/** Actions whose decision is not in this document, or that have none. */
function looseActions(context: ReportContext, section: SectionKey): PlannedAction[] {
  const known = new Set(plannedDecisions(context).map(({ decision }) => decision.id));
  return plannedActions(context).filter(
    ({ action, number }) =>
      number !== '' &&
      (action.decisionId === undefined || !known.has(action.decisionId)) &&
      (action.section ?? 'plan') === section,
  );
}

function decisionBlocks(context: ReportContext, planned: PlannedDecision): Block[] {
  const { decision, number } = planned;
  // A copy has some actions only for the who and when of page 1: those have no number and are not listed.
  const actions = planned.actions.filter((one) => one.number !== '');
  const answers = answersWords(context, planned);
  const know = decision.howWeWillKnow?.trim() ?? '';
  return [
    paragraph(
      'decision',
      [
        atHome(number),
        ' ',
        strong(sentence(decision.wording)),
        answers,
        know === '' ? '' : ` How we will know: ${lowerFirst(sentence(know))}`,
        decision.changesCarePlan ? ' Changes the care plan. ' : ' ',
        replyInFull(context, decision),
        labelsOf(context, decision.audience),
      ],
      actions.length === 0 ? { keepWithNext: false } : {},
    ),
    ...(actions.length === 0
      ? []
      : [actionTable(context, `Action for ${number}`, `Actions for ${number}`, actions)]),
  ];
}

/** "Answers N1, N4, V4.": this review's points as links, an earlier one's without. */
function answersWords(context: ReportContext, { decision }: PlannedDecision): Words {
  const numbers = decision.pointIds.flatMap((id) => numberOf(context, id) ?? []);
  const earlier = decision.pointIds
    .flatMap((id) => earlierWords(context, id) ?? [])
    .map((words) => `(${words})`);
  if (numbers.length === 0 && earlier.length === 0) return '';
  const between = numbers.length > 0 && earlier.length > 0 ? ', ' : '';
  return [' Answers ', linksTo(numbers), `${between}${earlier.join(', ')}.`];
}

function actionTable(
  context: ReportContext,
  title: string,
  caption: string,
  actions: readonly PlannedAction[],
): Block {
  return {
    kind: 'table',
    layout: 'actions',
    caption,
    description: 'Each action by its number, who does it and by when.',
    head: headOf('No.', title, 'Who', 'By when'),
    rows: actions.map((planned) => actionRow(context, planned)),
  };
}

function actionRow(context: ReportContext, { action, number }: PlannedAction): TableRow {
  return rowOf(
    atHome(number),
    [actionWords(action), labelsOf(context, action.audience)],
    whoWords(action),
    dueWords(action),
  );
}

import { openActions } from '../domain/promises.ts';
import type { Block, Table, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf } from './context.ts';
import type { PlannedAction } from './planWords.ts';
import { actionWords, dueWords, elsewhere, plannedActions, plannedDecisions, whoWords } from './planWords.ts';
import { heldOn, reviewById } from '../domain/reviews.ts';
import { day } from './phrases.ts';
import type { Words } from './runs.ts';
import { heading, headOf, rowOf } from './runs.ts';

/** The whole plan of action as one table, as a case system can take it, and what is still open from before. */
export function wholePlan(context: ReportContext): Block[] {
  if (context.reader !== 'service-file') return [];
  const actions = plannedActions(context);
  const carried = carriedActions(context);
  return [
    ...(actions.length === 0
      ? []
      : [heading(3, 'All actions of this review'), actionPlan(context, actions, elsewhere)]),
    ...(carried.length === 0
      ? []
      : [heading(3, 'Still open from earlier reviews'), carriedTable(context, carried)]),
  ];
}

/** Actions with the decision each carries out; `number` says whether they are at home in this table. */
export function actionPlan(
  context: ReportContext,
  actions: readonly PlannedAction[],
  number: (number: string) => Words,
): Table {
  const numbers = new Map(plannedDecisions(context).map((planned) => [planned.decision.id, planned.number]));
  return {
    kind: 'table',
    layout: 'sheetActions',
    caption: 'Actions',
    description: 'Each action by its number, who is accountable, by when, and the decision it carries out.',
    head: headOf('No.', 'Action', 'Accountable', 'By when', 'For'),
    rows: actions.map((planned): TableRow => {
      const { action } = planned;
      const decision = action.decisionId === undefined ? undefined : numbers.get(action.decisionId);
      const what = context.reader === 'service-file' ? actionWords(action) : action.what.trim();
      return rowOf(
        number(planned.number),
        [what, labelsOf(context, action.audience)],
        whoWords(action),
        dueWords(action),
        decision === undefined ? '–' : elsewhere(decision),
      );
    }),
  };
}

function carriedActions({ content }: ReportContext) {
  return openActions(content.record, content.review.id).filter(
    ({ reviewId }) => reviewId !== content.review.id,
  );
}

function carriedTable(context: ReportContext, actions: ReturnType<typeof carriedActions>): Table {
  const { record } = context.content;
  return {
    kind: 'table',
    layout: { columns: [74, 48, 24, 24], ruling: 'ruled' },
    caption: 'Still open from earlier reviews',
    description:
      'Each action that an earlier review made and that is not finished, who is accountable and by when.',
    head: headOf('Action', 'Accountable', 'By when', 'From'),
    rows: actions.map((action) => {
      const review = reviewById(record, action.reviewId);
      const on = review && heldOn(record, review);
      return rowOf(
        [actionWords(action), labelsOf(context, action.audience)],
        whoWords(action),
        dueWords(action),
        on ? day(on) : '–',
      );
    }),
  };
}

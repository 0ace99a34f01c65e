import type { Table, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf, numberOf } from './context.ts';
import { quotedPoints } from './quotedPoints.ts';
import type { PlannedDecision } from './planWords.ts';
import { elsewhere, linksTo, plannedDecisions, replyStatus, whoAndWhen } from './planWords.ts';
import { sentence } from './phrases.ts';
import { headOf, rowOf } from './runs.ts';

/** Page 1's table of decisions; null when there are none. */
export function decisionTable(context: ReportContext): Table | null {
  const decisions = plannedDecisions(context);
  if (decisions.length === 0) return null;
  return {
    kind: 'table',
    layout: 'decisions',
    caption: 'Decisions',
    description: 'What will change, who is accountable, by when, and the manager’s reply; one row each.',
    head: headOf('No.', 'What will change', 'Who', 'By when', 'Manager’s reply'),
    rows: decisions.map((planned) => decisionRow(context, planned)),
  };
}

function decisionRow(context: ReportContext, planned: PlannedDecision): TableRow {
  const { decision, number } = planned;
  // The child finds their own words again: only the quotes of page 1, the other links stand in the section.
  const quoted = quotedPoints(context)
    .filter((point) => decision.pointIds.includes(point.id))
    .flatMap((point) => numberOf(context, point.id) ?? []);
  return rowOf(
    elsewhere(number),
    [
      sentence(decision.wording),
      quoted.length === 0 ? '' : ' ',
      linksTo(quoted),
      labelsOf(context, decision.audience),
    ],
    ...whoAndWhen(context, planned),
    replyStatus(context, decision),
  );
}

import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { lateInWords } from './lateClocks.ts';
import { ownPoints } from './pointWords.ts';
import { capitalise, clause, day, joined, sentence } from './phrases.ts';
import { heading, pair } from './runs.ts';
import { nameOnSheet } from './sheetPoints.ts';

/** The last lines of the manager's page: asked and not agreed, late, good work, what comes next. Empty ones go. */
export function managersAlso(context: ReportContext): Block[] {
  const { forManager, midwayOn, nextReview } = context.content.review;
  const next = nextReview?.kind === 'date' ? `next ${context.voice.review} ${day(nextReview.on)}` : undefined;
  const lines: readonly (readonly [string, string])[] = [
    ['Asked, not agreed', notAgreed(context)],
    [
      'Late',
      joined([listed(forManager?.late ?? []), (context.content.late ?? []).map(lateInWords).join(' ')], ' '),
    ],
    ['Good work', listed(forManager?.goodWork ?? [])],
    ['Next', sentence(capitalise(joined([midwayOn && `midway check ${day(midwayOn)}`, next], '; ')))],
  ];
  const said = lines.filter(([, words]) => words !== '');
  return said.length === 0 ? [] : [heading(2, 'Also'), ...said.map(([label, words]) => pair(label, words))];
}

function listed(lines: readonly string[]): string {
  return lines.map(sentence).join(' ');
}

/** What the child asked for and did not get, with the first reason: "Leah’s phone overnight: 9 of the 11 …". */
function notAgreed(context: ReportContext): string {
  const asked = ownPoints(context).filter(({ outcome }) => outcome?.result === 'not-agreed');
  const lines = asked.map((point) => {
    const [why = ''] = clause(point.outcome?.because ?? '').split(/(?<=[.!?])\s/u);
    return joined([capitalise(nameOnSheet(context, point)), clause(why)], ': ');
  });
  return listed(lines);
}

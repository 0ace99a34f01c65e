import type { Ask } from '../domain/promises.ts';
import { promisedActions } from '../domain/promises.ts';
import type { Cell } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { ownAnswerWords } from './pointWords.ts';
import { capitalise, joined, sentence } from './phrases.ts';
import { progressMark } from './promiseWords.ts';
import { cell, cellParagraph, status } from './runs.ts';

const firstWord = {
  agreed: 'Yes',
  partly: 'In part',
  'not-agreed': 'No',
  'referred-on': 'Passed on',
} as const;

/** What we answered then: "Yes: Kian every month." In short, what is in hand without who and since when. */
export function saidToAsk({ point, decisions }: Ask, { isShort = false } = {}): string {
  const word = point.outcome && firstWord[point.outcome.result];
  const decided = decisions.map(({ wording }) => sentence(wording)).join(' ');
  const because = point.outcome?.because?.trim() ?? '';
  const isYes = point.outcome?.result === 'agreed';
  const rest =
    isYes && decided !== ''
      ? decided
      : joined([decided, because === '' ? '' : sentence(capitalise(because))], ' ');
  const inHand = isShort && point.answer?.kind === 'in-hand' ? `In hand: ${point.answer.what}` : undefined;
  const own = rest === '' ? (inHand ?? ownAnswerWords(point)) : '';
  const said = joined([word, joined([rest, own === '' ? '' : sentence(own)], ' ')], ': ');
  return said === '' ? 'No answer is recorded.' : sentence(said);
}

/** What this review found of the actions that were to carry the answer out, one paragraph each. */
export function foundOfAsk(context: ReportContext, { decisions }: Ask): Cell {
  const ids = new Set<string>(decisions.map(({ id }) => id));
  const found = promisedActions(context.content.record, context.content.review.id).filter(
    ({ action, progress }) =>
      progress !== undefined && action.decisionId !== undefined && ids.has(action.decisionId),
  );
  if (found.length === 0) return cell('–');
  return found.map(({ action, progress }) => {
    const told = joined([sentence(action.what), sentence(capitalise(progress?.evidence ?? ''))], ' ');
    return cellParagraph([status(...progressMark(progress)), ` ${told}`]);
  });
}

import type { OwnAnswer, Point, PointKind, Telling } from '../model/minutes.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled, nameOfPoint } from './naming.ts';
import type { FindingCode } from './table.ts';

const codeOfKind: Readonly<Partial<Record<PointKind, FindingCode>>> = {
  need: 'need-without-answer',
  risk: 'risk-without-answer',
  wish: 'wish-without-answer',
  worry: 'worry-without-answer',
  question: 'question-without-answer',
};

function targetOf(point: Point, field: string) {
  return { review: point.reviewId, section: point.section, point: point.id, field };
}

function isDecided(point: Point, { record }: Checked): boolean {
  return record.decisions.some(({ pointIds, wording }) => pointIds.includes(point.id) && isFilled(wording));
}

/** What an answer without a decision still lacks: *in hand* needs what, who and since; *no action* needs because. */
function answerLacks(answer: OwnAnswer | undefined): string | undefined {
  if (answer === undefined) return 'has no answer';
  if (answer.kind === 'no-action') {
    return isFilled(answer.because) ? undefined : 'is to have no action, and nothing says why';
  }
  const missing = [
    ...(isFilled(answer.what) ? [] : ['what']),
    ...(isFilled(answer.who) ? [] : ['who']),
    ...(answer.since === undefined ? ['since when'] : []),
  ];
  return missing.length === 0 ? undefined : `is marked as in hand without ${missing.join(', ')}`;
}

/** A need, risk, wish, worry or question is answered by a decision, or by words of its own. */
const everyPointAnswered: Rule = (checked) =>
  checked.points.flatMap((point) => {
    const code = codeOfKind[point.kind];
    if (code === undefined || isDecided(point, checked)) return [];
    const lacks = answerLacks(point.answer);
    if (lacks === undefined) return [];
    return [findingOf(code, targetOf(point, 'answer'), `${nameOfPoint(point, checked)} ${lacks}.`)];
  });

const notFollowed = {
  partly: 'agreed in part only',
  'not-agreed': 'not agreed',
  'referred-on': 'referred on',
} as const;

/** A wish that is not followed has its reason, in plain words (domain.md 3.3). */
const refusedWishHasReason: Rule = (checked) =>
  checked.points.flatMap((point) => {
    const { kind, outcome } = point;
    if (kind !== 'wish' || outcome === undefined || outcome.result === 'agreed') return [];
    if (isFilled(outcome.because)) return [];
    const what = `${nameOfPoint(point, checked)} was ${notFollowed[outcome.result]}, and nothing says why.`;
    return [findingOf('wish-not-followed-without-reason', targetOf(point, 'outcome'), what)];
  });

function tellingLacks(telling: Telling): string | undefined {
  if (telling.kind === 'not-safe')
    return isFilled(telling.because) ? undefined : 'why it is not safe to tell';
  if (telling.kind !== 'will-be-told') return undefined;
  const [who, when] = [isFilled(telling.by), telling.due !== undefined];
  if (who && when) return undefined;
  if (!who && !when) return 'who will tell the child, and by when';
  return who ? 'by when the child will be told' : 'who will tell the child';
}

/** The answer to a wish goes back to the child: told, will be told, in the letter, or not safe because. */
const everyWishIsTold: Rule = (checked) =>
  checked.points.flatMap((point) => {
    if (point.kind !== 'wish') return [];
    const name = nameOfPoint(point, checked);
    const target = targetOf(point, 'telling');
    if (point.telling === undefined) {
      return [
        findingOf(
          'wish-nothing-about-telling',
          target,
          `${name}: nothing says how the child hears the answer.`,
        ),
      ];
    }
    const lacks = tellingLacks(point.telling);
    return lacks === undefined
      ? []
      : [findingOf('telling-without-words', target, `${name} does not say ${lacks}.`)];
  });

export const answerRules: readonly Rule[] = [everyPointAnswered, refusedWishHasReason, everyWishIsTold];

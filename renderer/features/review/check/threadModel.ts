import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { kindsFromTheChild, kindsThatNeedAnswer } from '../../../../shared/domain/model/minutes.ts';
import type { Point } from '../../../../shared/domain/model/minutes.ts';
import type { Action, Decision } from '../../../../shared/domain/model/plan.ts';
import { decisionThemes } from '../../../../shared/domain/model/plan.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import type { GroupKey, SectionKey } from '../../../../shared/domain/model/sections.ts';
import { groupTable, sectionOf } from '../../../../shared/domain/model/sections.ts';
import { dueOn } from '../../../../shared/domain/promises.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { Numbers } from '../../../../shared/report/numbering.ts';
import { pointsInOrder } from '../../../../shared/report/numbering.ts';
import { quoted } from '../../../../shared/report/phrases.ts';
import { orderDecisions } from './threadOrder.ts';

/** How a point's thread ends. `quiet`: of a kind that needs no answer, shown because a decision answers it. */
export type ThreadEnd =
  | { readonly kind: 'decisions'; readonly ids: readonly string[] }
  | { readonly kind: 'in-hand'; readonly words: string }
  | { readonly kind: 'no-action'; readonly words: string }
  | { readonly kind: 'loose' };

export type ThreadPoint = {
  readonly id: string;
  readonly number: string;
  /** The words themselves; the child's own are quoted. */
  readonly name: string;
  /** The words that anchor it, in full. */
  readonly anchor: string;
  readonly isVoice: boolean;
  readonly needsAnswer: boolean;
  readonly end: ThreadEnd;
};

export type ThreadGroup = {
  readonly key: GroupKey | 'none';
  /** 1 to 9 and 0, as in Write up. */
  readonly digit: string | undefined;
  readonly heading: string;
  readonly points: readonly ThreadPoint[];
};

export type ThreadAction = {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly due: IsoDate | undefined;
};

export type ThreadDecision = {
  readonly id: string;
  readonly number: string;
  readonly wording: string;
  readonly actions: readonly ThreadAction[];
  readonly answersNoPoint: boolean;
};

export type Thread = {
  readonly groups: readonly ThreadGroup[];
  /** In the order in which lines cross least. */
  readonly decisions: readonly ThreadDecision[];
  readonly answered: number;
  readonly asked: number;
  readonly loose: number;
};

type Given = {
  readonly record: Pick<ChildRecord, 'points' | 'texts' | 'decisions' | 'actions'>;
  readonly review: Review;
  readonly numbers: Numbers;
  readonly sectionOrder: readonly SectionKey[];
};

const isFilled = (words: string | undefined) => words !== undefined && /\S/.test(words);

/** The end of a point's thread: decisions first, since they say more than a word that it is in hand. */
function endOf(point: Point, decisions: readonly Decision[]): ThreadEnd {
  const ids = decisions.filter((decision) => decision.pointIds.includes(point.id)).map(({ id }) => id);
  if (ids.length > 0) return { kind: 'decisions', ids };
  const { answer } = point;
  if (answer?.kind === 'in-hand' && isFilled(answer.what) && isFilled(answer.who)) {
    const since = answer.since === undefined ? '' : `, since ${formatDate(answer.since)}`;
    return { kind: 'in-hand', words: `Already in hand: ${answer.who}${since}` };
  }
  if (answer?.kind === 'no-action' && isFilled(answer.because)) {
    return { kind: 'no-action', words: `No action because ${answer.because}` };
  }
  return { kind: 'loose' };
}

function pointOf(point: Point, { record, numbers }: Given): ThreadPoint | undefined {
  const own = record.decisions.filter((decision) => decision.reviewId === point.reviewId);
  const end = endOf(point, own);
  const needsAnswer = kindsThatNeedAnswer.includes(point.kind);
  if (!needsAnswer && end.kind !== 'decisions') return undefined;
  const isVoice = kindsFromTheChild.includes(point.kind);
  return {
    id: point.id,
    number: numbers[point.id] ?? '–',
    name: isVoice ? quoted(point.words) : point.words,
    anchor: isVoice ? quoted(point.words) : (point.quote ?? point.words),
    isVoice,
    needsAnswer,
    end,
  };
}

function groupsOf(given: Given): ThreadGroup[] {
  const { record, review, sectionOrder } = given;
  const sections = sectionOrder.map((key) => sectionOf(key));
  const groups = [...groupTable, { key: 'none' as const, heading: 'Elsewhere' }];
  return groups.flatMap(({ key, heading }, index): ThreadGroup[] => {
    const own = sections.filter((section) => (section.group ?? 'none') === key);
    const points = own.flatMap((section) =>
      pointsInOrder(record, review, section.key).flatMap((point) => pointOf(point, given) ?? []),
    );
    if (points.length === 0) return [];
    const digit = key === 'none' ? undefined : String((index + 1) % 10);
    return [{ key, digit, heading, points }];
  });
}

function actionsOf(decision: Decision, { record, review, numbers }: Given): ThreadAction[] {
  return record.actions
    .filter((action) => action.reviewId === review.id && action.decisionId === decision.id)
    .sort((a, b) => a.position - b.position)
    .map((action: Action) => ({
      id: action.id,
      number: numbers[action.id] ?? '–',
      what: action.what,
      due: dueOn(action),
    }));
}

/** What the picture of a review shows: points by group, decisions with their actions, and what hangs loose. */
export function threadOf(given: Given): Thread {
  const { record, review, numbers } = given;
  const groups = groupsOf(given);
  const points = groups.flatMap((group) => group.points);
  const own = record.decisions
    .filter((decision) => decision.reviewId === review.id)
    .sort(
      (a, b) => decisionThemes.indexOf(a.theme) - decisionThemes.indexOf(b.theme) || a.position - b.position,
    );
  const lines = points.flatMap(({ end }, point) =>
    end.kind === 'decisions' ? end.ids.map((decision) => ({ point, decision })) : [],
  );
  const order = orderDecisions(
    lines,
    own.map(({ id }) => id),
  );
  const decisions = order.flatMap((id): ThreadDecision[] => {
    const decision = own.find((candidate) => candidate.id === id);
    if (!decision) return [];
    return [
      {
        id,
        number: numbers[id] ?? '–',
        wording: decision.wording,
        actions: actionsOf(decision, given),
        answersNoPoint: decision.pointIds.length === 0,
      },
    ];
  });
  const asked = points.filter((point) => point.needsAnswer);
  const unanswered = asked.filter((point) => point.end.kind === 'loose').length;
  const hanging = decisions.filter((decision) => decision.answersNoPoint).length;
  const withoutDay = decisions
    .flatMap(({ actions }) => actions)
    .filter(({ due }) => due === undefined).length;
  return {
    groups,
    decisions,
    asked: asked.length,
    answered: asked.length - unanswered,
    loose: unanswered + hanging + withoutDay,
  };
}

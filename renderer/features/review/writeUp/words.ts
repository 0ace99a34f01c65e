import type { Audience } from '../../../../shared/domain/model/common.ts';
import type { Person } from '../../../../shared/domain/model/child.ts';
import type { Point, PointKind, Telling, TextPart } from '../../../../shared/domain/model/minutes.ts';
import { kindsFromTheChild, kindsThatNeedAnswer } from '../../../../shared/domain/model/minutes.ts';
import type { Action } from '../../../../shared/domain/model/plan.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { formatDay } from '../../../app/words.ts';

export const kindNames: Readonly<Record<PointKind, string>> = {
  need: 'Need',
  risk: 'Risk',
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
  news: 'News',
  view: 'View',
  observation: 'Observation',
  strength: 'Strength',
  description: 'Description',
};

/** The two texts of a section. */
export const partNames: Readonly<Record<TextPart, string>> = {
  account: 'What happened',
  meaning: 'What it means',
};

export function needsAnswer(point: Pick<Point, 'kind'>): boolean {
  return kindsThatNeedAnswer.includes(point.kind);
}

/** The child's own words, or what was seen of a child without speech: they stand in the child's block. */
export function isVoice(point: Pick<Point, 'kind'>): boolean {
  return kindsFromTheChild.includes(point.kind) || point.kind === 'observation';
}

/** A day without its year where it is this one. */
export function shortDay(day: IsoDate, today: IsoDate): string {
  const full = formatDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? full.replace(/ \d{4}$/, '') : full;
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function readBackWords(point: Point): string | undefined {
  switch (point.readBack?.kind) {
    case 'yes':
      return 'read back';
    case 'changed':
      return `read back, changed to “${point.readBack.to}”`;
    case 'not-yet':
      return 'not read back yet';
    case undefined:
      return undefined;
    default:
      return point.readBack satisfies never;
  }
}

/** `Worry, told to Bea Standin, advocate, 2 Oct; read back`: what kind of words, and how we have them. */
export function sourceWords(point: Point, childName: string, today: IsoDate): string {
  const { source } = point;
  const isOwn = source !== undefined && source.who.trim() === childName;
  const told = point.kind === 'observation' ? 'seen by' : 'told to';
  const parts = [
    kindNames[point.kind],
    source && !isOwn ? `${told} ${source.who.trim()}` : undefined,
    source?.wasAlone === true ? 'alone' : undefined,
    filled(source?.how),
    source?.on && shortDay(source.on, today),
  ].filter((part) => part !== undefined);
  return [parts.join(', '), readBackWords(point)].filter((part) => part !== undefined).join('; ');
}

/** `Bea tells Leah by 9 Oct`: how the answer reaches the child. */
export function tellingWords(
  telling: Telling | undefined,
  childName: string,
  today: IsoDate,
): string | undefined {
  switch (telling?.kind) {
    case undefined:
      return undefined;
    case 'told': {
      const by = filled(telling.by);
      return `${by ? `${by} told ${childName}` : `${childName} was told`}${telling.on ? `, ${shortDay(telling.on, today)}` : ''}`;
    }
    case 'will-be-told':
      return `${filled(telling.by) ?? 'Somebody'} tells ${childName}${telling.due ? ` by ${shortDay(telling.due, today)}` : ''}`;
    case 'in-letter':
      return `${childName} reads it in the letter`;
    case 'not-safe':
      return 'Not safe to tell';
    default:
      return telling satisfies never;
  }
}

const outcomes = {
  agreed: 'agreed',
  partly: 'agreed in part',
  'not-agreed': 'not agreed',
  'referred-on': 'referred on',
} as const;

/** `not agreed: school nights stay as they are`. */
export function outcomeWords({ outcome }: Pick<Point, 'outcome'>): string | undefined {
  if (!outcome) return undefined;
  const because = filled(outcome.because);
  return because === undefined ? outcomes[outcome.result] : `${outcomes[outcome.result]}: ${because}`;
}

/** `Already in hand: Ade, since 14 Sep`, or why there is no action; undefined without an answer of its own. */
export function ownAnswerWords({ answer }: Pick<Point, 'answer'>, today: IsoDate): string | undefined {
  if (!answer) return undefined;
  if (answer.kind === 'no-action') return `No action because ${filled(answer.because) ?? '…'}`;
  const parts = [
    filled(answer.what),
    filled(answer.who),
    answer.since && `since ${shortDay(answer.since, today)}`,
  ];
  return `Already in hand: ${parts.filter((part) => part !== undefined).join(', ') || '…'}`;
}

/** Who may have it, where that is not everybody; undefined where it is. */
export function audienceWords(audience: Audience | undefined, people: readonly Person[]): string | undefined {
  if (!audience) return undefined;
  const names = (audience.notFor ?? []).map(
    (id) => people.find((person) => person.id === id)?.name ?? 'one reader',
  );
  const level = {
    everyone: undefined,
    'not-read-aloud': 'Not read aloud',
    'not-for': `Not in ${names.join(' or ')}’s copy`,
    'worker-and-iro': 'Only worker and IRO',
  }[audience.level];
  const restriction =
    audience.restriction && { privilege: 'Privilege', police: 'Police information' }[audience.restriction];
  const parts = [restriction, level].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** The accountable person, and who does it where that is another. */
export function whoWords(action: Pick<Action, 'accountable' | 'doneBy'>): string | undefined {
  const { accountable } = action;
  if (!accountable) return undefined;
  const who =
    accountable.kind === 'named' ? accountable.name : `Not allocated: held by ${accountable.heldBy}`;
  const by = filled(action.doneBy);
  return by === undefined ? who : `${who}; done by ${by}`;
}

/** `Thu 8 Oct`, or that the court sets the day. */
export function dueWords(action: Pick<Action, 'due'>, today: IsoDate): string | undefined {
  if (!action.due) return undefined;
  if (action.due.kind === 'date') return formatDay(action.due.on, today);
  return action.due.checkBy ? `Court date; check ${shortDay(action.due.checkBy, today)}` : 'Court date';
}

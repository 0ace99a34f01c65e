import { accountableName } from './planWords.ts';
import { isFlagged } from '../domain/model/common.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Action, Decision } from '../domain/model/plan.ts';
import type { LetterCard } from '../domain/model/review.ts';
import type * as z from 'zod';
import { dueOn } from '../domain/promises.ts';
import type { Judge } from './audienceJudge.ts';
import type { ReviewContent } from './content.ts';
import { capitalise, clause, day, firstName, joined, lowerFirst, quoted, sentence } from './phrases.ts';

export type Card = z.infer<typeof LetterCard>;

const answers = { agreed: 'yes', partly: 'in part', 'not-agreed': 'no', 'referred-on': 'passed on' } as const;
const untitled = { wish: 'What you asked for', worry: 'Your worry', question: 'Your question' } as const;

/** "A hamster: yes". Where nothing is agreed or refused, the name of what was asked alone. */
function headingOf(point: Point): string {
  const kind = point.kind === 'worry' || point.kind === 'question' ? point.kind : 'wish';
  const name = capitalise(clause(point.gist ?? '')) || untitled[kind];
  return point.outcome ? `${name}: ${answers[point.outcome.result]}` : name;
}

/** "Bel", and "I" where it is the officer who writes. */
export function whoIn({ officer }: ReviewContent, name: string): string {
  const words = name.trim();
  if (words === officer.name.trim() || words === firstName(officer.name)) return 'I';
  return /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(words) ? firstName(words) : words;
}

/** The reason once, where the answer beside it says the same. */
function outcomeSentence({ outcome, answer }: Point): string {
  if (outcome === undefined) return '';
  const own = answer?.kind === 'in-hand' ? answer.what : answer?.because;
  const because = clause(outcome.because ?? '') === clause(own ?? '') ? '' : clause(outcome.because ?? '');
  const after = (words: string, between: string) => sentence(joined([words, because], between));
  switch (outcome.result) {
    case 'agreed':
      return after('We said yes', ': ');
    case 'partly':
      return after('We said yes to part of it', ': ');
    case 'not-agreed':
      return after('We said no', ', because ');
    case 'referred-on':
      return after('We could not decide this ourselves', ': ');
    default:
      return outcome.result satisfies never;
  }
}

function ownAnswer(content: ReviewContent, { answer }: Point): string {
  if (answer === undefined) return '';
  if (answer.kind === 'no-action')
    return sentence(`We are not doing anything new, because ${clause(answer.because)}`);
  const who = whoIn(content, clause(answer.who));
  const has = who === 'I' ? 'have' : 'has';
  const held = answer.since ? `${has} had this in hand since ${day(answer.since)}` : `${has} this in hand`;
  return `${sentence(`This is already happening: ${clause(answer.what)}`)} ${who} ${held}.`;
}

function tellingSentence(content: ReviewContent, { telling }: Point): string {
  const who = telling !== undefined && 'by' in telling && telling.by ? whoIn(content, telling.by) : undefined;
  if (telling?.kind === 'told' && telling.on) {
    return `${who === undefined ? 'You were told' : `${who} told you`} on ${day(telling.on)}.`;
  }
  if (telling?.kind !== 'will-be-told' || who === undefined) return '';
  return `${who} will tell you more${telling.due ? ` by ${day(telling.due)}` : ''}.`;
}

/** "Bel will do this by 24 Oct 2026: choose a hamster." in words that hold whatever the action says. */
function actionSentence(content: ReviewContent, judge: Judge, action: Action): string {
  const wording = judge.whatOf(action);
  if (wording === undefined || isFlagged(action.audience)) return '';
  const due = dueOn(action);
  const when = due ? ` by ${day(due)}` : '';
  const what = lowerFirst(clause(wording.words));
  const name = (wording.isSafe ? undefined : action.doneBy) ?? accountableName(action);
  if (name === undefined) return sentence(`To be done${when}: ${what}`);
  const isOpen = action.accountable?.kind === 'not-allocated' && name === action.accountable.heldBy;
  const who = whoIn(content, name);
  return sentence(
    isOpen ? `${who} must find a person to do this${when}: ${what}` : `${who} will do this${when}: ${what}`,
  );
}

/** A letter does not tell by its decisions what it is not safe to tell, unless a safe wording stands for them. */
export function isTellable({ record }: ReviewContent, decision: Decision, isSafe: boolean): boolean {
  const behind = record.points.filter((point) => decision.pointIds.includes(point.id));
  return isSafe || behind.every((point) => point.telling?.kind !== 'not-safe');
}

/** What is to be done stands on the first card that the decision answers. */
function decisionSentences(
  content: ReviewContent,
  judge: Judge,
  decision: Decision,
  isTold: boolean,
): string[] {
  const wording = judge.wordingOf(decision);
  if (wording === undefined || isFlagged(decision.audience)) return [];
  if (!isTellable(content, decision, wording.isSafe)) return [];
  const actions = content.record.actions
    .filter((action) => action.decisionId === decision.id)
    .sort((a, b) => a.position - b.position);
  const decided = sentence(`We decided: ${lowerFirst(clause(wording.words))}`);
  if (isTold) return [decided];
  return [decided, ...actions.map((action) => actionSentence(content, judge, action))];
}

/**
 * The card of one ask: what was asked with the answer in its heading, then the child's own words, what was said,
 * decided and will be done. Every sentence is a fixed frame around recorded words; nothing is added. `told` are the
 * decisions of earlier cards.
 */
export function cardOf(content: ReviewContent, judge: Judge, point: Point, told: ReadonlySet<string>): Card {
  const decisions = content.record.decisions.filter((decision) => decision.pointIds.includes(point.id));
  const said = quoted((point.translation?.words ?? point.words).trim());
  const text = joined(
    [
      sentence(`You said: ${said}`),
      outcomeSentence(point),
      ownAnswer(content, point),
      ...decisions.flatMap((decision) => decisionSentences(content, judge, decision, told.has(decision.id))),
      tellingSentence(content, point),
    ],
    ' ',
  );
  return { pointId: point.id, heading: headingOf(point), text };
}

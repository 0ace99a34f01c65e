import type { Decision } from '../domain/model/plan.ts';
import type { Point, PointKind, Source } from '../domain/model/minutes.ts';
import { kindsFromTheChild, kindsThatNeedAnswer } from '../domain/model/minutes.ts';
import type { MarkName } from './marks.ts';
import type { ReportContext } from './context.ts';
import { numberOf } from './context.ts';
import { elsewhere, linksTo, plannedDecisions } from './planWords.ts';
import { capitalise, clause, day, firstName, joined, quoted, sentence } from './phrases.ts';
import type { Words } from './runs.ts';
import { status } from './runs.ts';

const kindWords: Readonly<Record<PointKind, string>> = {
  need: 'Need',
  risk: 'Risk',
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
  news: 'News',
  view: 'View',
  observation: 'Seen',
  strength: 'Strength',
  description: 'Noted',
};

/** "Need", "Worry". */
export function kindWord(kind: PointKind): string {
  return kindWords[kind];
}

/** True for the child's own words. */
export function isFromTheChild(point: Point): boolean {
  return kindsFromTheChild.includes(point.kind);
}

/** The points of this review, in no order. */
export function ownPoints(context: ReportContext): Point[] {
  const { record, review } = context.content;
  return record.points.filter((point) => point.reviewId === review.id);
}

const longestName = 60;

/** A point's short name for tables; the child's words in quotation marks where nobody has given it one. */
export function pointName(point: Point): string {
  const gist = point.gist?.trim() ?? '';
  if (gist !== '') return clause(gist);
  const words = shortened((point.translation?.words ?? point.words).trim());
  return isFromTheChild(point) ? quoted(words) : clause(words);
}

/** The first words, cut between two of them and marked so. The whole stands where the point is at home. */
function shortened(words: string): string {
  if (words.length <= longestName) return words;
  const cut = words.slice(0, longestName - 1).replace(/\s+\S*$/u, '');
  return `${cut} …`;
}

/** "Need to sleep", but "Wish: Your phone overnight": a colon before a capital letter. */
export function nameAfterKind(name: string): string {
  return /^[“"]?\p{Ll}/u.test(name) ? ` ${name}` : `: ${name}`;
}

/**
 * Who heard the child and when: "To Helen, 30 Sep 2026"; in full "To Helen, alone, on a walk, 30 Sep 2026". Where the
 * child is named as the source the words came by themselves: "On a card, 30 Sep 2026".
 */
export function heardBy(context: ReportContext, source: Source | undefined, isFull: boolean): string {
  if (source === undefined) return '';
  const { fullName, preferredName } = context.content.record.child;
  const isOwn = [fullName, preferredName].includes(source.who.trim());
  const who = isOwn ? undefined : `To ${source.who.trim()}`;
  const isSaid = /\balone\b/iu.test(source.how ?? '');
  const alone = isFull && source.wasAlone === true && !isSaid ? 'alone' : undefined;
  const how = isFull || isOwn ? source.how : undefined;
  return capitalise(joined([who, alone, how, source.on && day(source.on)], ', '));
}

/** Who saw it and when: "Seen by Ama, 3 Oct 2026"; in full with how. */
export function seenBy(source: Source | undefined, isFull: boolean): string {
  if (source === undefined) return '';
  const how = isFull ? source.how : undefined;
  return `Seen by ${joined([source.who.trim(), how, source.on && day(source.on)], ', ')}`;
}

/** Whether the words were read back to the child. */
export function readBackWords(point: Point): string | undefined {
  switch (point.readBack?.kind) {
    case 'yes':
      return 'Read back: yes';
    case 'changed':
      return `Read back: changed to ${quoted(point.readBack.to)}`;
    case 'not-yet':
      return 'Read back: not yet';
    case undefined:
      return undefined;
    default:
      return point.readBack satisfies never;
  }
}

/** The decisions of this review that answer a point, in their order. */
export function answeringDecisions(
  context: ReportContext,
  point: Point,
): { decision: Decision; number: string }[] {
  return plannedDecisions(context).filter(({ decision }) => decision.pointIds.includes(point.id));
}

type Outcome = NonNullable<Point['outcome']>['result'];

const outcomeMarks: Readonly<Record<Outcome, readonly [MarkName, string]>> = {
  agreed: ['done', 'Agreed'],
  partly: ['part', 'Agreed in part'],
  'not-agreed': ['not', 'Not agreed'],
  'referred-on': ['replaced', 'Referred on'],
};

/** "Agreed in part", as a word. */
export function outcomeWord(result: Outcome): string {
  return outcomeMarks[result][1];
}

/**
 * How the child was or will be told, as a sentence; empty where nothing is said, or where it is not for this reader.
 * In full, and in the service file, with what the child said to it.
 */
export function tellingWords(context: ReportContext, point: Point, isFull = true): string {
  const { telling } = point;
  const { who, names, kind } = context.voice;
  const by = telling !== undefined && 'by' in telling ? firstNameOrWords(telling.by) : '';
  switch (telling?.kind) {
    case undefined:
      return '';
    case 'told': {
      const when = telling.on ? ` on ${day(telling.on)}` : '';
      const isSaid = isFull && context.reader === 'service-file';
      const reaction = isSaid ? ` ${sentence(telling.reaction ?? '')}` : '';
      const passive = kind === 'to-you' ? 'You were told' : `${who} was told`;
      return `${by === '' ? passive : `${by} told ${who}`}${when}.${reaction}`.trimEnd();
    }
    case 'will-be-told':
      return `${by === '' ? 'Somebody' : by} will tell ${who}${telling.due ? ` by ${day(telling.due)}` : ''}.`;
    case 'in-letter':
      return kind === 'to-you' ? 'It is in your letter.' : `It is in ${names} letter.`;
    case 'not-safe':
      return context.reader === 'service-file'
        ? `Not told: it is not safe because ${clause(telling.because)}.`
        : '';
    default:
      return telling satisfies never;
  }
}

/** The first name of a full one ("Tomasz Mockford"); any other words as they are ("the carer"). */
function firstNameOrWords(by: string | undefined): string {
  const words = by?.trim() ?? '';
  return /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(words) ? firstName(words) : words;
}

/** What became of a point: the decision that answers it, what is in hand, why nothing is done, and who told the child. */
export function answerWords(context: ReportContext, point: Point): Words {
  const decisions = answeringDecisions(context, point);
  const told = tellingWords(context, point);
  if (point.outcome !== undefined) return outcomeAnswer(context, point, point.outcome, told);
  if (decisions.length > 0) {
    if (told !== '') return [linksTo(decisions.map(({ number }) => number)), ` ${clause(told)}`];
    return decisions.flatMap(({ decision, number }, index) => [
      index === 0 ? '' : '; ',
      elsewhere(number),
      ` ${clause(decision.wording)}`,
    ]);
  }
  const own = sentence(ownAnswerWords(point));
  if (own !== '' || told !== '') return clause(joined([own, told], ' '));
  const isOwed = kindsThatNeedAnswer.includes(point.kind) && context.reader === 'service-file';
  return isOwed ? status('not', 'No answer') : '–';
}

function outcomeAnswer(
  context: ReportContext,
  point: Point,
  outcome: NonNullable<Point['outcome']>,
  told: string,
): Words {
  const numbers = answeringDecisions(context, point).map(({ number }) => number);
  // Where the outcome says why not, the same reason as an answer of its own would be said twice.
  const isSame =
    point.answer?.kind === 'in-hand' && clause(point.answer.what) === clause(outcome.because ?? '');
  const isReason = point.answer?.kind === 'no-action' && outcome.because !== undefined;
  const own = isReason ? '' : ownAnswerWords(point);
  const because = isSame ? '' : (outcome.because ?? '');
  const rest = joined([sentence(because), sentence(own), told], ' ');
  return [
    status(...outcomeMarks[outcome.result]),
    numbers.length === 0 ? '' : ', ',
    linksTo(numbers),
    rest === '' ? '' : `: ${clause(rest)}`,
  ];
}

/** "Already in hand: an eye test is booked, Joss, since 28 Sep 2026"; "No action because …". */
export function ownAnswerWords(point: Point): string {
  const { answer } = point;
  if (answer === undefined) return '';
  if (answer.kind === 'no-action') return `No action because ${clause(answer.because)}`;
  const since = answer.since ? `since ${day(answer.since)}` : undefined;
  return `Already in hand: ${joined([clause(answer.what), clause(answer.who), since], ', ')}`;
}

/** Where a point goes on from one of an earlier review: "R2, review of 14 Apr 2026", never a link. */
export function earlierWords(context: ReportContext, id: string): string | undefined {
  const { content, previous } = context;
  const point = content.record.points.find((candidate) => candidate.id === id);
  if (point === undefined || numberOf(context, id) !== undefined || previous === undefined) return undefined;
  if (point.reviewId !== previous.review.id || previous.on === undefined) return undefined;
  const number = content.earlierNumbers === undefined ? undefined : content.earlierNumbers[id];
  return joined([number, `${context.voice.review} of ${day(previous.on)}`], ', ');
}

/** "Nan’s house: not yet", with a capital for a line of its own. */
export function titleOfPoint(point: Point): string {
  return capitalise(pointName(point));
}

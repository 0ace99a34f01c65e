import type { DatedEvent, Risk } from '../domain/model/events.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Action, Decision, Progress } from '../domain/model/plan.ts';
import { paragraphsOf, plainText } from '../richText.ts';
import { fold } from '../text/literals.ts';
import type { Judge } from './audienceJudge.ts';
import type { ReviewContent } from './content.ts';
import type { Forbidden } from './leakForbidden.ts';
import { markOf } from './releaseItem.ts';
import { itemName } from './releaseNames.ts';

/** So many words in a row give a private text away; of a shorter text all of them, but never fewer than three. */
export const phraseWords = 6;
const fewestWords = 3;

/** Words as the phrase search sees them: no case, accents or marks. */
export function phraseTokens(text: string): string[] {
  return fold(text).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every run of `count` words. */
export function runsOfWords(words: readonly string[], count: number): string[] {
  return words
    .slice(0, Math.max(0, words.length - count + 1))
    .map((_, at) => words.slice(at, at + count).join(' '));
}

function phrasesOf(text: string): string[] {
  const words = phraseTokens(text);
  return words.length < fewestWords ? [] : runsOfWords(words, Math.min(words.length, phraseWords));
}

/** The private words of one item, and the words that its reader has in their place. */
type PrivateText = {
  readonly sort: string;
  readonly words: readonly (string | undefined)[];
  readonly safe?: string;
};

function isPrivate(
  content: ReviewContent,
  row: Pick<Point | DatedEvent | Risk | Decision | Action, 'audience'>,
) {
  return markOf([row.audience], content.record.people).isFlagged;
}

/** The words in a review's texts that stand for one point. */
function anchoredWords({ record }: ReviewContent, id: string): string[] {
  return record.texts.flatMap((text) =>
    paragraphsOf(text.body).map((paragraph) =>
      (paragraph.content ?? [])
        .filter((node) => (node.marks ?? []).some((mark) => mark.type === 'point' && mark.attrs.id === id))
        .map((node) => (node.type === 'text' ? node.text : ' '))
        .join(''),
    ),
  );
}

function privatePoints(content: ReviewContent, judge: Judge): PrivateText[] {
  return content.record.points
    .filter((point) => isPrivate(content, point))
    .filter(({ id }) => !judge.isGiven(itemName.point(id)) && !judge.isGiven(itemName.quote(id)))
    .map((point) => ({
      sort: 'The words of a private point',
      words: [
        point.words,
        point.gist,
        point.quote,
        point.translation?.words,
        point.understood?.words,
        ...anchoredWords(content, point.id),
      ],
    }));
}

function privateParagraphs(content: ReviewContent, judge: Judge): PrivateText[] {
  return content.record.texts
    .filter((text) => isPrivate(content, text))
    .map((text) => ({
      sort: 'The words of a private text',
      words: paragraphsOf(text.body)
        .filter((_, index) => !judge.isGiven(itemName.paragraph(text.id, index)))
        .map((paragraph) => plainText({ type: 'doc', content: [paragraph] })),
    }));
}

function privateEvents(content: ReviewContent, judge: Judge): PrivateText[] {
  const { events, risks } = content.record;
  return [
    ...events
      .filter((event) => isPrivate(content, event) && !judge.isGiven(itemName.event(event.id)))
      .map((event) => ({ sort: 'The words of a private event', words: [event.label, event.line] })),
    ...risks
      .filter((risk) => isPrivate(content, risk) && !judge.isGiven(itemName.risk(risk.id)))
      .map((risk) => ({
        sort: 'The words of a private risk',
        words: [
          risk.title,
          ...risk.covers.map((cover) => cover.line),
          ...risk.events.flatMap((event) => [event.what, event.considered?.line]),
          ...risk.urgentSteps.map((step) => step.what),
        ],
      })),
  ];
}

const foundOf = (progress: readonly Progress[], action: Action) =>
  progress
    .filter((entry) => entry.actionId === action.id)
    .flatMap((entry) => [entry.evidence, entry.because]);

/** Decisions and actions that are private, or from something private: the reader has the safe wording, or nothing. */
function privatePlan(content: ReviewContent, judge: Judge): PrivateText[] {
  const { decisions, actions, progress, people } = content.record;
  const hidden = (wording: ReturnType<Judge['wordingOf']>) => wording === undefined || wording.isSafe;
  const decided = decisions
    .filter(
      (row) =>
        hidden(judge.wordingOf(row)) ||
        (isPrivate(content, row) && !judge.isGiven(itemName.decision(row.id))),
    )
    .map((row) => ({
      sort: 'The wording of a private decision',
      words: [row.wording, row.howWeWillKnow, row.reply?.wording, row.reply?.because],
      safe: row.safeWording ?? '',
    }));
  const done = actions
    .filter((row) => {
      const decision = decisions.find((candidate) => candidate.id === row.decisionId);
      const isFlagged = markOf([row.audience, decision?.audience], people).isFlagged;
      const isGiven = [itemName.action(row.id), ...progressNames(progress, row)].some(judge.isGiven);
      return hidden(judge.whatOf(row)) || (isFlagged && !isGiven);
    })
    .map((row) => ({
      sort: 'The wording of a private action',
      words: [row.what, row.interimStep, ...foundOf(progress, row)],
      safe: row.safeWording ?? '',
    }));
  return [...decided, ...done];
}

const progressNames = (progress: readonly Progress[], action: Action) =>
  progress.filter((entry) => entry.actionId === action.id).map((entry) => itemName.progress(entry.id));

/**
 * Runs of words of everything private that this reader does not have, so that a wish quoted in a narrative or a
 * letter is found there. What is merely not released is not private: the same words may be released elsewhere.
 */
export function privatePhrases(content: ReviewContent, judge: Judge): Forbidden[] {
  const texts = [
    ...privatePoints(content, judge),
    ...privateParagraphs(content, judge),
    ...privateEvents(content, judge),
    ...privatePlan(content, judge),
  ];
  const counts = new Map<string, number>();
  return texts.flatMap(({ sort, words, safe = '' }) => {
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    const allowed = phraseTokens(safe).join(' ');
    const phrases = new Set(words.flatMap((text) => phrasesOf(text ?? '')));
    return [...phrases]
      .filter((phrase) => !` ${allowed} `.includes(` ${phrase} `))
      .map(
        (phrase) =>
          ({ what: `${sort} (${count})`, literal: phrase, kind: 'phrase', isPassable: true }) as const,
      );
  });
}

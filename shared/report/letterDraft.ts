import { isFlagged } from '../domain/model/common.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Letter } from '../domain/model/review.ts';
import type { SectionKey } from '../domain/model/sections.ts';
import { sectionKeys } from '../domain/model/sections.ts';
import { participationInWords } from '../domain/participation.ts';
import { dueOn, promisedActions } from '../domain/promises.ts';
import type { Judge } from './audienceJudge.ts';
import { judgeFor } from './audienceJudge.ts';
import { isForLetter } from './audienceLetter.ts';
import { readerOf } from './audienceReader.ts';
import type { ReviewContent } from './content.ts';
import { cardOf, isTellable, whoIn } from './letterCard.ts';
import { capitalise, clause, day, joined, listInWords, lowerFirst, quoted, sentence } from './phrases.ts';

function ownPoints({ record, review }: ReviewContent): Point[] {
  return record.points.filter((point) => point.reviewId === review.id && isForLetter(point));
}

/** “You told me: …”, or what somebody says in praise. Whose words they are stays to be seen. */
function praise(content: ReviewContent, point: Point | undefined): string {
  if (point === undefined) return '';
  const who = point.source && whoIn(content, point.source.who);
  const words = quoted((point.translation?.words ?? point.words).trim());
  if (point.kind === 'news') {
    return sentence(`You told ${who === 'I' ? 'me' : (who ?? 'us')}: ${words}`);
  }
  return sentence(who === undefined ? `This was said of you: ${words}` : `${who} said of you: ${words}`);
}

/** What the child is proud of comes first: their own news, and a strength that somebody named. */
function proudOf(content: ReviewContent): string {
  const points = ownPoints(content);
  const news = points.find((point) => point.kind === 'news');
  const strength = points.find((point) => point.kind === 'strength');
  return joined([joined([praise(content, news), praise(content, strength)], ' '), tookPart(content)], '\n\n');
}

/** "You chose not to come; we offered your room and a call." Never a code (design.md, Documents). */
function tookPart({ record, review }: ReviewContent): string {
  const { participation } = review;
  if (participation?.code === undefined || participation.code === 'PN0') return '';
  const { through, offered } = participation;
  const words = { voice: 'to-you', preferredName: record.child.preferredName, through, offered } as const;
  return sentence(capitalise(participationInWords(participation.code, words)));
}

const found = { not_done: 'It is not done.', part_done: 'Only part of it is done.' } as const;

/** What was promised to the child and not kept. Not what a private wish stands behind, unless its wording is safe. */
function toMend(content: ReviewContent, judge: Judge): string[] {
  const { record, review } = content;
  return promisedActions(record, review.id).flatMap(({ action, progress }) => {
    const value = progress?.value;
    if (value !== 'not_done' && value !== 'part_done') return [];
    const wording = judge.whatOf(action);
    const decision = record.decisions.find((candidate) => candidate.id === action.decisionId);
    if (wording === undefined || isFlagged(action.audience) || isFlagged(decision?.audience)) return [];
    if (decision && !isTellable(content, decision, wording.isSafe)) return [];
    const due = dueOn(action);
    const because = wording.isSafe ? '' : clause(progress?.because ?? '');
    return [
      joined(
        [
          sentence(`We promised this${due ? ` by ${day(due)}` : ''}: ${lowerFirst(clause(wording.words))}`),
          found[value],
          because === '' ? '' : sentence(`Why: ${because}`),
        ],
        ' ',
      ),
    ];
  });
}

/** The sections a child would miss, in words to the child. */
const toTheChild: Readonly<Partial<Record<SectionKey, string>>> = {
  health: 'your health',
  'emotional-wellbeing': 'how you feel',
  placement: 'your home',
  visits: 'visits',
  'family-time': 'seeing your family',
  education: 'school',
  interests: 'the things you do for fun',
  'legal-status': 'your court order',
  permanence: 'the plan for where you live',
};

/** Sections in which somebody checked and found no change. */
function staysTheSame({ record, review }: ReviewContent): string | undefined {
  const unchanged = record.sections
    .filter((section) => section.reviewId === review.id && section.ending?.kind === 'no-change')
    .sort((a, b) => sectionKeys.indexOf(a.key) - sectionKeys.indexOf(b.key))
    .flatMap((section) => toTheChild[section.key] ?? []);
  return unchanged.length === 0
    ? undefined
    : `We checked, and nothing changes here: ${listInWords(unchanged)}.`;
}

function whenWeSpeak({ review, officer, settings }: ReviewContent): string {
  const { midwayOn, nextReview } = review;
  return joined(
    [
      midwayOn && `On ${day(midwayOn)} I will see if we have all kept our word.`,
      nextReview?.kind === 'date'
        ? `Your next ${settings.words.review} is on ${day(nextReview.on)}.`
        : undefined,
      officer.phone && `You can ring me on ${officer.phone}.`,
    ],
    ' ',
  );
}

/**
 * The letter to start from, out of asks, answers and decisions already written (design.md, Documents): the officer's
 * own words and recorded facts in fixed frames, in the letter's order. Private points, what stands behind them, and
 * what it is not safe to tell are not in it. Takes the whole content of the review; empty where nothing is recorded.
 */
export function draftLetter(content: ReviewContent): Letter {
  const judge = judgeFor(content, readerOf(content, { kind: 'letter', releases: [] }));
  const asks = ownPoints(content).filter(({ kind }) => ['wish', 'worry', 'question'].includes(kind));
  const stays = staysTheSame(content);
  const answering = (points: readonly Point[]) =>
    new Set<string>(
      content.record.decisions
        .filter((decision) => points.some(({ id }) => decision.pointIds.includes(id)))
        .map(({ id }) => id),
    );
  return {
    datedOn: content.gatheredOn,
    proudOf: proudOf(content),
    cards: asks.map((point, index) => cardOf(content, judge, point, answering(asks.slice(0, index)))),
    toMend: toMend(content, judge),
    ...(stays !== undefined && { staysTheSame: stays }),
    whenWeSpeak: whenWeSpeak(content),
  };
}

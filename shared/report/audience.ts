import type { Point } from '../domain/model/minutes.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import { reviewFor } from './audienceFacts.ts';
import type { Judge } from './audienceJudge.ts';
import { judgeFor, reasons } from './audienceJudge.ts';
import { letterFor } from './audienceLetter.ts';
import { eventsFor, pointFor, textsFor } from './audienceMinutes.ts';
import type { Plan } from './audiencePlan.ts';
import { forManagerFor, planFor } from './audiencePlan.ts';
import type { ReaderGiven } from './audienceReader.ts';
import { readerOf, refusalOf } from './audienceReader.ts';
import type { Common } from './audienceRecord.ts';
import { releasedRecord, serviceRecord } from './audienceRecord.ts';
import type { ReviewContent } from './content.ts';
import type { Numbers } from './numbering.ts';
import { assignNumbers } from './numbering.ts';
import { isReleased } from './releaseItem.ts';
import { itemName } from './releaseNames.ts';

/** What a copy leaves out, for the officer's screen only: the item's name, what it is, why it is not there. */
export type WithheldItem = { readonly item: string; readonly what: string; readonly because: string };

/** What must be put right before a copy may be issued. `item` names what it is about; `what` quotes nothing. */
export type AudienceProblem = { readonly item?: string; readonly what: string };

export type FilteredContent = {
  /** What the copy is built from, and nothing else. */
  readonly content: ReviewContent;
  readonly withheld: readonly WithheldItem[];
  readonly problems: readonly AudienceProblem[];
};

/** Fixed numbers are kept where one number means one thing to all; every other copy numbers afresh. */
function numbersFor(
  content: ReviewContent,
  judge: Judge,
  record: ChildRecord,
  review: Review,
  plan: Plan,
): Numbers {
  if (judge.reader.reading === 'released') {
    const listed = { ...record, actions: record.actions.filter((action) => !plan.unlisted.has(action.id)) };
    return assignNumbers(listed, review, content.settings);
  }
  return onlyOf(content.numbers, record);
}

function onlyOf(numbers: Numbers, record: ChildRecord): Numbers {
  const ids = new Set<string>([...record.points, ...record.decisions, ...record.actions].map(({ id }) => id));
  return Object.fromEntries(Object.entries(numbers).filter(([id]) => ids.has(id)));
}

function filteredContent(content: ReviewContent, judge: Judge): ReviewContent {
  const { record, settings } = content;
  const isService = judge.reader.reading === 'service';
  const risks = record.risks
    .filter((risk) => judge.isGiven(itemName.risk(risk.id)))
    .map(({ audience: _audience, ...risk }) => risk);
  const has = new Set<string>(
    record.points
      .filter(({ id }) => judge.isGiven(itemName.point(id)) || isQuoteGiven(content, judge, id))
      .map(({ id }) => id),
  );
  const plan = planFor(content, judge, { hasPoint: (id) => has.has(id) });
  const common: Common = {
    events: eventsFor(content, judge),
    risks,
    sections: record.sections.filter(
      ({ reviewId, key }) => reviewId === content.review.id && judge.isGiven(itemName.ending(key)),
    ),
    texts: textsFor(content, judge),
    points: record.points.flatMap((point) => pointFor(judge, point, has, risks)),
    decisions: plan.decisions,
    actions: plan.actions,
    progress: plan.progress,
  };
  const shown = reviewFor(content, judge);
  const review = isService
    ? {
        ...content.review,
        pageOne: shown.pageOne,
        forManager: judge.reader.kind === 'manager' ? forManagerFor(content.review, plan) : undefined,
        letter: undefined,
      }
    : { ...shown, ...(judge.reader.kind === 'letter' && { letter: letterFor(content, judge) }) };
  const filtered = isService
    ? serviceRecord(content, judge, common, review)
    : releasedRecord(content, judge, common, review);
  const { earlierNumbers, late, ...rest } = content;
  return {
    ...rest,
    settings: isService ? settings : { ...settings, knownInitials: [] },
    review,
    record: filtered,
    numbers: numbersFor(content, judge, filtered, review, plan),
    ...(isService && earlierNumbers && { earlierNumbers: onlyOf(earlierNumbers, filtered) }),
    // Gaps, and why something came late, print in the service file and the manager's page only (design.md).
    gaps: judge.reader.kind === 'manager' ? content.gaps : [],
    ...(judge.reader.kind === 'manager' && late && { late }),
  };
}

function isQuoteGiven({ review }: ReviewContent, judge: Judge, id: Point['id']): boolean {
  return (review.pageOne?.quotePointIds ?? []).includes(id) && judge.isGiven(itemName.quote(id));
}

function problemsFor({ review }: ReviewContent, judge: Judge): AudienceProblem[] {
  const refusal = refusalOf(judge.reader);
  const hasNoLetter = judge.reader.kind === 'letter' && review.letter === undefined;
  return [
    ...(refusal === undefined ? [] : [{ what: refusal }]),
    ...(hasNoLetter ? [{ what: 'The letter is not written yet. Start from its draft.' }] : []),
    ...judge.items
      .filter((item) => judge.reasonFor(item.name) === 'no-safe-wording')
      .filter((item) => judge.reader.reading === 'service' || isReleased(item, judge.reader.releases))
      .map((item) => ({
        item: item.name,
        what: 'A private point stands behind this. Give it a safe wording, or do not release it to this reader.',
      })),
  ];
}

/**
 * What one reader's copy of one document may hold (decisions.md, Audience; design.md, Hiding leaks nothing).
 * Takes the whole content of a review; gives the content that the document is built from, what it leaves out, and
 * what must be put right before it may be issued. The service file has everything.
 */
export function contentFor(content: ReviewContent, given: ReaderGiven): FilteredContent {
  const judge = judgeFor(content, readerOf(content, given));
  const problems = problemsFor(content, judge);
  if (judge.reader.reading === 'all') return { content, withheld: [], problems };
  const withheld = judge.items.flatMap((item) => {
    const reason = judge.reasonFor(item.name);
    return reason === undefined ? [] : [{ item: item.name, what: item.what, because: reasons[reason] }];
  });
  return { content: filteredContent(content, judge), withheld, problems };
}

import type { IsoDate } from '../domain/dates.ts';
import { midwayPromises } from '../domain/midway.ts';
import type { MidwayPromise } from '../domain/midway.ts';
import type { DatedEvent } from '../domain/model/events.ts';
import type { MidwayCheck } from '../domain/model/midway.ts';
import { midwayRatings } from '../domain/model/midway.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import { heldOn } from '../domain/reviews.ts';
import type { Block, Report, TableRow } from './blocks.ts';
import type { MarkName } from './marks.ts';
import { capitalise, day, joined, longDay, lowerFirst, possessive, quoted, sentence } from './phrases.ts';
import { dueWords, whoWords } from './planWords.ts';
import { effectWord, progressMark } from './promiseWords.ts';
import { cellParagraph, heading, headOf, pair, paragraph, source, status, statusLine } from './runs.ts';

type Given = {
  readonly record: ChildRecord;
  readonly check: MidwayCheck;
  /** The number of an action as the decisions sheet of the review behind prints it; empty for an older promise. */
  readonly numberOf: (actionId: string) => string;
};

const ratingMarks: Readonly<Record<NonNullable<MidwayCheck['rating']>, MarkName>> = {
  'on-course': 'onTrack',
  concern: 'riskMedium',
  'serious-concern': 'riskHigh',
};

const visitWords = {
  all: 'All in time',
  some: 'Some late',
  none: 'None in time',
} as const;

/**
 * A midway check for the case record and the social work team: what became of each promise, contact with the child,
 * visits, what is new, the officer's rating and the next step. `record` holds the actions that such a reader may have,
 * in the words they may have them in.
 */
export function buildMidwaySheet(given: Given): Report {
  const { record, check } = given;
  const { preferredName } = record.child;
  const standing = check.completedOn
    ? `Completed ${day(check.completedOn)} by ${check.by}`
    : 'Draft: not completed';
  return {
    layout: 'record',
    isLay: false,
    title: 'Midway check',
    header: { left: 'Midway check: for the case record', right: day(check.on), isBoxed: false },
    footer: { left: standing },
    blocks: [
      heading(1, `${possessive(preferredName)} midway check`),
      paragraph('meta', joined([longDay(check.on), behindWords(given), check.by], ' · ')),
      ...judgement(check),
      ...promised(given),
      ...contact(check, preferredName),
      ...visits(given),
      ...news(check),
    ],
  };
}

function behindWords({ record, check }: Given): string | undefined {
  const review = record.reviews.find(({ id }) => id === check.reviewId);
  const on = review && heldOn(record, review);
  return review && `after review ${review.number}${on ? ` of ${day(on)}` : ''}`;
}

function judgement({ rating, nextStep }: MidwayCheck): Block[] {
  const step = nextStep?.trim() ?? '';
  return [
    ...(rating ? [statusLine(ratingMarks[rating], midwayRatings[rating], '')] : []),
    ...(step === '' ? [] : [pair('Next step', sentence(step))]),
  ];
}

function promised(given: Given): Block[] {
  const all = midwayPromises(given.record, given.check.on);
  if (all.length === 0) return [heading(2, 'What was promised'), paragraph('normal', 'Nothing is open.')];
  const done = all.filter(({ progress }) => progress?.value === 'done').length;
  return [
    heading(2, `What was promised: ${done} of ${all.length} done`),
    {
      kind: 'table',
      layout: { columns: [10, 68, 36, 56], ruling: 'ruled' },
      caption: 'Promises',
      description: 'Each open promise with who and by when, what happened, how we know, and the effect.',
      head: headOf('No.', 'Promise', 'What happened', 'How we know, why, and the effect'),
      rows: all.map((each) => promiseRow(given, each)),
    },
  ];
}

function promiseRow({ numberOf }: Given, { promise, progress }: MidwayPromise): TableRow {
  const { action } = promise;
  const found = progress
    ? [
        sentence(capitalise(progress.evidence ?? '')),
        progress.because ? sentence(`Why: ${progress.because}`) : '',
        progress.effect ? sentence(`Effect: ${effectWord(progress).toLocaleLowerCase('en-GB')}`) : '',
      ].filter((line) => line !== '')
    : [];
  const [mark, word] = progressMark(progress);
  return {
    cells: [
      [cellParagraph(numberOf(action.id))],
      [
        cellParagraph(sentence(action.what)),
        cellParagraph(source(joined([whoWords(action), lowerFirst(dueWords(action))], ', '))),
      ],
      [cellParagraph(status(mark, word))],
      [cellParagraph(found.length === 0 ? '–' : found.join(' '))],
    ],
  };
}

function contactWords({ contact: given }: MidwayCheck, name: string): string {
  if (!given) return 'Not recorded yet.';
  switch (given.outcome) {
    case 'yes':
      return sentence(joined([given.on && day(given.on), given.how], ': '));
    case 'refused':
      return sentence(joined([`${name} did not want to`, given.because], ': '));
    default:
      return sentence(joined(['Not appropriate', given.because], ': '));
  }
}

function contact(check: MidwayCheck, name: string): Block[] {
  const said = check.contact?.outcome === 'yes' ? (check.contact.said?.trim() ?? '') : '';
  return [
    heading(2, `Contact with ${name}`),
    paragraph('normal', contactWords(check, name)),
    ...(said === '' ? [] : [paragraph('childsWords', quoted(said))]),
  ];
}

/** The child's visits since the review that the check lies behind, the newest first; private ones stay private. */
export function visitsSince({ record, check }: Omit<Given, 'numberOf'>): DatedEvent[] {
  const review = record.reviews.find(({ id }) => id === check.reviewId);
  const from = (review && heldOn(record, review)) ?? check.on;
  const isBetween = (on: IsoDate | undefined) => on !== undefined && on > from && on <= check.on;
  return record.events
    .filter(
      ({ kind, on, audience }) => kind === 'visit' && isBetween(on) && audience?.restriction === undefined,
    )
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '', 'en'))
    .toReversed();
}

function visits(given: Given): Block[] {
  const { check } = given;
  const dates = visitsSince(given).map(({ on, wasSeenAlone }) =>
    on ? `${day(on)}${wasSeenAlone === true ? ', seen alone' : ''}` : '',
  );
  const words = check.visits ? joined([visitWords[check.visits.inTime], check.visits.line], ': ') : '';
  return [
    heading(2, 'Social worker’s visits'),
    paragraph('normal', words === '' ? 'Not recorded yet.' : sentence(words)),
    ...(dates.length === 0 ? [] : [paragraph('normal', `Since the review: ${dates.join('; ')}.`)]),
  ];
}

function news({ newEvents }: MidwayCheck): Block[] {
  const words = newEvents?.trim() ?? '';
  return [
    heading(2, 'New since the review'),
    ...(words === '' ? ['Not recorded yet.'] : words.split(/\n+/)).map((line) => paragraph('normal', line)),
  ];
}

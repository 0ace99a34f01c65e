import { textIdOf } from '../../shared/caseFileRecord.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, addMonths, instant } from '../../shared/domain/dates.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { MeetingId, PointId, RecordId, ReviewId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/model/child.ts';
import type { NoteLine, Point, PointKind, Section, SectionText } from '../../shared/domain/model/minutes.ts';
import type { Meeting, Review } from '../../shared/domain/model/review.ts';
import type { SectionKey } from '../../shared/domain/model/sections.ts';
import { sectionsForAge } from '../../shared/domain/model/sections.ts';
import type { Inline, Paragraph, RichText } from '../../shared/richText.ts';
import type { TextSource } from '../text/zipfText.ts';
import { idOn } from './ids.ts';

export type Sitting = {
  readonly source: TextSource;
  readonly childId: ChildId;
  readonly on: IsoDate;
  readonly number: number;
  readonly age: number;
  readonly people: readonly Person[];
  /** Words of narrative, and whether every section has both its texts. */
  readonly words: number;
  readonly isHeavy: boolean;
};

export type Minutes = {
  readonly review: Review;
  readonly meeting: Meeting;
  readonly sections: readonly Section[];
  readonly texts: readonly SectionText[];
  readonly notes: readonly NoteLine[];
  readonly points: readonly Point[];
};

const raised: readonly (readonly [SectionKey, PointKind])[] = [
  ['childs-views', 'wish'],
  ['childs-views', 'worry'],
  ['family-time', 'wish'],
  ['health', 'need'],
  ['education', 'need'],
  ['risk-and-safety', 'risk'],
  ['placement', 'strength'],
  ['others-views', 'view'],
  ['life-story', 'question'],
  ['emotional-wellbeing', 'need'],
  ['permanence', 'need'],
  ['interests', 'news'],
];

function pointsOf({ source, childId, on, isHeavy }: Sitting, reviewId: ReviewId): Point[] {
  return raised.slice(0, isHeavy ? raised.length : 8).map(([section, kind]) => ({
    id: PointId.parse(idOn(on, source.random)),
    childId,
    reviewId,
    section,
    kind,
    words: source.sentence(source.random.between(8, 20)),
    gist: source.sentence(4),
    source: { who: source.word(), how: source.sentence(4), on },
    ...(kind === 'wish' && {
      outcome: { result: 'partly' as const, because: source.sentence(9) },
      telling: { kind: 'told' as const, by: source.word(), on },
    }),
    ...((kind === 'worry' || kind === 'question') && {
      telling: { kind: 'told' as const, by: source.word(), on },
    }),
    ...(kind === 'wish' && { readBack: { kind: 'yes' as const } }),
  }));
}

/** A text as the editor leaves it: paragraphs, a little bold, and the section's points anchored in its words. */
function bodyOf(source: TextSource, words: number, anchored: readonly Point[]): RichText {
  const waiting = [...anchored];
  const paragraphs = source.text(words).split('\n\n');
  const content = paragraphs.map((text): Paragraph => {
    const point = waiting.shift();
    const cut = text.indexOf(' ', Math.floor(text.length / 3));
    if (cut < 0 || (!point && source.random.isLikely(0.7))) {
      return { type: 'paragraph', content: [{ type: 'text', text }] };
    }
    const end = text.indexOf(' ', cut + 30);
    const marked: Inline = {
      type: 'text',
      text: text.slice(cut + 1, end < 0 ? undefined : end),
      marks: [point ? { type: 'point', attrs: { id: point.id } } : { type: 'bold' }],
    };
    const after: Inline[] = end < 0 ? [] : [{ type: 'text', text: text.slice(end) }];
    return {
      type: 'paragraph',
      content: [
        { type: 'text', text: text.slice(0, cut + 1) },
        ...(marked.text === '' ? [] : [marked]),
        ...after,
      ],
    };
  });
  return { type: 'doc', content };
}

function writtenSections(sitting: Sitting): { keys: SectionKey[]; unchanged: SectionKey[] } {
  const keys = sectionsForAge(sitting.age)
    .filter((row) => row.takesEnding)
    .map((row) => row.key);
  if (sitting.isHeavy) return { keys, unchanged: [] };
  const unchanged: SectionKey[] = ['visits', 'legal-status', 'rights'];
  return { keys: keys.filter((key) => !unchanged.includes(key)), unchanged };
}

function textsOf(
  sitting: Sitting,
  reviewId: ReviewId,
  points: readonly Point[],
  keys: readonly SectionKey[],
) {
  const { source, childId, words, isHeavy } = sitting;
  const parts = keys.flatMap((section, place) =>
    (isHeavy || place % 2 === 0 ? (['account', 'meaning'] as const) : (['account'] as const)).map((part) => ({
      section,
      part,
      share: (part === 'account' ? 1 : 0.6) * (0.6 + 0.8 * source.random.next()),
    })),
  );
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  return parts.map(({ section, part, share }): SectionText => {
    const anchored = part === 'account' ? points.filter((point) => point.section === section) : [];
    const count = Math.max(12, Math.round((words * share) / whole));
    const body = bodyOf(source, count, anchored);
    return { id: textIdOf(reviewId, section, part), childId, reviewId, section, part, body };
  });
}

function meetingOf({ source, on, people }: Sitting, reviewId: ReviewId): Meeting {
  return {
    id: MeetingId.parse(idOn(on, source.random)),
    reviewIds: [reviewId],
    on,
    place: source.sentence(3),
    mode: 'in-person',
    attendees: people.slice(0, 7).map((person) => ({
      name: person.name,
      role: person.role,
      personIds: [person.id],
      how: source.random.pick(['attended', 'attended', 'part-of-it', 'views-sent'] as const),
    })),
  };
}

function reviewOf(sitting: Sitting, id: ReviewId, points: readonly Point[]): Review {
  const { source, childId, on, number, people, age } = sitting;
  const parents = people.filter((person) => person.hasParentalResponsibility === true);
  const first = points[0];
  return {
    id,
    childId,
    kind: 'looked-after',
    number,
    chairedBy: 'Iris Officer-Benchmark',
    countsAsStatutory: true,
    participation: { code: age < 4 ? 'PN0' : 'PN1', part: source.sentence(8) },
    duties: {
      spokeAlone: { outcome: 'yes', on: addDays(on, -2), how: source.sentence(5) },
      parents: parents.map((person) => ({ personId: person.id, wasPresent: true })),
      workerReport: {
        receivedOn: addDays(on, -4),
        sharedWithChild: source.sentence(5),
        sharedWithParents: source.sentence(5),
      },
      carePlan: {
        datedOn: addDays(on, -60),
        meetsNeeds: 'partly',
        sentence: source.sentence(12),
        permanenceRoute: source.sentence(3),
      },
    },
    nextReview: { kind: 'date', on: addMonths(on, 5) },
    pageOne: {
      quotePointIds: first ? [first.id] : [],
      whereThingsAre: [source.sentence(14), source.sentence(16), source.sentence(12)],
    },
    forManager: {
      asks: [{ by: addDays(on, 14), text: source.sentence(9) }],
      goodWork: [source.sentence(9)],
      late: [],
    },
  };
}

function notesOf({ source, childId, on }: Sitting, reviewId: ReviewId): NoteLine[] {
  return Array.from({ length: 5 }, (_line, place) => ({
    id: RecordId.parse(idOn(on, source.random)),
    childId,
    reviewId,
    at: instant(`${on}T13:${String(10 + place * 7)}:00Z`),
    kind: 'note' as const,
    text: source.sentence(12),
  }));
}

/** What was said and written at one review, without the plan. */
export function minutesOf(sitting: Sitting): Minutes {
  const { source, childId, on } = sitting;
  const reviewId = ReviewId.parse(idOn(on, source.random));
  const points = pointsOf(sitting, reviewId);
  const { keys, unchanged } = writtenSections(sitting);
  return {
    review: reviewOf(sitting, reviewId, points),
    meeting: meetingOf(sitting, reviewId),
    points,
    texts: textsOf(sitting, reviewId, points, keys),
    notes: notesOf(sitting, reviewId),
    sections: unchanged.map((key) => ({
      reviewId,
      childId,
      key,
      ending: { kind: 'no-change', checkedWith: source.word(), on },
    })),
  };
}

import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { PersonId, ReviewId } from '../../../shared/domain/ids.ts';
import type { Audience } from '../../../shared/domain/model/common.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import { documentKinds, releasedCopies } from '../../../shared/domain/model/issue.ts';
import type { SectionText } from '../../../shared/domain/model/minutes.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { SectionKey } from '../../../shared/domain/model/sections.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import { PointId } from '../../../shared/domain/ids.ts';
import { heldOn } from '../../../shared/domain/reviews.ts';
import * as build from './builders.ts';

/*
 * Secrets of every kind, planted in one review of a real-looking record. Each is a word that occurs nowhere else, with
 * the documents and readers that must never have it. A test plants them, makes every copy for every reader, and
 * searches all parts of each. No release names what is planted, and groups take nothing flagged along.
 */

export type Secret = {
  /** The word to search for. */
  readonly mark: string;
  /** What it is: "privilege: point", "address: placement". */
  readonly sort: string;
  /** True when this document for this reader must not have it. */
  readonly isKeptFrom: (kind: DocumentKind, personId?: PersonId) => boolean;
};

export type Planted = { readonly record: ChildRecord; readonly secrets: readonly Secret[] };

type Keep = Secret['isKeptFrom'];
const isReleasedCopy = (kind: DocumentKind) => releasedCopies.includes(kind);
const fromCopies: Keep = isReleasedCopy;
const fromAllButFile: Keep = (kind) => kind !== 'service-file';
const fromAllButManager: Keep = (kind) => kind !== 'service-file' && kind !== 'manager';
/** Kept from every copy, and from one person in whatever document they get. */
const notFor =
  (person: PersonId): Keep =>
  (kind, reader) =>
    isReleasedCopy(kind) || (kind !== 'service-file' && reader === person);

type Level = { readonly name: string; readonly audience: Audience; readonly keep: Keep };

function levelsFor(reader: PersonId | undefined): Level[] {
  return [
    { name: 'only worker and IRO', audience: { level: 'worker-and-iro' }, keep: fromCopies },
    { name: 'not read aloud', audience: { level: 'not-read-aloud' }, keep: fromCopies },
    { name: 'privilege', audience: { level: 'everyone', restriction: 'privilege' }, keep: fromAllButFile },
    { name: 'police', audience: { level: 'worker-and-iro', restriction: 'police' }, keep: fromAllButFile },
    ...(reader === undefined
      ? []
      : [
          {
            name: 'not for one person',
            audience: { level: 'not-for' as const, notFor: [reader] },
            keep: notFor(reader),
          },
        ]),
  ];
}

const sections: readonly SectionKey[] = [
  'health',
  'risk-and-safety',
  'family-time',
  'education',
  'interests',
];

type Put = (sort: string, keep: Keep) => string;

/** Adds one paragraph, anchoring a point, to a section's account; a new text where there is none. */
function withParagraph(
  texts: readonly SectionText[],
  owner: { childId: string; reviewId: string },
  section: SectionKey,
  words: string,
  point: string,
): SectionText[] {
  const isHere = (text: SectionText) =>
    text.reviewId === owner.reviewId && text.section === section && text.part === 'account';
  const anchor = [{ type: 'point' as const, attrs: { id: PointId.parse(point) } }];
  const paragraph = {
    type: 'paragraph' as const,
    content: [
      { type: 'text' as const, text: `${words} is said of it. ` },
      { type: 'text' as const, text: 'It was talked over.', marks: anchor },
    ],
  };
  if (!texts.some(isHere)) {
    return [...texts, build.aText({ ...owner, section, body: { type: 'doc', content: [paragraph] } })];
  }
  return texts.map((text) =>
    isHere(text) ? { ...text, body: { ...text.body, content: [...text.body.content, paragraph] } } : text,
  );
}

type Place = {
  readonly childId: string;
  readonly reviewId: string;
  readonly on: IsoDate;
  readonly tag: string;
};

/** What one level of privacy hides: a wish and what rests on it, a decision, an event, a risk, somebody. */
function privateRows(record: ChildRecord, level: Level, index: number, place: Place, put: Put): ChildRecord {
  const { childId, reviewId, on, tag } = place;
  const owner = { childId, reviewId };
  const section = sections[index % sections.length] ?? 'health';
  const id = (what: string) => `${tag}-${what}-${index}`;
  const mark = (what: string) => put(`${level.name}: ${what}`, level.keep);
  const due = { kind: 'date' as const, on: addDays(on, 30) };
  const point = build.aPoint({
    ...owner,
    id: id('point'),
    section,
    kind: 'wish',
    words: `I want ${mark('words of a point')} for me`,
    gist: `to have ${mark('short name of a point')}`,
    translation: { from: 'Dari', words: `I would like ${mark('translation of a point')}` },
    understood: { by: 'Helen', words: `It is about ${mark('an adult’s meaning')}` },
    source: { who: mark('source of a point'), on },
    quote: mark('quote of a point'),
    outcome: { result: 'partly', because: `of ${mark('why a wish is not followed')}` },
    telling: { kind: 'told', by: 'Helen', on, reaction: `They spoke of ${mark('reaction')}` },
    audience: level.audience,
  });
  const wording = (what: string) => `A change about ${mark(what)}`;
  const decision = build.aDecision({
    ...owner,
    id: id('decision'),
    wording: wording('flagged decision'),
    howWeWillKnow: mark('how we will know'),
    section,
    position: 90 + index,
    audience: level.audience,
  });
  // Behind this one stands the private wish; copies have its safe wording, or nothing.
  const behind = build.aDecision({
    ...owner,
    id: id('behind'),
    wording: wording('decision from a private wish'),
    howWeWillKnow: mark('how we will know a private wish'),
    section,
    pointIds: [point.id],
    position: 95 + index,
    safeWording: 'An agreed change.',
  });
  const actions = [decision, behind].map((row) =>
    build.anAction({
      ...owner,
      id: id(`action-${row.id}`).slice(-60),
      decisionId: row.id,
      what: `See to ${mark(row === behind ? 'action from a private wish' : 'action of a flagged decision')}`,
      interimStep: `Until then ${mark('interim step')}`,
      due,
      ...(row === behind && { safeWording: 'See to the agreed change' }),
    }),
  );
  const event = build.anEvent({
    childId,
    id: id('event'),
    kind: 'visit',
    on,
    by: mark('who of an event'),
    line: mark('event'),
    audience: level.audience,
  });
  const risk = build.aRisk({
    childId,
    id: id('risk'),
    title: mark('risk'),
    rating: 'low',
    events: [{ id: id('risk-event'), on, what: mark('event of a risk') }],
    audience: level.audience,
  });
  const person = build.aPerson({
    childId,
    id: id('person'),
    name: `Nobody ${mark('name of a person')}`,
    role: 'relative',
    organisation: mark('organisation of a person'),
    phone: put('contact: phone', fromAllButFile),
    email: put('contact: email', fromAllButFile),
    address: `1 ${put('contact: address', fromAllButFile)} Road, Nowhere, ZZ9 9ZZ`,
    audience: level.audience,
  });
  return {
    ...record,
    points: [...record.points, point],
    texts: withParagraph(record.texts, owner, section, mark('paragraph that anchors a point'), point.id),
    decisions: [...record.decisions, decision, behind],
    actions: [...record.actions, ...actions],
    events: [...record.events, event],
    risks: [...record.risks, risk],
    people: [...record.people, person],
  };
}

/** What is nobody's copy's whatever was released: places, papers, notes, the manager's own lines. */
function plainRows(record: ChildRecord, review: Review, place: Place, put: Put): ChildRecord {
  const { childId, reviewId, tag, on } = place;
  const owner = { childId, reviewId };
  const isCurrent = (period: ChildRecord['periods'][number]) => period.to === undefined;
  const sentence = `It is so that ${put('page 1: a sentence not released', fromCopies)}.`;
  const forManager = {
    asks: review.forManager?.asks ?? [],
    goodWork: [...(review.forManager?.goodWork ?? []), put('for the manager: praise', fromAllButManager)],
    late: [...(review.forManager?.late ?? []), put('for the manager: lateness', fromAllButManager)],
  };
  const own = {
    ...review,
    pageOne: {
      quotePointIds: review.pageOne?.quotePointIds ?? [],
      whereThingsAre: [...(review.pageOne?.whereThingsAre ?? []), sentence],
    },
    forManager,
  };
  const earlier = (row: Review): Review => ({
    ...row,
    pageOne: { quotePointIds: [], whereThingsAre: [put('page 1 of an earlier review', fromAllButFile)] },
  });
  return {
    ...record,
    reviews: record.reviews.map((row) => (row.id === review.id ? own : earlier(row))),
    periods: record.periods.map((period) => {
      if (period.kind === 'placement' && isCurrent(period)) {
        const house = put('address: placement', fromAllButFile);
        return {
          ...period,
          address: `${house} House, Nowhere Lane, ZZ9 4QX`,
          provider: put('provider', fromCopies),
        };
      }
      return period.kind === 'school'
        ? { ...period, address: put('address: school', fromAllButFile) }
        : period;
    }),
    papers: [
      ...record.papers,
      build.aPaper({
        ...owner,
        id: `${tag}-paper`,
        kind: 'other',
        title: put('paper', fromAllButFile),
        receivedOn: on,
      }),
    ],
    notes: [...record.notes, build.aNote({ ...owner, id: `${tag}-note`, text: put('note', fromAllButFile) })],
    drafts: [
      ...record.drafts,
      build.aDraft({ childId, record: `${tag}-note`, raw: put('draft', fromAllButFile) }),
    ],
    people: record.people.map((person) => ({
      ...person,
      mustNotLearn: [
        ...(person.mustNotLearn ?? []),
        { what: 'other' as const, literals: [put('what a person must not learn', fromAllButFile)] },
      ],
    })),
  };
}

/**
 * Plants secrets in one review: five levels of privacy, each in some twenty places, and what no copy may have.
 * `tag` (small letters and digits) makes marks and ids unlike those of another record.
 */
export function plantSecrets(record: ChildRecord, reviewId: ReviewId, tag: string): Planted {
  const review = record.reviews.find((row) => row.id === reviewId);
  const on = review && heldOn(record, review);
  if (!review || !on) throw new Error('the record has a review of that id with a day');
  const secrets: Secret[] = [];
  const put: Put = (sort, isKeptFrom) => {
    // Letters alone, so that no part of a document splits or formats it; the last tells where it ends.
    const count = String(secrets.length).replaceAll(/\d/gu, (digit) => 'abcdefghij'[Number(digit)] ?? '');
    const mark = `zq${tag}q${count}x`;
    secrets.push({ mark, sort, isKeptFrom });
    return mark;
  };
  const place: Place = { childId: record.child.id, reviewId, on, tag };
  const reader = record.people.find((person) => person.copy === 'parent' || person.copy === 'carer')?.id;
  const withPrivate = levelsFor(reader).reduce(
    (grown, level, index) => privateRows(grown, level, index, place, put),
    record,
  );
  return { record: plainRows(withPrivate, review, place, put), secrets };
}

/** Every document for every reader it may be for: `undefined` where it is for nobody in particular. */
export function everyCopy(
  people: ChildRecord['people'],
): { readonly kind: DocumentKind; readonly personId: PersonId | undefined }[] {
  return documentKinds.flatMap((kind) => {
    const isForNobody = kind === 'service-file' || kind === 'chair' || kind === 'letter';
    const readers = isForNobody ? [undefined] : people.map((person) => person.id);
    return readers.map((personId) => ({ kind, personId }));
  });
}

import type { CaseFile } from './caseFile.ts';
import { textIdOf } from './caseFileRecord.ts';
import type { Audience } from './domain/model/common.ts';
import { textParts } from './domain/model/minutes.ts';
import type { Issue } from './domain/result.ts';

/** The kinds of id that a case file ties together. */
type Kind = 'person' | 'event' | 'risk' | 'review' | 'meeting' | 'point' | 'decision' | 'action' | 'row';

type Reference = { readonly path: string; readonly kind: Kind; readonly id: string | undefined };
type Definition = { readonly path: string; readonly kind: Kind; readonly id: string };

function definitionsOf(file: CaseFile): Definition[] {
  const named = (kind: Kind, path: string, rows: readonly { id: string }[]): Definition[] =>
    rows.map(({ id }, place) => ({ kind, id, path: `${path}[${place}].id` }));
  const ofReviews = file.reviews.flatMap((review, place) => {
    const at = (list: string) => `reviews[${place}].${list}`;
    return [
      ...named('meeting', at('meetings'), review.meetings),
      ...named('point', at('points'), review.points),
      ...named('decision', at('decisions'), review.decisions),
      ...named('row', at('notes'), review.notes),
      ...named('row', at('finalisations'), review.finalisations),
      ...named('row', at('addenda'), review.addenda),
      ...named('row', at('releases'), review.releases),
      ...named('row', at('issued'), review.issued),
      ...named('row', at('filings'), review.filings),
    ];
  });
  return [
    ...named('row', 'periods', file.periods),
    ...named('person', 'people', file.people),
    ...named('event', 'events', file.events),
    ...named('risk', 'risks', file.risks),
    ...named('row', 'papers', file.papers),
    ...named('row', 'deadlineMarks', file.deadlineMarks),
    ...named('review', 'reviews', file.reviews),
    ...ofReviews,
    ...named('action', 'actions', file.actions),
    ...file.actions.flatMap((action, place) => named('row', `actions[${place}].progress`, action.progress)),
    ...named('row', 'midwayChecks', file.midwayChecks),
  ];
}

/** Where each record stands in a case file, by its id; a text and an ending by the ids they get from their section. */
export function pathsOf(file: CaseFile): ReadonlyMap<string, string> {
  const paths = new Map([[file.child.id as string, 'child']]);
  for (const { id, path } of definitionsOf(file)) paths.set(id, path.replace(/\.id$/, ''));
  for (const [place, review] of file.reviews.entries()) {
    for (const [index, { key }] of review.sections.entries()) {
      const path = `reviews[${place}].sections[${index}]`;
      paths.set(`${review.id}.${key}`, `${path}.ending`);
      for (const part of textParts) paths.set(textIdOf(review.id, key, part), `${path}.${part}`);
    }
  }
  return paths;
}

/** The points that a rich text anchors, found wherever their marks stand. */
function anchorsIn(narrative: unknown): string[] {
  if (typeof narrative !== 'object' || narrative === null) return [];
  if ('type' in narrative && narrative.type === 'point' && 'attrs' in narrative) {
    const attrs: unknown = narrative.attrs;
    return typeof attrs === 'object' && attrs !== null && 'id' in attrs ? [String(attrs.id)] : [];
  }
  return Object.values(narrative).flatMap(anchorsIn);
}

/** The people whose copies a narrative is kept out of, where it says so. */
function barredFrom(narrative: CaseFile['reviews'][number]['sections'][number]['account']) {
  return typeof narrative === 'object' && 'audience' in narrative ? narrative.audience?.notFor : undefined;
}

function referencesOfReview(review: CaseFile['reviews'][number], place: number): Reference[] {
  const at = (path: string) => `reviews[${place}].${path}`;
  const person = (path: string, id: string | undefined): Reference => ({
    path: at(path),
    kind: 'person',
    id,
  });
  const point = (path: string, id: string | undefined): Reference => ({ path: at(path), kind: 'point', id });
  const list = (path: string, ids: readonly string[] | undefined, kind: Kind): Reference[] =>
    (ids ?? []).map((id, index) => ({ path: at(`${path}[${index}]`), kind, id }));
  return [
    ...review.points.flatMap((each, index) => [
      person(`points[${index}].source.personId`, each.source?.personId),
      point(`points[${index}].continuesPointId`, each.continuesPointId),
      { path: at(`points[${index}].riskId`), kind: 'risk' as const, id: each.riskId },
      ...list(`points[${index}].audience.notFor`, each.audience?.notFor, 'person'),
    ]),
    ...review.decisions.flatMap((each, index) => [
      ...list(`decisions[${index}].pointIds`, each.pointIds, 'point'),
      ...list(`decisions[${index}].audience.notFor`, each.audience?.notFor, 'person'),
    ]),
    ...review.sections.flatMap((section, index) =>
      (['account', 'meaning'] as const).flatMap((part) => [
        ...anchorsIn(section[part]).map((id) => point(`sections[${index}].${part}`, id)),
        ...list(`sections[${index}].${part}.audience.notFor`, barredFrom(section[part]), 'person'),
      ]),
    ),
    ...review.releases.map((each, index) => person(`releases[${index}].personId`, each.personId)),
    ...review.issued.map((each, index) => person(`issued[${index}].personId`, each.personId)),
    ...review.addenda.map((each, index) => ({
      path: at(`addenda[${index}].decisionId`),
      kind: 'decision' as const,
      id: each.decisionId,
    })),
    ...review.addenda.map((each, index) => point(`addenda[${index}].pointId`, each.pointId)),
    ...(review.duties?.parents ?? []).map((each, index) =>
      person(`duties.parents[${index}].personId`, each.personId),
    ),
    ...list('pageOne.quotePointIds', review.pageOne?.quotePointIds, 'point'),
    ...(review.letter?.cards ?? []).map((card, index) =>
      point(`letter.cards[${index}].pointId`, card.pointId),
    ),
    ...(review.forManager?.asks ?? []).map((ask, index) => ({
      path: at(`forManager.asks[${index}].decisionId`),
      kind: 'decision' as const,
      id: ask.decisionId,
    })),
  ];
}

type WithAudience = { readonly audience?: Audience | undefined };

/** The people whose copies records of a list are kept out of. */
function notFor(list: string, rows: readonly WithAudience[]): Reference[] {
  return rows.flatMap(({ audience }, place) =>
    (audience?.notFor ?? []).map((id, index) => ({
      path: `${list}[${place}].audience.notFor[${index}]`,
      kind: 'person' as const,
      id,
    })),
  );
}

/** What the promises of a file, and what was found of them, name. */
function referencesOfActions(file: CaseFile): Reference[] {
  return file.actions.flatMap((action, place) => [
    { path: `actions[${place}].reviewId`, kind: 'review' as const, id: action.reviewId },
    { path: `actions[${place}].decisionId`, kind: 'decision' as const, id: action.decisionId },
    {
      path: `actions[${place}].accountable.personId`,
      kind: 'person' as const,
      id: action.accountable?.personId,
    },
    ...action.progress.flatMap((entry, index) => [
      {
        path: `actions[${place}].progress[${index}].occasion.reviewId`,
        kind: 'review' as const,
        id: entry.occasion.kind === 'review' ? entry.occasion.reviewId : undefined,
      },
      {
        path: `actions[${place}].progress[${index}].replacedById`,
        kind: 'action' as const,
        id: entry.replacedById,
      },
    ]),
  ]);
}

function referencesOf(file: CaseFile): Reference[] {
  return [
    ...file.periods.flatMap((period, place) =>
      period.kind === 'placement'
        ? (period.carerIds ?? []).map((id, index) => ({
            path: `periods[${place}].carerIds[${index}]`,
            kind: 'person' as const,
            id,
          }))
        : [],
    ),
    ...file.people.flatMap((person, place) =>
      (person.mustNotLearn ?? []).map((what, index) => ({
        path: `people[${place}].mustNotLearn[${index}].personId`,
        kind: 'person' as const,
        id: what.personId,
      })),
    ),
    ...notFor('people', file.people),
    ...notFor('events', file.events),
    ...notFor('risks', file.risks),
    ...notFor('actions', file.actions),
    ...file.events.map((event, place) => ({
      path: `events[${place}].aboutEventId`,
      kind: 'event' as const,
      id: event.aboutEventId,
    })),
    ...file.risks.flatMap((risk, place) =>
      risk.urgentSteps.map((step, index) => ({
        path: `risks[${place}].urgentSteps[${index}].reviewId`,
        kind: 'review' as const,
        id: step.reviewId,
      })),
    ),
    ...file.papers.flatMap((paper, place) => [
      { path: `papers[${place}].reviewId`, kind: 'review' as const, id: paper.reviewId },
      { path: `papers[${place}].fromPersonId`, kind: 'person' as const, id: paper.fromPersonId },
    ]),
    ...file.reviews.flatMap(referencesOfReview),
    ...file.midwayChecks.map((check, place) => ({
      path: `midwayChecks[${place}].reviewId`,
      kind: 'review' as const,
      id: check.reviewId,
    })),
    ...referencesOfActions(file),
  ];
}

/** One meeting may serve two reviews of one child; every other id is used once in the whole file. */
function duplicates(definitions: readonly Definition[]): Issue[] {
  const seen = new Map<string, Definition>();
  return definitions.flatMap((definition) => {
    const first = seen.get(definition.id);
    if (!first) {
      seen.set(definition.id, definition);
      return [];
    }
    if (first.kind === 'meeting' && definition.kind === 'meeting') return [];
    return [
      {
        path: definition.path,
        message: `this id is already used at ${first.path}; give each record its own`,
      },
    ];
  });
}

function repeatedOccasions(file: CaseFile): Issue[] {
  return file.actions.flatMap((action, place) => {
    const seen = new Set<string>();
    return action.progress.flatMap((entry, index) => {
      const occasion = JSON.stringify(entry.occasion);
      if (!seen.has(occasion)) {
        seen.add(occasion);
        return [];
      }
      const path = `actions[${place}].progress[${index}].occasion`;
      return [{ path, message: 'this action already has an entry for this occasion; keep one' }];
    });
  });
}

/** Two of a list that are known by the same words: a section twice, two finalisations of one kind and edition. */
function repeated<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  pathOf: (place: number) => string,
): Issue[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, place) => {
    const name = nameOf(row);
    const before = first.get(name);
    if (before === undefined) first.set(name, place);
    return before === undefined
      ? []
      : [{ path: pathOf(place), message: `this stands at ${pathOf(before)} already; keep one` }];
  });
}

function repeatedInReviews(file: CaseFile): Issue[] {
  return file.reviews.flatMap((review, place) => [
    ...repeated(
      review.sections,
      ({ key }) => key,
      (index) => `reviews[${place}].sections[${index}]`,
    ),
    ...repeated(
      review.finalisations,
      ({ kind, edition }) => `${kind} ${edition}`,
      (index) => `reviews[${place}].finalisations[${index}]`,
    ),
    ...repeated(
      review.finalisations.filter(({ withdrawn }) => withdrawn === undefined),
      ({ kind }) => kind,
      () => `reviews[${place}].finalisations`,
    ),
  ]);
}

/** A check is known by its day, and so is the progress that it found. */
function repeatedMidwayChecks(file: CaseFile): Issue[] {
  return repeated(
    file.midwayChecks,
    ({ on }) => on,
    (index) => `midwayChecks[${index}].on`,
  );
}

function repeatedDrafts(file: CaseFile): Issue[] {
  return repeated(
    file.drafts,
    ({ record, field }) => JSON.stringify([record, field]),
    (index) => `drafts[${index}]`,
  );
}

/**
 * What the schema cannot see: an id used twice, a reference to nothing, two entries for one occasion, section or
 * edition. One issue each, with its path; ids themselves are not quoted.
 */
export function checkReferences(file: CaseFile): Issue[] {
  const definitions = definitionsOf(file);
  // The child reads the letter under the child's own id.
  const known = new Set([`person:${file.child.id}`, ...definitions.map(({ kind, id }) => `${kind}:${id}`)]);
  const dangling = referencesOf(file)
    .filter(({ kind, id }) => id !== undefined && !known.has(`${kind}:${id}`))
    .map(({ path, kind }) => ({ path, message: `there is no ${kind} with this id in the file` }));
  return [
    ...duplicates(definitions),
    ...dangling,
    ...repeatedOccasions(file),
    ...repeatedInReviews(file),
    ...repeatedMidwayChecks(file),
    ...repeatedDrafts(file),
  ];
}

import type { Person } from '../domain/model/child.ts';
import type { DocumentKind, Release } from '../domain/model/issue.ts';
import { releasedCopies } from '../domain/model/issue.ts';
import type { ReviewContent } from './content.ts';

/** Whose copy: the document, whom it is for (the letter's reader is the child), and all releases of the review. */
export type ReaderGiven = {
  readonly kind: DocumentKind;
  readonly person?: Person | undefined;
  readonly releases: readonly Release[];
};

/**
 * How much a document may hold (decisions.md, Audience). `all`: the service file. `service`: all but privilege and
 * police information. `released`: nothing until it is released to this reader.
 */
export type Reading = 'all' | 'service' | 'released';

export type Reader = {
  readonly kind: DocumentKind;
  readonly reading: Reading;
  readonly person: Person | undefined;
  /** Releases of this review to this reader. */
  readonly releases: readonly Release[];
};

export function readingOf(kind: DocumentKind): Reading {
  if (kind === 'service-file') return 'all';
  return releasedCopies.includes(kind) ? 'released' : 'service';
}

/** The child is a reader too, known in releases by the child's own id. */
export function readerOf(content: ReviewContent, given: ReaderGiven): Reader {
  const child: string = content.record.child.id;
  const id: string = given.person?.id ?? child;
  return {
    kind: given.kind,
    reading: readingOf(given.kind),
    person: given.person,
    releases: given.releases.filter(
      (release) => release.personId === id && release.reviewId === content.review.id,
    ),
  };
}

/** Readers outside the service: the service file is never offered to them (design.md), nor are the sheets that hold private wishes. */
const outsiders: readonly Person['role'][] = [
  'parent',
  'relative',
  'brother-or-sister',
  'friend',
  'carer',
  'residential-worker',
  'school',
  'interpreter',
];

/** Why this document may not go to this reader at all; undefined when it may. */
export function refusalOf({ kind, person, reading }: Reader): string | undefined {
  if (reading === 'released') {
    if (kind === 'letter') return person === undefined ? undefined : 'The letter is for the child alone.';
    return person === undefined ? 'A copy needs to say whom it is for.' : undefined;
  }
  if (person === undefined || !outsiders.includes(person.role)) return undefined;
  return 'This document is for the service alone: give this reader a copy of their own.';
}

/** True when the reader must not learn one of these (People, `mustNotLearn`): no release opens it. */
export function mustNotLearn(
  { person }: Pick<Reader, 'person'>,
  ...what: readonly NonNullable<Person['mustNotLearn']>[number]['what'][]
): boolean {
  return (person?.mustNotLearn ?? []).some((rule) => what.includes(rule.what));
}

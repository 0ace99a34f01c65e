import type { Person } from '../domain/model/child.ts';
import type { DocumentKind } from '../domain/model/issue.ts';
import { refusalOf, readingOf } from './audienceReader.ts';
import { isCopyKind } from './recipient.ts';

/** The columns of the table of who gets what; `copy` is the record in the reader's own version. */
export const offerColumns = ['letter', 'decisions', 'copy', 'manager', 'service-file'] as const;
export type OfferColumn = (typeof offerColumns)[number];

/**
 * `offered`: meant for this reader. `not-theirs`: could be, but the officer has not chosen it. `never`: this reader
 * is outside the service, or is not the child (design.md, Documents: never offered to parents, carers or children).
 */
export type Offer =
  | { readonly kind: 'offered'; readonly document: DocumentKind }
  | { readonly kind: 'not-theirs' }
  | { readonly kind: 'never' };
export type Offers = Readonly<Record<OfferColumn, Offer>>;

const offered = (document: DocumentKind): Offer => ({ kind: 'offered', document });
const notTheirs: Offer = { kind: 'not-theirs' };
const never: Offer = { kind: 'never' };

/** The child gets the letter. */
export const offersToChild: Offers = {
  letter: offered('letter'),
  decisions: notTheirs,
  copy: notTheirs,
  manager: never,
  'service-file': never,
};

/** The council's own case record gets what the service keeps; copies are filed there once they are issued. */
export const offersToCaseRecord: Offers = {
  letter: notTheirs,
  decisions: offered('decisions'),
  copy: notTheirs,
  manager: offered('manager'),
  'service-file': offered('service-file'),
};

const serviceRoles: readonly Person['role'][] = ['social-worker', 'team-manager', 'senior-manager'];

function isRefused(kind: DocumentKind, person: Person): boolean {
  return refusalOf({ kind, reading: readingOf(kind), person, releases: [] }) !== undefined;
}

/** What goes with each choice of a copy: a worker's decisions sheet is followed by the service file. */
function chosenFor({ copy = 'none', role }: Person): readonly DocumentKind[] {
  if (copy === 'none') return [];
  if (copy === 'manager') return ['manager', 'decisions', 'service-file'];
  if (copy === 'decisions') return role === 'social-worker' ? ['decisions', 'service-file'] : ['decisions'];
  return copy === 'service-file' ? ['service-file', 'decisions'] : [copy];
}

/** What one of the child's people is offered, by the copy that the officer chose for them. */
export function offersTo(person: Person): Offers {
  const chosen = chosenFor(person);
  const isService = serviceRoles.includes(person.role);
  const sheet = (kind: 'decisions' | 'manager' | 'service-file'): Offer => {
    if (isRefused(kind, person)) return never;
    if (chosen.includes(kind)) return offered(kind);
    return kind === 'decisions' || isService ? notTheirs : never;
  };
  const copy = chosen.find(isCopyKind);
  return {
    letter: never,
    decisions: sheet('decisions'),
    copy: copy === undefined ? notTheirs : offered(copy),
    manager: sheet('manager'),
    'service-file': sheet('service-file'),
  };
}

/** The documents of a row, in the order of the columns. */
export function documentsOf(offers: Offers): DocumentKind[] {
  return offerColumns.flatMap((column) => {
    const offer = offers[column];
    return offer.kind === 'offered' ? [offer.document] : [];
  });
}

/** Choices of a copy that a reader may be given: those that the service keeps to itself are left out. */
export function copiesFor(person: Person): NonNullable<Person['copy']>[] {
  const lay = ['none', 'parent', 'carer', 'school', 'health'] as const;
  const service = (['decisions', 'manager', 'service-file'] as const).filter(
    (kind) => !isRefused(kind, person) && (kind === 'decisions' || serviceRoles.includes(person.role)),
  );
  return [...lay, ...service];
}

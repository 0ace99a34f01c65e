import type { Output } from '../../../../shared/contract.ts';
import { groupTable, sectionTable } from '../../../../shared/domain/model/sections.ts';
import { groupRelease } from '../../../../shared/report/releaseItem.ts';

export type Item = Output<'release:items'>[number];
export type Withheld = Output<'document:preview'>['withheld'][number];

/** One line of what a copy leaves out. */
export type OutLine =
  /** No release opens it. */
  | { readonly kind: 'fixed'; readonly key: string; readonly what: string; readonly because: string }
  /** One key releases all of it, for nothing in it is flagged. */
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly heading: string;
      readonly items: readonly Item[];
    }
  /** Something in it is flagged: each thing goes by its own name. */
  | {
      readonly kind: 'mixed';
      readonly name: string;
      readonly heading: string;
      readonly items: readonly Item[];
    }
  | { readonly kind: 'one'; readonly item: Item };

/** The heading of a group or section, by its name in a release. */
export function headingOf(name: string): string {
  const [kind, key] = name.split(':');
  const table: readonly { readonly key: string; readonly heading: string }[] =
    kind === 'group' ? groupTable : sectionTable;
  return table.find((row) => row.key === key)?.heading ?? name;
}

function grouped(items: readonly Item[], nameOf: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

const groupName = ({ groups }: Item) => groups.find((name) => name.startsWith('group:')) ?? groups[0];
const sectionName = ({ groups }: Item) => groups.find((name) => name.startsWith('section:'));

/** A group by one key; where something in it is flagged, its sections by one key each, or else thing by thing. */
function linesOfGroup(name: string, own: readonly Item[], all: readonly Item[]): OutLine[] {
  if (groupRelease(all, name).inTheWay.length === 0) {
    return [{ kind: 'group', name, heading: headingOf(name), items: own }];
  }
  if (name.startsWith('section:')) return [{ kind: 'mixed', name, heading: headingOf(name), items: own }];
  return [...grouped(own, sectionName)].flatMap(([section, items]) => linesOfGroup(section, items, all));
}

/** Privilege and police information as one line each: how many things, never which. */
function restrictedLines(items: readonly Item[]): OutLine[] {
  return [...grouped(items, (item) => item.because ?? 'Restricted')].map(([because, own]) => ({
    kind: 'fixed',
    key: `restricted ${because}`,
    what: `${because}, ${own.length === 1 ? 'one thing' : `${own.length} things`}`,
    because: 'Service file only',
  }));
}

/**
 * What one copy leaves out and why, and what of it can be released by which key. `items` is everything of the review,
 * `withheld` what this copy does not have.
 */
export function outLines(items: readonly Item[], withheld: readonly Withheld[]): OutLine[] {
  const reasons = new Map(withheld.map(({ item, because }) => [item, because]));
  const out = items.filter(({ name }) => reasons.has(name));
  const restricted = out.filter(({ isRestricted }) => isRestricted);
  const open = out.filter(
    (item) =>
      !item.isRestricted &&
      !item.isNotForReader &&
      !item.isReleased &&
      reasons.get(item.name) !== 'Not for this reader',
  );
  const closed = out.filter((item) => !item.isRestricted && !open.includes(item));
  const plain = open.filter(({ isFlagged }) => !isFlagged);
  return [
    ...restrictedLines(restricted),
    ...closed.map((item): OutLine => ({
      kind: 'fixed',
      key: item.name,
      what: item.what,
      because: item.isNotForReader ? 'Not for this reader. Never released' : (reasons.get(item.name) ?? ''),
    })),
    ...open.filter(({ isFlagged }) => isFlagged).map((item): OutLine => ({ kind: 'one', item })),
    ...[...grouped(plain, groupName)].flatMap(([name, own]) => linesOfGroup(name, own, items)),
    ...plain.filter((item) => groupName(item) === undefined).map((item): OutLine => ({ kind: 'one', item })),
  ];
}

/** Paragraphs, sentences and attendees are counted by their place, so they wait until the text can no longer move. */
export function isMovable({ name }: Pick<Item, 'name'>): boolean {
  return /^(?:text|page-one:sentence|attendee):/.test(name);
}

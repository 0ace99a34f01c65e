import type { PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/model/child.ts';
import type { Audience } from '../domain/model/common.ts';
import { isFlagged } from '../domain/model/common.ts';
import type { Release } from '../domain/model/issue.ts';

/** Everything about an item that its own and its sources' audiences say. */
export type Mark = {
  /** Never leaves with its group: released alone, with a reason. */
  readonly isFlagged: boolean;
  /** Why it is flagged, for the officer's screen: "Only worker and IRO". */
  readonly because?: string;
  /** Whose copy never has it, released or not. */
  readonly notFor: readonly PersonId[];
  /** Privilege or police information: the service file only, released or not. */
  readonly isRestricted: boolean;
};

/** One thing of a review that a copy may have or not. */
export type ReleasableItem = Mark & {
  /** Its name in a release. */
  readonly name: string;
  /** What it is, in a few words, for the officer's screen only. */
  readonly what: string;
  /** The names that release it unless it is flagged: its section, its group. None: it goes alone. */
  readonly groups: readonly string[];
};

const levelWords = {
  everyone: undefined,
  'not-read-aloud': 'Do not read aloud',
  'not-for': 'Not in everybody’s copy',
  'worker-and-iro': 'Only worker and IRO',
} as const;
const restrictionWords = { privilege: 'Legal privilege', police: 'Police information' } as const;

function wordsOf(audience: Audience, people: readonly Person[]): string[] {
  const names = (audience.notFor ?? []).flatMap(
    (id) => people.find((person) => person.id === id)?.name ?? [],
  );
  const level = names.length > 0 ? `Not in the copy of ${names.join(', ')}` : levelWords[audience.level];
  return [
    ...(audience.restriction ? [restrictionWords[audience.restriction]] : []),
    ...(level === undefined ? [] : [level]),
  ];
}

/** What several audiences say together: the narrowest of each. `reasons` flag it whatever the audiences say. */
export function markOf(
  audiences: readonly (Audience | undefined)[],
  people: readonly Person[] = [],
  reasons: readonly string[] = [],
): Mark {
  const flagged = audiences.flatMap((audience) => (audience && isFlagged(audience) ? [audience] : []));
  const because = [...new Set([...reasons, ...flagged.flatMap((audience) => wordsOf(audience, people))])];
  return {
    isFlagged: because.length > 0 || flagged.length > 0,
    ...(because.length > 0 && { because: because.join('; ') }),
    notFor: [...new Set(flagged.flatMap((audience) => audience.notFor ?? []))],
    isRestricted: flagged.some((audience) => audience.restriction !== undefined),
  };
}

type GivenRelease = Pick<Release, 'item' | 'because'>;

/**
 * Whether releases to one reader cover an item. A flagged item needs its own name and a reason; a group or a
 * section never takes it along (decisions.md, Audience). Whose copy it may never be in is not asked here.
 */
export function isReleased(
  item: Pick<ReleasableItem, 'name' | 'groups' | 'isFlagged'>,
  releases: readonly GivenRelease[],
): boolean {
  return releases.some((release) => {
    if (release.item === item.name) return !item.isFlagged || /\S/.test(release.because ?? '');
    return !item.isFlagged && item.groups.includes(release.item);
  });
}

/** What one key would release out of `items`; the page asks this of the items it was given. */
export function groupRelease<T extends Pick<ReleasableItem, 'groups' | 'isFlagged'>>(
  items: readonly T[],
  group: string,
): { readonly items: T[]; readonly inTheWay: T[] } {
  const belonging = items.filter((item) => item.groups.includes(group));
  return {
    items: belonging.filter((item) => !item.isFlagged),
    inTheWay: belonging.filter((item) => item.isFlagged),
  };
}

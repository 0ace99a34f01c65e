import type { GroupKey, SectionKey, SectionRow } from '../../../../shared/domain/model/sections.ts';
import {
  groupTable,
  sectionKeys,
  sectionTable,
  sectionsForAge,
} from '../../../../shared/domain/model/sections.ts';
import { headingIn } from '../../../../shared/domain/sectionWords.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import type { ReviewData } from '../useReview.tsx';

/** What the centre shows: the front sheet, one of the ten groups, or all decisions and actions. */
export type Place = 'front-sheet' | 'decisions' | GroupKey;

/** One line of the list on the left, with the key that opens it. */
export type PlaceRow = { readonly place: Place; readonly key: string; readonly name: string };

/** The list on the left in its order: F, 1 to 9 and 0, P. */
export const placeRows: readonly PlaceRow[] = [
  { place: 'front-sheet', key: 'F', name: 'Front sheet' },
  ...groupTable.map(({ key, heading }, index) => ({
    place: key,
    key: String((index + 1) % 10),
    name: heading,
  })),
  { place: 'decisions', key: 'P', name: 'Decisions and actions' },
];

/** The sections of a group for a child of this age, in the authority's order and words, those that it hides left out. */
export function sectionsOfGroup(
  group: GroupKey,
  age: number,
  settings: Pick<Settings, 'sectionOrder' | 'hiddenSections' | 'words'>,
): SectionRow[] {
  const order = [...settings.sectionOrder, ...sectionKeys];
  return sectionsForAge(age)
    .filter((row) => row.group === group && !settings.hiddenSections.includes(row.key))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map((row) => ({ ...row, heading: headingIn(settings.words, row.key) }));
}

/** The place that shows a section. */
export function placeOfSection(key: SectionKey): Place {
  if (key === 'front-sheet') return 'front-sheet';
  if (key === 'plan') return 'decisions';
  return sectionTable.find((row) => row.key === key)?.group ?? 'front-sheet';
}

/** The section whose plan a decision or an action stands in. */
export function sectionOfPlan(
  { record }: Pick<ReviewData, 'record'>,
  row: {
    readonly section?: SectionKey | undefined;
    readonly pointIds?: readonly string[];
    readonly decisionId?: string | undefined;
  },
): SectionKey {
  const first = row.pointIds?.[0];
  const decision = record.decisions.find(({ id }) => id === row.decisionId);
  return (
    row.section ??
    (decision && sectionOfPlan({ record }, decision)) ??
    record.points.find(({ id }) => id === first)?.section ??
    'plan'
  );
}

/** Where the address leads: the place, and the section, point, decision, action or person to go to in it. */
export type Arrival = { readonly place: Place; readonly to: string | undefined };

const groupPrefix = 'group:';

/** The `at` of a place, for its link. */
export function atOf(place: Place): string {
  return place === 'front-sheet' ? 'front-sheet' : place === 'decisions' ? 'plan' : `${groupPrefix}${place}`;
}

/**
 * What `at` of the address names: `group:safe`, a section's key, `page-one`, `manager`, `letter`, or the id of a
 * point, decision, action or person.
 * Without it, or when it names nothing here, the first group.
 */
export function arrivalOf(at: string | undefined, data: Pick<ReviewData, 'record' | 'view'>): Arrival {
  const first: Arrival = { place: 'words', to: undefined };
  if (at === undefined) return first;
  const named = at.startsWith(groupPrefix) ? at.slice(groupPrefix.length) : undefined;
  const group = groupTable.find(({ key }) => key === named)?.key;
  if (group) return { place: group, to: undefined };
  if (['page-one', 'manager', 'letter'].includes(at)) return { place: 'decisions', to: at };
  const section = sectionKeys.find((key) => key === at);
  if (section) return { place: placeOfSection(section), to: section };
  const point = data.view.points.find(({ id }) => id === at);
  if (point) return { place: placeOfSection(point.section), to: at };
  if (data.view.promised.some(({ action }) => action.id === at)) return { place: 'promised', to: at };
  if (data.view.decisions.some(({ id }) => id === at) || data.view.actions.some(({ id }) => id === at)) {
    return { place: 'decisions', to: at };
  }
  if (data.record.people.some(({ id }) => id === at)) return { place: 'front-sheet', to: at };
  const risk = data.record.risks.some(({ id }) => id === at);
  return risk ? { place: 'safe', to: 'risk-and-safety' } : first;
}

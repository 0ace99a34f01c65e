/** The headings of domain.md part 3 in their fixed order, with the group each is shown in (decisions.md, Sections). */
export const sectionTable = [
  { key: 'front-sheet', heading: 'Who, when, who took part', group: null, takesEnding: false },
  { key: 'previous-actions', heading: 'What we promised last time', group: 'promised', takesEnding: false },
  { key: 'childs-views', heading: 'The child’s views', group: 'words', takesEnding: true },
  { key: 'health', heading: 'Health', group: 'health', takesEnding: true },
  {
    key: 'emotional-wellbeing',
    heading: 'Feelings and emotional wellbeing',
    group: 'health',
    takesEnding: true,
  },
  { key: 'risk-and-safety', heading: 'Risk and safety', group: 'safe', takesEnding: true },
  { key: 'placement', heading: 'Home and daily care', group: 'home', takesEnding: true },
  { key: 'visits', heading: 'Social worker’s visits', group: 'home', takesEnding: true },
  { key: 'family-time', heading: 'Family time and relationships', group: 'family', takesEnding: true },
  { key: 'identity', heading: 'Identity', group: 'family', takesEnding: true },
  { key: 'education', heading: 'Education', group: 'school', takesEnding: true },
  { key: 'interests', heading: 'Interests and friendships', group: 'school', takesEnding: true },
  { key: 'legal-status', heading: 'Legal status', group: 'plan', takesEnding: true },
  { key: 'permanence', heading: 'Permanence', group: 'plan', takesEnding: true },
  { key: 'life-story', heading: 'Life story', group: 'plan', takesEnding: true },
  { key: 'pathway', heading: 'Pathway and after 18', group: 'plan', takesEnding: true },
  { key: 'rights', heading: 'Rights and advocacy', group: 'plan', takesEnding: true },
  {
    key: 'others-views',
    heading: 'Parents’, carers’ and professionals’ views',
    group: 'others',
    takesEnding: true,
  },
  { key: 'iro-view', heading: 'The IRO’s view', group: 'iro', takesEnding: true },
  { key: 'plan', heading: 'Decisions and actions', group: null, takesEnding: false },
] as const;

export type SectionKey = (typeof sectionTable)[number]['key'];
/** A section; its heading may be in an authority's own words. */
export type SectionRow = Omit<(typeof sectionTable)[number], 'heading'> & { readonly heading: string };

/** The ten groups in the order of their keys 1 to 9 and 0. */
export const groupTable = [
  { key: 'words', heading: 'Your words' },
  { key: 'promised', heading: 'What we promised' },
  { key: 'health', heading: 'Health and feelings' },
  { key: 'safe', heading: 'Safe' },
  { key: 'home', heading: 'Home' },
  { key: 'family', heading: 'Family and who you are' },
  { key: 'school', heading: 'School and fun' },
  { key: 'plan', heading: 'Plan, law and future' },
  { key: 'others', heading: 'What others think' },
  { key: 'iro', heading: 'The IRO’s view' },
] as const;

export type GroupKey = (typeof groupTable)[number]['key'];

export const sectionKeys: SectionKey[] = sectionTable.map((row) => row.key);
export const groupKeys: GroupKey[] = groupTable.map((row) => row.key);

/** Sections that may never be closed with *does not apply* (decisions.md, Sections). */
export const sectionsThatAlwaysApply: readonly SectionKey[] = ['health', 'risk-and-safety', 'childs-views'];

/** Pathway planning appears from this age in years (domain.md 3.2, section 14). */
export const pathwayFromAge = 15;

/** The row of a section. The table is total over its keys. */
export function sectionOf(key: SectionKey): SectionRow {
  const row = sectionTable.find((candidate) => candidate.key === key);
  if (!row) throw new RangeError('unknown section key');
  return row;
}

/** The sections a review of a child of this age has, in reading order. `age` in whole years. */
export function sectionsForAge(age: number): SectionRow[] {
  return sectionTable.filter((row) => row.key !== 'pathway' || age >= pathwayFromAge);
}

import type { copyKinds } from '../../../../shared/domain/model/child.ts';
import { personRoles } from '../../../../shared/domain/model/child.ts';
import { coverKinds, riskTypes } from '../../../../shared/domain/model/events.ts';
import type { FieldSpec, Loose } from '../fields/specs.ts';
import { choicesOf, choicesOfKeys } from '../fields/specs.ts';

export const childSpecs: readonly FieldSpec[] = [
  { kind: 'line', name: 'fullName', label: 'Full name' },
  { kind: 'line', name: 'preferredName', label: 'Name as the child likes it' },
  { kind: 'line', name: 'pronouns', label: 'Pronouns, as the child uses them' },
  { kind: 'date', name: 'dateOfBirth', label: 'Date of birth' },
  { kind: 'long', name: 'communication', label: 'How the child communicates' },
  { kind: 'lines', name: 'languages', label: 'Languages', hint: 'With commas between them' },
  { kind: 'line', name: 'ethnicity', label: 'Ethnicity' },
  { kind: 'line', name: 'religion', label: 'Religion' },
  { kind: 'line', name: 'caseReference', label: 'Number in the case record' },
  {
    kind: 'choice',
    name: 'voice',
    label: 'The record is written',
    choices: [
      { value: 'to-you', name: 'To the child: “you”' },
      { value: 'about', name: 'About the child' },
    ],
  },
  {
    kind: 'choice',
    name: 'letterSymbols',
    label: 'Symbols in the letter',
    choices: [
      { value: 'cards', name: 'On its cards' },
      { value: 'none', name: 'None' },
    ],
  },
  { kind: 'check', name: 'isShortBreaks', label: 'Short breaks (regulation 48)' },
  {
    kind: 'number',
    name: 'visitEveryWeeks',
    label: 'Weeks between the social worker’s visits, as agreed',
    hint: 'As the plan records it, for short breaks or where it is tighter than the law; empty: by law alone',
  },
];

export const ratingChoices = [
  { value: 'low', name: 'Low' },
  { value: 'medium', name: 'Medium' },
  { value: 'high', name: 'High' },
] as const;

export const riskSpecs: readonly FieldSpec[] = [
  { kind: 'choice', name: 'type', label: 'Kind of risk', choices: choicesOf(riskTypes) },
  { kind: 'line', name: 'title', label: 'What it is, in this child’s life' },
  { kind: 'date', name: 'openedOn', label: 'Known since' },
  { kind: 'date', name: 'closedOn', label: 'Closed on' },
  {
    kind: 'line',
    name: 'closedBecause',
    label: 'Closed because',
    when: ({ closedOn }) => closedOn !== undefined,
  },
  { kind: 'privacy', name: 'audience', label: 'Who may have it' },
];
export const newRiskSpecs: readonly FieldSpec[] = [
  ...riskSpecs.slice(0, 2),
  { kind: 'choice', name: 'rating', label: 'Rating', choices: ratingChoices },
  { kind: 'date', name: 'ratedOn', label: 'Rated on' },
  { kind: 'date', name: 'openedOn', label: 'Known since' },
];
export const ratingSpecs: readonly FieldSpec[] = [
  { kind: 'choice', name: 'rating', label: 'Rating', choices: ratingChoices },
  { kind: 'date', name: 'ratedOn', label: 'Rated on' },
];
export const coverSpecs: readonly FieldSpec[] = [
  { kind: 'choice', name: 'kind', label: 'What covers it', choices: choicesOf(coverKinds) },
  { kind: 'date', name: 'on', label: 'On' },
  { kind: 'line', name: 'by', label: 'By whom' },
  { kind: 'line', name: 'line', label: 'What it found, in one line' },
];
export const riskEventSpecs: readonly FieldSpec[] = [
  { kind: 'date', name: 'on', label: 'On' },
  { kind: 'line', name: 'what', label: 'What happened' },
];
export const consideredSpecs: readonly FieldSpec[] = [
  { kind: 'date', name: 'on', label: 'Considered on' },
  { kind: 'line', name: 'by', label: 'By whom' },
  {
    kind: 'choice',
    name: 'outcome',
    label: 'The assessment',
    choices: [
      { value: 'stands', name: 'Stands' },
      { value: 'changed', name: 'Changed' },
    ],
  },
  { kind: 'line', name: 'line', label: 'Why, in one line' },
];

const copyNames: Readonly<Record<(typeof copyKinds)[number], string>> = {
  none: 'None yet',
  parent: 'Parent’s copy',
  carer: 'Carer’s copy',
  school: 'School’s copy',
  health: 'Health’s copy',
  decisions: 'Decisions sheet only',
  manager: 'Manager’s page and decisions sheet',
  'service-file': 'Service file',
};
export const copyName = (copy: string | undefined): string =>
  (copy !== undefined && Object.entries(copyNames).find(([key]) => key === copy)?.[1]) || copyNames.none;

/** The fields of a person; a brother or sister can be tied to a child of this store. */
export function personSpecs(
  children: readonly { readonly value: string; readonly name: string }[],
): FieldSpec[] {
  return [
    { kind: 'line', name: 'name', label: 'Name' },
    { kind: 'choice', name: 'role', label: 'Role', choices: choicesOfKeys(personRoles) },
    {
      kind: 'line',
      name: 'relationship',
      label: 'What they are to the child',
      hint: 'In the child’s words where you have them: mum, key worker',
    },
    { kind: 'line', name: 'organisation', label: 'Organisation' },
    { kind: 'check', name: 'hasParentalResponsibility', label: 'Has parental responsibility' },
    { kind: 'choice', name: 'copy', label: 'Which copy they get', choices: choicesOf(copyNames) },
    { kind: 'line', name: 'phone', label: 'Phone' },
    { kind: 'line', name: 'email', label: 'Email' },
    { kind: 'line', name: 'address', label: 'Address' },
    {
      kind: 'choice',
      name: 'linkedChildId',
      label: 'Is this child of the caseload',
      isOptional: true,
      choices: children,
      when: isKindOfRole('brother-or-sister'),
    },
    { kind: 'privacy', name: 'audience', label: 'Who may know of them' },
  ];
}

function isKindOfRole(role: string) {
  return (value: Loose) => value['role'] === role;
}

const secrets = {
  address: 'Where the child lives',
  school: 'Where the child is taught',
  'carers-surname': 'The carers’ surname',
  phone: 'A phone number',
  person: 'Another person',
  other: 'Something else',
} as const;
export const secretName = (what: unknown): string =>
  Object.entries(secrets).find(([key]) => key === what)?.[1] ?? '';

export function secretSpecs(people: readonly { readonly id: string; readonly name: string }[]): FieldSpec[] {
  return [
    { kind: 'choice', name: 'what', label: 'Must not learn', choices: choicesOf(secrets) },
    {
      kind: 'choice',
      name: 'personId',
      label: 'Of whom',
      isOptional: true,
      choices: people.map(({ id, name }) => ({ value: id, name })),
    },
    {
      kind: 'lines',
      name: 'literals',
      label: 'Words to search their copy for',
      hint: 'With commas between them; a hit blocks issuing',
    },
  ];
}

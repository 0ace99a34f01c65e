import { legalStatuses, placementKinds } from '../../../../shared/domain/model/child.ts';
import type { ChildView } from '../childData.ts';
import type { FieldSpec, Loose } from '../fields/specs.ts';
import { choicesOf } from '../fields/specs.ts';

const isFromUnknown = (value: Loose) => value['isFromUnknown'] === true;
const dated: readonly FieldSpec[] = [
  { kind: 'date', name: 'from', label: 'From', when: (value) => !isFromUnknown(value) },
  { kind: 'date', name: 'from', label: 'From', hint: 'Not known: no day is shown', when: isFromUnknown },
  { kind: 'date', name: 'to', label: 'To', hint: 'Empty while it lasts' },
];
const source: FieldSpec = { kind: 'line', name: 'source', label: 'Where we know it from' };

/** What decides which rule dates a placement's visits and notices: asked where it makes a difference, or is set. */
const homeRules: readonly FieldSpec[] = [
  {
    kind: 'check',
    name: 'isEmergency',
    label: 'Approved by the nominated officer as an emergency placement',
    when: ({ isOutOfArea }) => isOutOfArea === true,
  },
  {
    kind: 'check',
    name: 'isEmergency',
    label: 'Made in an emergency',
    when: ({ isOutOfArea }) => isOutOfArea !== true,
  },
  {
    kind: 'check',
    name: 'isBeforeAssessment',
    label: 'Placed before the assessment of the parent was complete (regulation 19)',
    when: (value) => value['placement'] === 'parent' || value['isBeforeAssessment'] === true,
  },
  {
    kind: 'check',
    name: 'isUntil18',
    label: 'Meant to last until 18',
    when: (value) => mayLast.includes(String(value['placement'])) || value['isUntil18'] === true,
  },
  {
    kind: 'date',
    name: 'sixMonthlyVisitsFrom',
    label: 'Child agrees to visits every six months, since',
    hint: 'After the first year of a long-term foster placement, of a child old enough to agree',
    when: (value) =>
      value['placement'] === 'long-term-foster-carers' || value['sixMonthlyVisitsFrom'] !== undefined,
  },
  {
    kind: 'check',
    name: 'endedUnplanned',
    label: 'It ended without being planned',
    when: ({ to, endedUnplanned }) => to !== undefined || endedUnplanned === true,
  },
];
/** Homes that may be meant to last; a long-term foster home is so anyway. */
const mayLast: readonly string[] = [
  'foster-carers',
  'relative-or-friend',
  'childrens-home',
  'supported-lodgings',
  'supported-accommodation',
  'residential-school',
  'other',
] satisfies readonly (keyof typeof placementKinds)[];

type PeriodKind = ChildView['periods'][number]['kind'];

export const periodNames: Readonly<Record<PeriodKind, { readonly one: string; readonly many: string }>> = {
  'looked-after': { one: 'Time looked after', many: 'Looked after' },
  'legal-status': { one: 'Order', many: 'Orders' },
  placement: { one: 'Home', many: 'Homes' },
  'social-worker': { one: 'Worker', many: 'Workers' },
  school: { one: 'School', many: 'Schools' },
};

export const periodSpecs: Readonly<Record<PeriodKind, readonly FieldSpec[]>> = {
  'looked-after': [...dated, { kind: 'line', name: 'reason', label: 'Why' }, source],
  'legal-status': [
    { kind: 'choice', name: 'status', label: 'Legal status', choices: choicesOf(legalStatuses) },
    ...dated,
    { kind: 'date', name: 'expiresOn', label: 'Ends by itself on' },
    {
      kind: 'line',
      name: 'consent',
      label: 'Consent: who, when, and whether it stands',
      when: ({ status }) => status === 'section-20',
    },
    source,
  ],
  placement: [
    { kind: 'choice', name: 'placement', label: 'Kind of home', choices: choicesOf(placementKinds) },
    { kind: 'line', name: 'provider', label: 'Provider' },
    ...dated,
    { kind: 'line', name: 'address', label: 'Address', hint: 'Kept apart from every sentence' },
    { kind: 'check', name: 'isAddressConfidential', label: 'The address is confidential' },
    { kind: 'check', name: 'isOutOfArea', label: 'Outside the authority’s area' },
    ...homeRules,
    { kind: 'people', name: 'carerIds', label: 'Carers' },
    source,
  ],
  'social-worker': [
    { kind: 'line', name: 'name', label: 'Name' },
    { kind: 'line', name: 'team', label: 'Team' },
    { kind: 'line', name: 'managerName', label: 'Team manager' },
    ...dated,
    source,
  ],
  school: [
    { kind: 'line', name: 'name', label: 'School' },
    { kind: 'line', name: 'address', label: 'Address' },
    ...dated,
    source,
  ],
};

import * as z from 'zod';
import { IsoDate } from '../dates.ts';
import { keysOf } from '../keysOf.ts';
import { ChildId, PaperId, PeriodId, PersonId, ReviewId } from '../ids.ts';
import { Audience, FilledLine, Line } from './common.ts';

export const childFields = {
  fullName: FilledLine,
  preferredName: FilledLine,
  /** As the child uses them, e.g. "she/her". */
  pronouns: Line.optional(),
  dateOfBirth: IsoDate,
  /** The council's own number for the case record. */
  caseReference: Line.optional(),
  /** How the child communicates: speech, signs, symbols, behaviour. */
  communication: Line.optional(),
  languages: z.array(FilledLine).optional(),
  ethnicity: Line.optional(),
  religion: Line.optional(),
  /** Whether the record speaks to the child ("you") or about the child. */
  voice: z.enum(['to-you', 'about']),
  /** Short breaks modify the review clock and the sections (regulation 48). */
  isShortBreaks: z.boolean().optional(),
  /** Weeks between visits as agreed with the reviewing officer and recorded in the plan (short breaks; tighter rules). */
  visitEveryWeeks: z
    .int('A whole number of weeks.')
    .min(1, 'At least one week.')
    .max(52, 'At most 52 weeks.')
    .optional(),
  /** Symbols on the cards of the letter, if the child likes them. */
  letterSymbols: z.enum(['cards', 'none']).optional(),
};
export const Child = z.strictObject({ id: ChildId, ...childFields });
export type Child = z.infer<typeof Child>;

export const legalStatuses = {
  'section-20': 'accommodated under section 20',
  'section-21': 'accommodated under section 21',
  'interim-care-order': 'interim care order (section 38)',
  'care-order': 'care order (section 31)',
  'placement-order': 'placement order',
  'emergency-protection-order': 'emergency protection order (section 44)',
  'police-protection': 'police protection (section 46)',
  'remand-to-accommodation': 'remand to local authority accommodation',
  'remand-to-detention': 'remand to youth detention accommodation',
} as const;

export const placementKinds = {
  'foster-carers': 'foster carers',
  'long-term-foster-carers': 'long-term foster carers',
  'foster-for-adoption': 'foster-for-adoption carers',
  'relative-or-friend': 'a relative or friend',
  'relative-or-friend-temporary': 'a relative or friend, with temporary approval (regulation 24)',
  parent: 'a parent',
  adopters: 'adopters',
  'childrens-home': 'a children’s home',
  'supported-lodgings': 'supported lodgings',
  'supported-accommodation': 'supported accommodation',
  'residential-school': 'a residential school',
  'secure-accommodation': 'secure accommodation',
  hospital: 'hospital',
  other: 'another placement',
} as const;

const LookedAfter = { kind: z.literal('looked-after'), reason: Line.optional() };
const LegalStatus = {
  kind: z.literal('legal-status'),
  status: z.enum(keysOf(legalStatuses)),
  expiresOn: IsoDate.optional(),
  /** Section 20: who consented, when, with what capacity, and whether it still stands. */
  consent: Line.optional(),
};
const Placement = {
  kind: z.literal('placement'),
  placement: z.enum(keysOf(placementKinds)),
  provider: Line.optional(),
  carerIds: z.array(PersonId).optional(),
  /** Kept apart from every sentence: no copy prints it unless its recipient may have it. */
  address: Line.optional(),
  isAddressConfidential: z.boolean().optional(),
  isOutOfArea: z.boolean().optional(),
  /** Made in an emergency: some rules then run after it instead of before. */
  isEmergency: z.boolean().optional(),
  /** With a parent before the assessment was complete (regulation 19). */
  isBeforeAssessment: z.boolean().optional(),
  /** Meant to last until 18; a long-term foster home is so anyway. */
  isUntil18: z.boolean().optional(),
  /** In a long-term foster home: since when the child, old enough, agrees to visits every six months. */
  sixMonthlyVisitsFrom: IsoDate.optional(),
  /** It ended without being planned. */
  endedUnplanned: z.boolean().optional(),
};
const SocialWorker = {
  kind: z.literal('social-worker'),
  name: FilledLine,
  team: Line.optional(),
  managerName: Line.optional(),
};
const School = { kind: z.literal('school'), name: FilledLine, address: Line.optional() };

const datedFrom = {
  from: IsoDate,
  /** Nobody gave the first day: `from` is only the day it was entered on, or runs from, and is never shown. */
  isFromUnknown: z.boolean().optional(),
  to: IsoDate.optional(),
  source: Line.optional(),
};
const periodVariants = [LookedAfter, LegalStatus, Placement, SocialWorker, School] as const;

/** A stretch of time in the child's life, each with where we know it from. Open when `to` is missing. */
function periodSchema<Owner extends z.ZodRawShape>(owner: Owner) {
  const [lookedAfter, legalStatus, placement, socialWorker, school] = periodVariants;
  return z.discriminatedUnion('kind', [
    z.strictObject({ id: PeriodId, ...owner, ...lookedAfter, ...datedFrom }),
    z.strictObject({ id: PeriodId, ...owner, ...legalStatus, ...datedFrom }),
    z.strictObject({ id: PeriodId, ...owner, ...placement, ...datedFrom }),
    z.strictObject({ id: PeriodId, ...owner, ...socialWorker, ...datedFrom }),
    z.strictObject({ id: PeriodId, ...owner, ...school, ...datedFrom }),
  ]);
}
export const CasePeriod = periodSchema({});
export const Period = periodSchema({ childId: ChildId });
export type Period = z.infer<typeof Period>;
export type PeriodKind = Period['kind'];

export const personRoles = [
  'parent',
  'relative',
  'brother-or-sister',
  'friend',
  'carer',
  'residential-worker',
  'social-worker',
  'team-manager',
  'senior-manager',
  'supervising-social-worker',
  'personal-adviser',
  'school',
  'virtual-school',
  'health',
  'advocate',
  'independent-visitor',
  'guardian',
  'solicitor',
  'interpreter',
  'police',
  'other',
] as const;

/** The copy a person is meant to get; `none` until the officer decides. */
export const copyKinds = [
  'none',
  'parent',
  'carer',
  'school',
  'health',
  'decisions',
  'manager',
  'service-file',
] as const;

/** What a person must not learn. `literals` are searched for word by word before their copy can be issued. */
export const MustNotLearn = z.strictObject({
  what: z.enum(['address', 'school', 'carers-surname', 'phone', 'person', 'other']),
  personId: PersonId.optional(),
  literals: z.array(FilledLine).optional(),
});

export const personFields = {
  name: FilledLine,
  role: z.enum(personRoles),
  /** What they are to this child, in the child's words where they have them: "mum", "key worker". */
  relationship: Line.optional(),
  organisation: Line.optional(),
  hasParentalResponsibility: z.boolean().optional(),
  phone: Line.optional(),
  email: Line.optional(),
  address: Line.optional(),
  copy: z.enum(copyKinds).optional(),
  mustNotLearn: z.array(MustNotLearn).optional(),
  /** A brother or sister whose own record is in this store. */
  linkedChildId: ChildId.optional(),
  audience: Audience.optional(),
};
export const CasePerson = z.strictObject({ id: PersonId, ...personFields });
export const Person = z.strictObject({ id: PersonId, childId: ChildId, ...personFields });
export type Person = z.infer<typeof Person>;

export const paperKinds = [
  'worker-report',
  'carer-report',
  'school-report',
  'health-report',
  'childs-form',
  'care-plan',
  'other',
] as const;

/** Something that came in: its bytes are an encrypted side file of the same id. */
export const paperFields = {
  reviewId: ReviewId.optional(),
  kind: z.enum(paperKinds),
  title: FilledLine,
  receivedOn: IsoDate,
  dueOn: IsoDate.optional(),
  fromPersonId: PersonId.optional(),
  mediaType: Line.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  byteLength: z.int().nonnegative().optional(),
};
/** `content` is the file itself, base64; the case file carries what the store holds. */
export const CasePaper = z.strictObject({ id: PaperId, ...paperFields, content: z.base64().optional() });
export const Paper = z.strictObject({ id: PaperId, childId: ChildId, ...paperFields });
export type Paper = z.infer<typeof Paper>;

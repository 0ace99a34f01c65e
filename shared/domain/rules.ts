import * as z from 'zod';
import { IsoDate, isoDate } from './dates.ts';

z.config({ jitless: true });

export const periodUnits = [
  'working-day',
  'calendar-day',
  'week',
  'calendar-month',
  /** A share of the time between two dates (0.5 is half way); the count needs both. */
  'share-of-interval',
] as const;

/** How long: 20 working days, 3 calendar months, half of an interval. */
export const Period = z
  .strictObject({ value: z.number().positive().max(1_000), unit: z.enum(periodUnits) })
  .refine(({ value, unit }) => (unit === 'share-of-interval' ? value < 1 : Number.isInteger(value)), {
    error: 'A period is a whole number; a share lies between 0 and 1',
    path: ['value'],
  });
export type Period = z.infer<typeof Period>;

/** What starts a clock, as it reads after "after" or "before". */
export const triggers = {
  'became-looked-after': 'the child became looked after',
  'first-review': 'the first review',
  'previous-review': 'the previous review',
  'review-held': 'the review',
  'review-adjourned': 'the review was adjourned',
  'decisions-sent': 'the decisions were sent to the manager',
} as const;
export type Trigger = keyof typeof triggers;

const triggerKeys = z.enum([
  'became-looked-after',
  'first-review',
  'previous-review',
  'review-held',
  'review-adjourned',
  'decisions-sent',
]);

/**
 * One rule of time, as data. `standing`: whether law, national guidance or a local habit sets it. `mark`: how
 * far the source was read (V its own text, S a secondary source, L one council's procedure, U unverified).
 */
export const Rule = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2}$/, 'a letter, a hyphen and two digits'),
  name: z.string().min(1).max(200),
  trigger: triggerKeys,
  period: Period,
  direction: z.enum(['after', 'before']),
  /** When it applies, in words; the code that picks a rule is in the function that names it. */
  condition: z.string().max(500).optional(),
  source: z.string().min(1).max(500),
  standing: z.enum(['statutory', 'guidance', 'local']),
  mark: z.enum(['V', 'S', 'L', 'U']),
  effectiveFrom: IsoDate,
});
export type Rule = z.infer<typeof Rule>;

export const ruleIds = [
  'R-01',
  'R-02',
  'R-03',
  'R-16',
  'A-01',
  'A-02',
  'A-04',
  'A-05',
  'A-06',
  'A-08',
] as const;
export type RuleId = (typeof ruleIds)[number];

const regulation = 'Care Planning, Placement and Case Review (England) Regulations 2010';
const handbook = 'IRO Handbook 2010';
// The Regulations and the Handbook both came into force on this day.
const inForce = isoDate('2011-04-01');

type Entry = Omit<Rule, 'id' | 'direction' | 'effectiveFrom'>;

const shipped: Readonly<Record<RuleId, Entry>> = {
  'R-01': {
    name: 'First review',
    trigger: 'became-looked-after',
    period: { value: 20, unit: 'working-day' },
    source: `${regulation}, regulation 33(1)`,
    standing: 'statutory',
    mark: 'V',
  },
  'R-02': {
    name: 'Second review',
    trigger: 'first-review',
    period: { value: 3, unit: 'calendar-month' },
    source: `${regulation}, regulation 33(2)`,
    standing: 'statutory',
    mark: 'V',
  },
  'R-03': {
    name: 'Next review',
    trigger: 'previous-review',
    period: { value: 6, unit: 'calendar-month' },
    condition: 'third and later reviews',
    source: `${regulation}, regulation 33(2)`,
    standing: 'statutory',
    mark: 'V',
  },
  'R-16': {
    name: 'Adjourned review',
    trigger: 'review-adjourned',
    period: { value: 20, unit: 'working-day' },
    condition: 'once; no proposal considered at it is implemented meanwhile',
    source: `${regulation}, regulation 36(2) (number and wording from memory)`,
    standing: 'statutory',
    mark: 'U',
  },
  'A-01': {
    name: 'Decisions sent',
    trigger: 'review-held',
    period: { value: 5, unit: 'working-day' },
    source: `${handbook}, as applied by a fostering handbook`,
    standing: 'guidance',
    mark: 'S',
  },
  'A-02': {
    name: 'Manager’s reply',
    trigger: 'decisions-sent',
    period: { value: 5, unit: 'working-day' },
    condition: 'no reply: the recommendations become decisions, where the local rule says so',
    source: 'IRO dispute resolution guidance notes; local procedures',
    standing: 'guidance',
    mark: 'S',
  },
  'A-04': {
    name: 'Care plan updated',
    trigger: 'review-held',
    period: { value: 10, unit: 'working-day' },
    source: `${handbook}, as applied by local procedures`,
    standing: 'guidance',
    mark: 'S',
  },
  'A-05': {
    name: 'Full record complete',
    trigger: 'review-held',
    period: { value: 15, unit: 'working-day' },
    source: `${handbook}, as applied by a fostering handbook`,
    standing: 'guidance',
    mark: 'S',
  },
  'A-06': {
    name: 'Record issued',
    trigger: 'review-held',
    period: { value: 20, unit: 'working-day' },
    source: `${handbook}, as applied by a fostering handbook (one secondary source)`,
    standing: 'guidance',
    mark: 'S',
  },
  'A-08': {
    name: 'Midway check',
    trigger: 'review-held',
    period: { value: 0.5, unit: 'share-of-interval' },
    condition: 'between this review and the last lawful day of the next',
    source: 'Local procedures of several councils',
    standing: 'local',
    mark: 'L',
  },
};

/** The rules as shipped, in order. An authority's changes lie over them in its settings, never in code. */
export const shippedRules: readonly Rule[] = ruleIds.map((id) => ({
  id,
  ...shipped[id],
  direction: 'after',
  effectiveFrom: inForce,
}));

/** An authority's change to one rule: its own period, why or by which policy, and since when. */
export const RuleChange = z.strictObject({
  period: Period,
  why: z.string().max(500).optional(),
  effectiveFrom: IsoDate.optional(),
});
export type RuleChange = z.infer<typeof RuleChange>;

/** Changes by rule id. An id that no rule has is kept and does nothing. */
export const RuleSettings = z.record(z.string(), RuleChange);
export type RuleSettings = z.infer<typeof RuleSettings>;

/** A rule as it stands here; `changed` is set, with the shipped period, where the authority moved it. */
export type RuleInForce = Rule & {
  readonly changed?: { readonly shipped: Period; readonly why?: string | undefined } | undefined;
};

/** The rule with the authority's change laid over it. Throws when no rule has this id (a bug). */
export function ruleInForce(id: RuleId, settings: RuleSettings = {}): RuleInForce {
  const rule = shippedRules.find((entry) => entry.id === id);
  if (rule === undefined) throw new Error('No such rule');
  const change = Object.hasOwn(settings, id) ? settings[id] : undefined;
  if (change === undefined) return rule;
  return {
    ...rule,
    period: change.period,
    effectiveFrom: change.effectiveFrom ?? rule.effectiveFrom,
    changed: { shipped: rule.period, why: change.why },
  };
}

const unitWords = {
  'working-day': 'working day',
  'calendar-day': 'day',
  week: 'week',
  'calendar-month': 'month',
} as const;

/** `20 working days`, `3 months`, `half of the time`, `40% of the time`. */
export function periodInWords({ value, unit }: Period): string {
  if (unit === 'share-of-interval')
    return value === 0.5 ? 'half of the time' : `${Math.round(value * 100)}% of the time`;
  return `${value} ${unitWords[unit]}${value === 1 ? '' : 's'}`;
}

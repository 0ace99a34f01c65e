import * as z from 'zod';

z.config({ jitless: true });

export const periodUnits = [
  'working-day',
  'calendar-day',
  'week',
  'calendar-month',
  /** Hours as they pass: a change of the clocks makes the day shorter or longer, never the period. */
  'hour',
  /** To the end of the so-many-th school term after the one that the trigger lies in. */
  'school-term',
  /** Working days of term: holidays of the schools are not counted. */
  'school-day',
  /** A share of the time between two dates (0.5 is half way); the count needs both. */
  'share-of-interval',
] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** How long: 20 working days, 3 calendar months, half of an interval. */
export const Period = z
  .strictObject({
    value: z.number('must be a number').positive('must be above nought').max(1_000, 'must be 1,000 at most'),
    unit: z.enum(periodUnits),
  })
  .refine(({ value, unit }) => (unit === 'share-of-interval' ? value < 1 : Number.isInteger(value)), {
    error: 'must be a whole number; only a share lies between 0 and 1',
    path: ['value'],
  });
export type Period = z.infer<typeof Period>;

const unitWords = {
  'working-day': 'working day',
  'calendar-day': 'day',
  week: 'week',
  'calendar-month': 'month',
  hour: 'hour',
  'school-term': 'school term',
  'school-day': 'school day',
} as const;

/** `20 working days`, `3 months`, `half of the time`, `40% of the time`. */
export function periodInWords({ value, unit }: Period): string {
  if (unit === 'share-of-interval')
    return value === 0.5 ? 'half of the time' : `${Math.round(value * 100)}% of the time`;
  return `${value} ${unitWords[unit]}${value === 1 ? '' : 's'}`;
}

/** Rows of a table say a period in one word each: `of(20, 'working-day')`. */
export const of = (value: number, unit: PeriodUnit): Period => ({ value, unit });

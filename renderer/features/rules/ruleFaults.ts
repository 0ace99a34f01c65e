import type * as z from 'zod';
import { Period } from '../../../shared/domain/rules/period.ts';
import type { TypedPeriod } from './PeriodFields.tsx';
import { numberOf } from './PeriodFields.tsx';

const sentence = (message: string | undefined) => `This ${message ?? 'cannot be right'}.`;

/** What is wrong with a typed text, by the shape that keeps it; `missing` is said of an empty one that is needed. */
export function textFault(shape: z.ZodType, text: string, missing?: string): string | undefined {
  if (text.trim() === '') return missing;
  const read = shape.safeParse(text.trim());
  return read.success ? undefined : sentence(read.error.issues[0]?.message);
}

/** What is wrong with a typed number of a period; `missing` is said of an empty one that is needed. */
export function periodFault(typed: TypedPeriod, missing?: string): string | undefined {
  if (typed.value.trim() === '') return missing;
  const read = Period.safeParse({ value: numberOf(typed), unit: typed.unit });
  return read.success ? undefined : sentence(read.error.issues[0]?.message);
}

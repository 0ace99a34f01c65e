import * as z from 'zod';
import { WorkStep } from '../../../shared/contract/shapes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { JobName } from './longWork.ts';

/** To a process that does one piece of long work: which, and with what. It waits to be ended when it has answered. */
export type ToWork = { readonly job: JobName; readonly input: unknown };

/** From it: it listens, it is so far, it is done. */
export type FromWork =
  | { readonly ready: true }
  | { readonly progress: WorkStep }
  | { readonly result: Result<unknown> };

/** What crosses is checked in shape; the two ends are one program. */
export const ToWorkShape = z.strictObject({ job: z.string(), input: z.unknown() });

export const FromWorkShape = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ progress: WorkStep }),
  z.strictObject({ result: z.looseObject({ ok: z.boolean() }) }),
]);

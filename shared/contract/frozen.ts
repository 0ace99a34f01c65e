import * as z from 'zod';
import { IsoDate } from '../domain/dates.ts';
import { Settings } from '../domain/settings.ts';
import { ChildView, FindingView, ReviewView } from './shapes.ts';

/**
 * A finalised review as its frozen content has it, in the shapes of the live one: its facts, people and actions are
 * those of the day it was finalised on, whatever became of them since. Without `frozen` nothing is finalised, or a copy
 * came without its content.
 */
export const FrozenReview = z.strictObject({
  frozen: z
    .strictObject({
      /** The day on which it was finalised. */
      on: IsoDate,
      view: ReviewView,
      child: ChildView,
      /** What the rules said of it on that day, under the settings of that day. */
      findings: z.array(FindingView),
      settings: Settings,
    })
    .optional(),
});

import type { Channel, Contract, Output, Parsed } from '../../shared/contract.ts';
import type { Result } from '../../shared/domain/result.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Context, SyncHandler, TaskHandler } from './context.ts';
import { caseFileSync, caseFileTasks } from './useCases/caseFiles.ts';
import { childSync, childTasks } from './useCases/children.ts';
import { documentSync, documentTasks, issuedAgain } from './useCases/documents.ts';
import { deadlineSync } from './useCases/deadlines.ts';
import { finaliseSync } from './useCases/finalise.ts';
import { frozenSync } from './useCases/frozenReview.ts';
import { issuingSync } from './useCases/issuing.ts';
import { letterheadSync, letterheadTasks } from './useCases/letterhead.ts';
import { listSync } from './useCases/lists.ts';
import { midwaySync, midwayTasks } from './useCases/midway.ts';
import { minutesSync } from './useCases/minutes.ts';
import { nextReviewSync } from './useCases/nextReview.ts';
import { planSync } from './useCases/plan.ts';
import { prepareSync } from './useCases/prepare.ts';
import { reviewSync } from './useCases/reviews.ts';
import { settingSync, vaultTasks } from './useCases/settings.ts';
import { caseloadSync } from './useCases/caseload.ts';
import { siblingSync } from './useCases/siblings.ts';
import { takeOutSync } from './useCases/takeOut.ts';
import { todaySync } from './useCases/today.ts';
import { undoSync } from './useCases/undo.ts';
import { writeUpSync } from './useCases/writeUp.ts';

type WithEffect<E> = { [C in Channel]: Contract[C]['effect'] extends E ? C : never }[Channel];
export type SyncChannel = WithEffect<'read' | 'change'>;
export type TaskChannel = WithEffect<'task'>;
export type SessionChannel = WithEffect<'session'>;

export type SessionHandlers = {
  readonly [C in SessionChannel]: (input: Parsed<C>) => Promise<Result<Output<C>>>;
};
export type Handlers = {
  readonly sync: { readonly [C in SyncChannel]: SyncHandler<C> };
  readonly tasks: { readonly [C in TaskChannel]: TaskHandler<C> };
  /** The first result of a task as its client gets it again: what was too large to keep twice is read anew. */
  readonly answerAgain: (channel: Channel, kept: unknown, context: Context) => Result<unknown>;
};

/** Every use case by its channel: the type check fails when the contract has one that nobody answers. */
export const handlers: Handlers = {
  sync: {
    ...settingSync,
    ...childSync,
    ...takeOutSync,
    ...reviewSync,
    ...prepareSync,
    ...minutesSync,
    ...planSync,
    ...deadlineSync,
    ...nextReviewSync,
    ...midwaySync,
    ...finaliseSync,
    ...frozenSync,
    ...issuingSync,
    ...documentSync,
    ...letterheadSync,
    ...listSync,
    ...caseloadSync,
    ...todaySync,
    ...caseFileSync,
    ...undoSync,
    ...writeUpSync,
    ...siblingSync,
  },
  tasks: {
    ...vaultTasks,
    ...childTasks,
    ...documentTasks,
    ...letterheadTasks,
    ...caseFileTasks,
    ...midwayTasks,
  },
  answerAgain: (channel, kept, context) =>
    channel === 'document:issue' ? issuedAgain(kept, context) : ok(kept),
};

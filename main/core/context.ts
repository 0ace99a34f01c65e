import type { Officer } from '../../shared/caseFile.ts';
import type { Channel, Output, Parsed } from '../../shared/contract.ts';
import type { Instant, IsoDate } from '../../shared/domain/dates.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Store } from '../store/store.ts';
import type { LongWork } from './longWork/longWork.ts';
import type { Repositories } from './repositories.ts';

/** The officer as the store knows them: the name on documents, and the id that rows and audit keep. */
export type StoredOfficer = Officer & { readonly id: string };

/** What a use case is given: an open store, and the time as of this call. */
export type Context = {
  readonly store: Store;
  readonly repos: Repositories;
  readonly now: Instant;
  /** The day in Europe/London. */
  readonly today: IsoDate;
  readonly officer: StoredOfficer;
  readonly settings: Settings;
  /** The client's name for this attempt. */
  readonly requestId: string;
  /** Ids of new rows: UUIDv7. */
  readonly newId: () => string;
  readonly work: LongWork;
};

type Handler<C extends Channel, R> = (input: Parsed<C>, context: Context) => R;

/** A use case that reads or changes: synchronous, inside the caller's transaction. */
export type SyncHandler<C extends Channel> = Handler<C, Result<Output<C>>>;
/** A long one, or one that touches files; it opens its own transactions. */
export type TaskHandler<C extends Channel> = Handler<C, Promise<Result<Output<C>>>>;

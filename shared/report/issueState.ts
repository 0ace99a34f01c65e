import type { IsoDate } from '../domain/dates.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/model/child.ts';
import type { Addendum } from '../domain/model/issue.ts';

/** A dated addition, as the documents print it. */
export type PrintedAddendum = Pick<Addendum, 'kind' | 'on' | 'by' | 'text'> & {
  /** The page its whole text stands on, where that is known; else it is said to be at the end. */
  readonly page?: number;
  /** Whose copies have it. The service file always has it; any other copy only when its reader is named here. */
  readonly releasedTo?: readonly PersonId[];
};

/** The edition that this one replaces. */
export type ReplacedEdition = {
  readonly edition: number;
  /** Why: in the service file and on the manager's page; any other copy has it only when released to its reader. */
  readonly because?: string;
  /** Whose copies have the reason. */
  readonly releasedTo?: readonly PersonId[];
  /** The day on which it was withdrawn. */
  readonly on: IsoDate;
  /** Who had received it: printed in the service file only. */
  readonly receivedBy: readonly string[];
};

/**
 * Where a review stands on its way to its readers: what the content itself cannot say, since it is frozen before.
 * Without `recordFinalisedOn` the record is a draft and says so; without `decisionsFinalisedOn` so do the decisions.
 */
export type IssueState = {
  readonly decisionsFinalisedOn?: IsoDate;
  readonly recordFinalisedOn?: IsoDate;
  readonly edition: number;
  /** Oldest first. */
  readonly addenda: readonly PrintedAddendum[];
  readonly replaces?: ReplacedEdition;
};

/** The state as one reader's copy tells it: why an edition was withdrawn is left out unless it was released to them. */
export function withReasonFor(state: IssueState, person: Pick<Person, 'id'> | undefined): IssueState {
  const { replaces } = state;
  if (replaces === undefined) return state;
  if (person !== undefined && replaces.releasedTo?.includes(person.id) === true) return state;
  const { because: _withheld, ...rest } = replaces;
  return { ...state, replaces: rest };
}

/** A review that nothing has been finalised of. */
export const draftState: IssueState = { edition: 1, addenda: [] };

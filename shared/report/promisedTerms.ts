import type { IsoDate } from '../domain/dates.ts';
import { londonDay } from '../domain/london.ts';
import type { Action } from '../domain/model/plan.ts';

/**
 * An action as it was promised when a day began: what was changed on that day or later is not yet so. A review that
 * moves a date finds the promise by the date that had been given, and the sheet of that review says which was missed.
 */
export function asPromised(action: Action, on: IsoDate): Action {
  const kept = action.history.filter((change) => londonDay(change.at) < on);
  const [next] = action.history.filter((change) => londonDay(change.at) >= on);
  if (next === undefined) return action;
  // Terms that the earlier wording did not have are not taken from the later one.
  const { accountable: _who, doneBy: _by, due: _due, ...rest } = action;
  return { ...rest, ...next.before, history: kept };
}

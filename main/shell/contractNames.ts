import { contract } from '../../shared/contract.ts';
import { hostContract, hostEvents } from '../../shared/hostContract.ts';

function namesOf(map: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.keys(map).map((name) => [name, true])));
}

/**
 * What the build puts into the bridge: the names alone, for a preload with zod and every schema in it would be read
 * again at each start.
 */
export const contractNames = {
  CHANNEL_NAMES: namesOf(contract),
  HOST_CHANNEL_NAMES: namesOf(hostContract),
  HOST_EVENT_NAMES: namesOf(hostEvents),
};

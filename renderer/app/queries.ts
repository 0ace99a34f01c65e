import type { UseQueryResult } from '@tanstack/react-query';
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Channel, Input, Output } from '../../shared/contract.ts';
import type { CallFailed } from './calls.ts';
import { call, read } from './calls.ts';

/** What was read from the core. It never goes stale by itself: this window is the store's only writer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function readKey<C extends Channel>(channel: C, input: Input<C>): readonly unknown[] {
  return [channel, input];
}

type Read<C extends Channel> = UseQueryResult<Output<C>, CallFailed>;

/**
 * Reads from the core and keeps it until something changes it. What was read stays when the core stopped or was locked
 * while it was read again: a screen that gave way to that message would take the words typed in its forms with it.
 */
export function useRead<C extends Channel>(channel: C, input: Input<C>): Read<C> {
  const query = useQuery<Output<C>, CallFailed>({
    queryKey: readKey(channel, input),
    queryFn: () => read(channel, input),
  });
  const isPassing = query.data !== undefined && query.error?.error.code === 'locked';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same result without its passing error
  return isPassing ? ({ ...query, error: null } as Read<C>) : query;
}

/** Changes something, then reads again whatever is on screen. Failures stay in `error`, to be shown in place. */
export function useChange<C extends Channel>(channel: C) {
  const client = useQueryClient();
  return useMutation<Output<C>, CallFailed, Input<C>>({
    mutationFn: (input) => call(channel, input),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Reads everything on screen again, after changes that went another way. */
export function readAgain(): Promise<void> {
  return queryClient.invalidateQueries();
}

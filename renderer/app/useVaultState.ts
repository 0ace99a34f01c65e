import { useCallback, useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { onHost } from '../bridge.ts';
import { readKey, useRead } from './queries.ts';

export type VaultState = 'none' | 'locked' | 'open';

/** Whether there is a store, and whether it is open; asked again whenever the core was started anew. */
export function useVaultState(): { readonly state: VaultState | undefined; readonly refresh: () => void } {
  const status = useRead('vault:status', {});
  const client = useQueryClient();
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: readKey('vault:status', {}) });
  }, [client]);
  useEffect(() => onHost('core:restarted', refresh), [refresh]);
  return { state: status.data?.state, refresh };
}

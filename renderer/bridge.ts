import { bridgeName } from '../shared/bridge.ts';
import type { Bridge } from '../shared/bridge.ts';
import type { Channel, Input, Output } from '../shared/contract.ts';
import type { Result } from '../shared/domain/result.ts';
import type { HostChannel, HostDetail, HostEvent, HostInput, HostOutput } from '../shared/hostContract.ts';

declare global {
  interface Window {
    readonly [bridgeName]: Bridge;
  }
}

/** A call of the core. Never rejects. Send the same `requestId` again to try the same attempt again. */
export function invoke<C extends Channel>(
  channel: C,
  input: Input<C>,
  requestId: string,
): Promise<Result<Output<C>>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
  return window[bridgeName].invoke(channel, input, requestId) as Promise<Result<Output<C>>>;
}

/** A call of the shell: dialogs, files, printing. Never rejects. */
export function host<C extends HostChannel>(channel: C, input: HostInput<C>): Promise<Result<HostOutput<C>>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
  return window[bridgeName].host(channel, input) as Promise<Result<HostOutput<C>>>;
}

/** Listens to the shell; returns how to stop. */
export function onHost<E extends HostEvent>(event: E, callback: (detail: HostDetail<E>) => void): () => void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each event carries
  return window[bridgeName].on(event, (detail) => callback(detail as HostDetail<E>));
}

/** The nonce of this load, for what adds styles at run time (Mantine, Tiptap, get-nonce). */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

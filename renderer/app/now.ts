import { host } from '../bridge.ts';

let offset: Promise<number> | undefined;

/** This moment by the core's clock, which the demo sets on a day of its own; an instant with `Z`. */
export async function now(): Promise<string> {
  offset ??= host('host:info', {}).then((info) => (info.ok ? info.value.clockOffset : 0));
  return new Date(Date.now() + (await offset)).toISOString();
}

import { useCallback, useEffect, useState } from 'react';
import { host } from '../bridge.ts';

let offset: Promise<number> | undefined;

/** How far the core's clock is from the machine's, ms: the demo plays on a day of its own. */
function clockOffset(): Promise<number> {
  offset ??= host('host:info', {}).then((info) => (info.ok ? info.value.clockOffset : 0));
  return offset;
}

let knownOffset = 0;

/** This moment by the core's clock as far as it is known; an instant with `Z`. Right once the window has asked. */
export function nowAsKnown(): string {
  void clockOffset().then((ms) => (knownOffset = ms));
  return new Date(Date.now() + knownOffset).toISOString();
}

/** This moment by the core's clock; an instant with `Z`. */
export async function now(): Promise<string> {
  return new Date(Date.now() + (await clockOffset())).toISOString();
}

/** The same at once, for a line that is being typed. */
export function useNow(): () => string {
  const [known, setKnown] = useState(0);
  useEffect(() => void clockOffset().then(setKnown), []);
  return useCallback(() => new Date(Date.now() + known).toISOString(), [known]);
}

import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Puts the focus on what has just come in place of what had it: a heading (`tabIndex={-1}`), a field. Once. */
export function useFocusOnArrival<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

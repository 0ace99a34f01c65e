import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Heights } from './threadLayout.ts';

type Measured = { readonly width: number; readonly heights: Heights };

function isSame(a: Measured, b: Measured): boolean {
  if (a.width !== b.width || a.heights.size !== b.heights.size) return false;
  return [...a.heights].every(([key, height]) => b.heights.get(key) === height);
}

function measure(picture: HTMLElement): Measured | undefined {
  if (picture.clientWidth === 0) return undefined;
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const units = (pixels: number) => (pixels / size) * 16;
  const heights = new Map<string, number>();
  for (const mark of picture.querySelectorAll<HTMLElement>('[data-mark]')) {
    heights.set(mark.dataset['mark'] ?? '', units(mark.offsetHeight));
  }
  return { width: units(picture.clientWidth), heights };
}

/**
 * The width of the picture and the heights of its marks in 1/16 rem, read before it is painted and again whenever
 * the window, the text or the words change: what wraps needs room, and no mark may lie on another.
 */
export function useMeasured() {
  const element = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Measured>({ width: 756, heights: new Map() });
  const read = useCallback(() => {
    const now = element.current && measure(element.current);
    if (now) setMeasured((before) => (isSame(before, now) ? before : now));
  }, []);
  useLayoutEffect(read);
  useLayoutEffect(() => {
    const picture = element.current;
    if (!picture) return undefined;
    const observer = new ResizeObserver(read);
    observer.observe(picture);
    // A typeface that comes late wraps the same words elsewhere.
    void document.fonts.ready.then(read);
    return () => observer.disconnect();
  }, [read]);
  return { element, ...measured };
}

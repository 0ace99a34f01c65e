import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useSay } from '../ui/LiveRegion.tsx';

function pagesIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-page]')];
}

/** The page that fills most of the window's upper half. */
function pageInView(root: HTMLElement): number {
  const middle = root.getBoundingClientRect().top + root.clientHeight / 2;
  const before = pagesIn(root).filter((page) => page.getBoundingClientRect().top <= middle);
  return Math.max(1, before.length);
}

/** Which page of a paper is in view, of how many, and how to turn to another. A paper without pages has none. */
export function usePages(pageRef: RefObject<HTMLElement | null>) {
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(1);
  const say = useSay();
  useEffect(() => {
    const root = pageRef.current;
    if (!root || count < 2) return undefined;
    const onScroll = () => setCurrent(pageInView(root));
    root.addEventListener('scroll', onScroll, { passive: true });
    return () => root.removeEventListener('scroll', onScroll);
  }, [count, pageRef]);
  const turn = useCallback(
    (step: 1 | -1) => {
      const root = pageRef.current;
      if (!root) return;
      const pages = pagesIn(root);
      const place = Math.max(0, Math.min(pages.length - 1, pageInView(root) - 1 + step));
      pages[place]?.scrollIntoView({ block: 'start' });
      setCurrent(place + 1);
      say(`Page ${place + 1} of ${pages.length}`);
    },
    [pageRef, say],
  );
  return { count, current, setCount, turn };
}

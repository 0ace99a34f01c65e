import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { chosenWords } from './choosing.ts';

/** Where the chosen words of a paper can be quoted. */
export type Quoting = {
  /** The text they go to, in words. */
  readonly into: string;
  readonly quote: (words: string) => void;
};

/** Whether words of this paper are chosen now, and how to quote them. */
export function useQuoting(page: RefObject<HTMLElement | null>, quoting: Quoting | undefined) {
  const [hasWords, setHasWords] = useState(false);
  const isOffered = quoting !== undefined;
  useEffect(() => {
    if (!isOffered) return undefined;
    const onChange = () => setHasWords(page.current !== null && chosenWords(page.current) !== '');
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [isOffered, page]);
  const quote = useCallback(() => {
    const words = page.current ? chosenWords(page.current) : '';
    if (words !== '') quoting?.quote(words);
  }, [page, quoting]);
  return { hasWords, quote: isOffered && hasWords ? quote : undefined };
}

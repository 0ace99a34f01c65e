import type { ReactNode } from 'react';
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';

type Say = (words: string) => void;

const SayContext = createContext<Say>(() => undefined);

/** Says something to a screen reader, once: "Saved", a count, an error. */
export function useSay(): Say {
  return use(SayContext);
}

/** The page's one voice. The same words twice are said twice, since the region is emptied in between. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback<Say>((next) => {
    clearTimeout(timer.current);
    setWords('');
    timer.current = setTimeout(() => setWords(next), 50);
  }, []);
  const value = useMemo(() => say, [say]);
  return (
    <SayContext value={value}>
      {children}
      <output aria-live="polite" className="hide">
        {words}
      </output>
    </SayContext>
  );
}

import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import type { TextPart } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { countWords, selectedWords } from '../../../editor/words.ts';
import type { SectionTextEditing } from './useSectionText.ts';

/** The text that holds the caret, and where what is made of its words goes. */
export type WritingPlace = {
  readonly editor: Editor;
  readonly section: SectionKey;
  readonly part: TextPart;
  readonly text: Pick<SectionTextEditing, 'addPoint' | 'removeAnchor'>;
};

type Where = Pick<WritingPlace, 'section' | 'part'>;

type Selecting = {
  /** Which text had the caret last. */
  readonly where: Where | undefined;
  /** How many words are selected in the text with the caret. */
  readonly count: number;
  readonly place: () => WritingPlace | undefined;
  readonly moved: (place: WritingPlace) => void;
  readonly left: () => void;
};

const SelectionContext = createContext<Selecting | undefined>(undefined);

export function useSelection(): Selecting {
  const selection = use(SelectionContext);
  if (!selection) throw new Error('Write up stands inside SelectionProvider');
  return selection;
}

/** Keeps which words are selected; drawn again only when their number changes, never for each letter typed. */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [count, setCount] = useState(0);
  const at = useRef<WritingPlace>(undefined);
  const place = useCallback(() => (at.current?.editor.isDestroyed === true ? undefined : at.current), []);
  const [where, setWhere] = useState<Where>();
  const moved = useCallback((next: WritingPlace) => {
    if (at.current?.editor !== next.editor) {
      // A text that has gone is no place any more, also when its section comes back on screen.
      next.editor.on('destroy', () => at.current?.editor === next.editor && setWhere(undefined));
    }
    at.current = next;
    const { section, part } = next;
    setWhere((now) => (now?.section === section && now.part === part ? now : { section, part }));
    setCount(next.editor.state.selection.empty ? 0 : countWords(selectedWords(next.editor)));
  }, []);
  const left = useCallback(() => setCount(0), []);
  const value = useMemo(() => ({ where, count, place, moved, left }), [where, count, place, moved, left]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

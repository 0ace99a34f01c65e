import { useMemo } from 'react';
import type { Paper } from '../../../../shared/domain/model/child.ts';
import { paperSource } from '../../../../shared/domain/paperSource.ts';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';
import { insertQuote } from './marking.ts';
import type { WritingPlace } from './selection.tsx';
import { useSelection } from './selection.tsx';
import { partNames } from './words.ts';

type QuotePlace = {
  /** `What happened, Education`. */
  readonly into: string;
  readonly quote: (words: string, paper: Pick<Paper, 'title' | 'receivedOn'>) => void;
};

/** The first text of the sections on screen takes the caret, at its end: nobody has written in one yet. */
function enterFirstText(place: () => WritingPlace | undefined): void {
  document.querySelector<HTMLElement>('.write .sheet .rich[contenteditable="true"]')?.focus();
  const editor = place()?.editor;
  editor?.commands.setTextSelection(editor.state.doc.content.size);
}

/** Where words of a paper go: the text that had the caret last, else the first one; none where nothing is written. */
export function useQuotePlace(rows: readonly SectionRow[], onText: () => void): QuotePlace | undefined {
  const { isEditable } = useReview();
  const { where, place } = useSelection();
  const say = useSay();
  const isOpen = isEditable('narrative');
  return useMemo(() => {
    const row = rows.find(({ key }) => key === where?.section) ?? rows[0];
    if (!row || !isOpen) return undefined;
    const into = `${partNames[row.key === where?.section ? where.part : 'account']}, ${row.heading}`;
    return {
      into,
      quote: (words, paper) => {
        if (!place()) enterFirstText(place);
        const editor = place()?.editor;
        if (!editor) return;
        insertQuote(editor, words, paperSource(paper));
        say(`Quoted in ${into}`);
        // Folded away behind the paper: it cannot take the focus before it is shown.
        if (!editor.view.dom.checkVisibility({ visibilityProperty: true })) onText();
        requestAnimationFrame(() => editor.commands.focus());
      },
    };
  }, [isOpen, onText, place, rows, say, where]);
}

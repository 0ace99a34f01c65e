import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useRead } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useSay } from '../ui/LiveRegion.tsx';
import { PanelBoundary } from '../ui/PanelBoundary.tsx';
import { chooseNothing, chooseUnit, chooseWord, chosenWords } from './choosing.ts';
import { bytesOf, readerOf } from './paperKinds.ts';
import { usePages } from './usePages.ts';
import { useQuoting } from './useQuoting.ts';
import type { Quoting } from './useQuoting.ts';
import './papers.css';

const PdfReader = lazy(async () => ({ default: (await import('./PdfReader.tsx')).PdfReader }));
const WordReader = lazy(async () => ({ default: (await import('./WordReader.tsx')).WordReader }));

export type Paper = Output<'child:get'>['papers'][number];

/** How large a paper may be shown; 1 is as wide as its place, or the size that texts are read in. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

type ContentProps = {
  readonly paper: Paper;
  readonly zoom: number;
  readonly onPages: (count: number) => void;
};

function Pages({ content, paper, zoom, onPages }: ContentProps & { readonly content: string }) {
  const bytes = useMemo(() => bytesOf(content), [content]);
  switch (readerOf(paper.mediaType)) {
    case 'pdf':
      return <PdfReader bytes={bytes} zoom={zoom} onPages={onPages} />;
    case 'word':
      return <WordReader bytes={bytes} zoom={zoom} />;
    case 'image':
      return (
        <img
          className="paperimage"
          style={{ width: `${zoom * 100}%` }}
          src={`data:${paper.mediaType ?? 'image/png'};base64,${content}`}
          alt={paper.title}
        />
      );
    case 'none':
      return <p className="note">A paper of this kind is kept, and cannot be shown here.</p>;
    default:
      return null;
  }
}

function Content(props: ContentProps) {
  const read = useRead('paper:read', { id: props.paper.id });
  if (read.error) return <ErrorNote error={read.error.error} />;
  return read.data ? (
    <Pages {...props} content={read.data.content} />
  ) : (
    <p className="note">Opening the paper</p>
  );
}

type Tools = {
  readonly zoom: number;
  readonly onZoom: (step: 1 | -1 | 0) => void;
  readonly pages: ReturnType<typeof usePages>;
};

function Toolbar({ zoom, onZoom, pages }: Tools) {
  return (
    <div className="reader-tools">
      {pages.count > 1 && (
        <>
          <span className="num nw">
            Page {pages.current} of {pages.count}
          </span>
          <Button look="small" disabled={pages.current <= 1} onClick={() => pages.turn(-1)}>
            Previous
          </Button>
          <Button look="small" disabled={pages.current >= pages.count} onClick={() => pages.turn(1)}>
            Next
          </Button>
        </>
      )}
      <span className="end num nw">{Math.round(zoom * 100)}%</span>
      <Button look="small" aria-keyshortcuts="-" disabled={zoom === zooms[0]} onClick={() => onZoom(-1)}>
        Smaller
      </Button>
      <Button look="small" aria-keyshortcuts="+" disabled={zoom === zooms.at(-1)} onClick={() => onZoom(1)}>
        Larger
      </Button>
      {zoom !== 1 && (
        <Button look="small" aria-keyshortcuts="0" onClick={() => onZoom(0)}>
          Whole width
        </Button>
      )}
    </div>
  );
}

function useZoom() {
  const [zoom, setZoom] = useState(1);
  const onZoom = useCallback((step: 1 | -1 | 0) => {
    setZoom((now) => {
      const place = zooms.findIndex((one) => one === now) + step;
      return step === 0 ? 1 : (zooms[Math.max(0, Math.min(zooms.length - 1, place))] ?? 1);
    });
  }, []);
  return { zoom, onZoom };
}

/** What a key does to what is chosen of the paper; false where it is the page's own. */
function chosenByKey(event: KeyboardEvent, root: Element): boolean {
  const { key, shiftKey } = event;
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return chooseUnit(root, key === 'ArrowDown' ? 1 : -1, shiftKey);
  if (shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft'))
    return chooseWord(root, key === 'ArrowRight' ? 'forward' : 'backward');
  return key === 'Escape' && chooseNothing(root);
}

type Keys = Omit<Tools, 'zoom'> & {
  readonly page: RefObject<HTMLElement | null>;
  readonly quote: (() => void) | undefined;
};

/** Listens on the element itself: what stands round the reader has keys of its own, and hears of them after it. */
function useReaderKeys({ page, onZoom, pages, quote }: Keys): void {
  const { count, turn } = pages;
  const say = useSay();
  useEffect(() => {
    const root = page.current;
    const reader = root?.parentElement;
    if (!root || !reader) return undefined;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      '+': () => onZoom(1),
      '=': () => onZoom(1),
      '-': () => onZoom(-1),
      '0': () => onZoom(0),
      q: quote,
      ...(count > 1 && { PageDown: () => turn(1), PageUp: () => turn(-1) }),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action) action();
      else if (chosenByKey(event, root)) say(chosenWords(root) || 'Nothing chosen');
      else return;
      event.preventDefault();
      // Not also what the screen makes of it: 0 opens a group, Escape closes a pane.
      event.stopPropagation();
    };
    reader.addEventListener('keydown', onKey);
    return () => reader.removeEventListener('keydown', onKey);
  }, [count, onZoom, page, quote, say, turn]);
}

type Props = { readonly paper: Paper; readonly quoting?: Quoting };

function Reader({ paper, quoting }: Props) {
  const page = useRef<HTMLDivElement>(null);
  const { zoom, onZoom } = useZoom();
  const pages = usePages(page);
  const { hasWords, quote } = useQuoting(page, quoting);
  useReaderKeys({ page, onZoom, pages, quote });
  return (
    <div className="reader">
      <Toolbar zoom={zoom} onZoom={onZoom} pages={pages} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by key, and chosen in by key */}
      <section className="reader-page scroll" ref={page} tabIndex={0} aria-label={paper.title}>
        <PanelBoundary name="This paper">
          <Suspense fallback={<p className="note">Opening the paper</p>}>
            <Content paper={paper} zoom={zoom} onPages={pages.setCount} />
          </Suspense>
        </PanelBoundary>
      </section>
      {quoting && (
        <div className="reader-quote">
          <Button look="small" disabled={!hasWords} onClick={quote} aria-keyshortcuts="Q">
            <span className="key" aria-hidden="true">
              Q
            </span>
            Quote in {quoting.into}
          </Button>
          {!hasWords && (
            <span className="note">Choose words: Shift and the down arrow, or with the mouse.</span>
          )}
        </div>
      )}
    </div>
  );
}

/** A paper that came in, read in the page itself by keyboard: its pages, its size, and what is chosen to be quoted. */
export function PaperReader({ paper, ...props }: Props) {
  if (paper.sha256 === undefined) {
    return <p className="empty">Only this entry is here: the paper itself was not brought in.</p>;
  }
  // By its id: where one paper was read says nothing of the next.
  return <Reader key={paper.id} paper={paper} {...props} />;
}

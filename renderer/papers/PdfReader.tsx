import { GlobalWorkerOptions, TextLayer, getDocument } from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler gives the address of the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

GlobalWorkerOptions.workerSrc = workerUrl;

type Holder = { readonly page: HTMLElement; readonly canvas: HTMLCanvasElement; readonly words: HTMLElement };

/**
 * Draws a page as wide as its place, sharp on any screen. One drawing at a time: the library refuses a canvas that is
 * still drawn on, so `signal` ends the one before.
 */
async function drawPage(
  page: PDFPageProxy,
  { page: holder, canvas, words }: Holder,
  signal: AbortSignal,
): Promise<void> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: holder.clientWidth / natural.width });
  const sharp = window.devicePixelRatio;
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  holder.style.aspectRatio = `${String(viewport.width)} / ${String(viewport.height)}`;
  words.style.setProperty('--total-scale-factor', String(viewport.scale));
  const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  signal.addEventListener('abort', () => drawing.cancel());
  await drawing.promise;
}

/** Puts a page's words over it, once: they follow its size by themselves, and what is chosen of them stays chosen. */
async function layWords(page: PDFPageProxy, words: HTMLElement): Promise<void> {
  words.replaceChildren();
  const viewport = page.getViewport({ scale: 1 });
  await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render();
}

/** How wide the page is now, whole pixels: it changes with the zoom, the pane and the window. */
function useWidth(holder: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const page = holder.current;
    if (!page) return undefined;
    const observer = new ResizeObserver(() => setWidth(page.clientWidth));
    observer.observe(page);
    return () => observer.disconnect();
  }, [holder]);
  return width;
}

/** True from when the page first comes near to the window of its reader: one of 80 pages is not drawn for nothing. */
function useIsNear(holder: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const page = holder.current;
    if (!page || isNear) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { root: page.closest('.reader-page'), rootMargin: '100% 0px' },
    );
    observer.observe(page);
    return () => observer.disconnect();
  }, [holder, isNear]);
  return isNear;
}

type PageProps = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** Height to width, until the page is drawn: as its first page's. */
  readonly shape: number;
  readonly zoom: number;
};

function Page({ document, number, shape, zoom }: PageProps) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(holder);
  const width = useWidth(holder);
  useEffect(() => {
    const ended = new AbortController();
    const draw = async () => {
      const page = await document.getPage(number);
      const [place, drawing, text] = [holder.current, canvas.current, words.current];
      if (ended.signal.aborted || !place || !drawing || !text) return;
      await drawPage(page, { page: place, canvas: drawing, words: text }, ended.signal);
    };
    // What ends it is that the page went, or is drawn anew.
    if (isNear && width > 0) draw().catch(() => undefined);
    return () => ended.abort();
  }, [document, number, isNear, width]);
  useEffect(() => {
    const lay = async () => {
      const page = await document.getPage(number);
      if (words.current) await layWords(page, words.current);
    };
    // A page without words is still one that can be looked at.
    if (isNear) lay().catch(() => undefined);
  }, [document, number, isNear]);
  return (
    <section
      className="pdfpage"
      ref={holder}
      style={{ width: `${zoom * 100}%`, aspectRatio: `1 / ${shape}` }}
      aria-label={`Page ${String(number)} of ${String(document.numPages)}`}
      data-page={number}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div className="textLayer" ref={words} />
    </section>
  );
}

type Opened = { readonly document: PDFDocumentProxy; readonly shape: number };

/** Opens a PDF; the library is told to run nothing in it. */
function useOpened(bytes: Uint8Array<ArrayBuffer>): Opened | 'broken' | undefined {
  const [opened, setOpened] = useState<Opened | 'broken'>();
  useEffect(() => {
    // The library keeps what it is given: it gets a copy.
    const task = getDocument({
      data: bytes.slice(),
      enableXfa: false,
      useWasm: false,
      isImageDecoderSupported: false,
    });
    let isGone = false;
    const open = async () => {
      const document = await task.promise;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (!isGone) setOpened({ document, shape: height / width });
    };
    open().catch(() => {
      if (!isGone) setOpened('broken');
    });
    return () => {
      isGone = true;
      void task.destroy();
    };
  }, [bytes]);
  return opened;
}

type Props = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 1 is as wide as the reader. */
  readonly zoom: number;
  /** Told how many pages there are. */
  readonly onPages: (count: number) => void;
};

/** A PDF in the page itself: nothing is opened elsewhere, and no script or link in it runs. */
export function PdfReader({ bytes, zoom, onPages }: Props) {
  const opened = useOpened(bytes);
  const count = opened === undefined || opened === 'broken' ? 0 : opened.document.numPages;
  useEffect(() => onPages(count), [count, onPages]);
  if (opened === 'broken') return <p className="st must">This PDF cannot be read. It is kept as it came.</p>;
  if (!opened) return <p className="note">Opening the paper</p>;
  return Array.from({ length: count }, (_, place) => (
    <Page key={place} document={opened.document} number={place + 1} shape={opened.shape} zoom={zoom} />
  ));
}

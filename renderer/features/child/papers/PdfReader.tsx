import { GlobalWorkerOptions, TextLayer, getDocument } from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler gives the address of the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import './pdf.css';

GlobalWorkerOptions.workerSrc = workerUrl;

type PageProps = { readonly document: PDFDocumentProxy; readonly number: number };

/** Draws a page as wide as its place, sharp on any screen, with its words over it to select and to read aloud. */
async function drawPage(
  page: PDFPageProxy,
  holder: HTMLElement,
  canvas: HTMLCanvasElement,
  words: HTMLElement,
) {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: holder.clientWidth / natural.width });
  const sharp = window.devicePixelRatio;
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  holder.style.aspectRatio = `${String(viewport.width)} / ${String(viewport.height)}`;
  words.style.setProperty('--total-scale-factor', String(viewport.scale));
  words.replaceChildren();
  await page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise;
  await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render();
}

function Page({ document, number }: PageProps) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const page = await document.getPage(number);
      const [place, drawing, text] = [holder.current, canvas.current, words.current];
      if (isGone || !place || !drawing || !text) return;
      // A page that is drawn anew while it is drawn is given up by the library.
      await drawPage(page, place, drawing, text).catch(() => undefined);
    };
    void draw();
    return () => {
      isGone = true;
    };
  }, [document, number]);
  return (
    <section
      className="pdfpage"
      ref={holder}
      aria-label={`Page ${String(number)} of ${String(document.numPages)}`}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div className="textLayer" ref={words} />
    </section>
  );
}

/** A PDF in the page itself: nothing is opened elsewhere, and no script or link in it runs. */
export function PdfReader({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) {
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    // The library keeps what it is given: it gets a copy.
    const task = getDocument({
      data: bytes.slice(),
      enableXfa: false,
      useWasm: false,
      isImageDecoderSupported: false,
    });
    task.promise.then(setDocument, () => setBroken(true));
    return () => void task.destroy();
  }, [bytes]);
  if (isBroken) return <p className="st must">This PDF cannot be read. It is kept as it came.</p>;
  if (!document) return <p className="note">Opening the paper</p>;
  return Array.from({ length: document.numPages }, (_, place) => (
    <Page key={place} document={document} number={place + 1} />
  ));
}

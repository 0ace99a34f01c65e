import { useEffect, useRef } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { Report } from '../../../../shared/report/blocks.ts';
import { Button } from '../../../ui/Button.tsx';
import { BlockOf } from './ReportBlocks.tsx';
import './report.css';

type Words = NonNullable<Output<'document:preview'>['letterhead']>;

/** What a letterhead says, where it says it; how it looks is to be seen in Word. */
function Margin({ lines, place }: { readonly lines: readonly string[]; readonly place: string }) {
  if (lines.length === 0) return null;
  return (
    <div className="rp-letterhead" role="note" aria-label={`Letterhead, ${place}`}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a printed page never changes its order
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

/** A document, and what the letterhead says that it goes out on. */
export type Page = { readonly report: Report; readonly letterhead: Words | undefined };

/** A document as a page on the screen: the same blocks that Word gets, in the same order. */
export function ReportPage({ report, letterhead }: Page) {
  return (
    <article className={`rp ${report.layout}${report.isLay ? ' lay' : ''}`} aria-label={report.title}>
      {letterhead && <Margin lines={letterhead.header} place="at the top" />}
      {report.header && (
        <p className={`rp-head${report.header.isBoxed ? ' boxed' : ''}`}>
          <span>{report.header.left}</span>
          <span>{report.header.right}</span>
        </p>
      )}
      {report.blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a printed page never changes its order
        <BlockOf key={index} block={block} isLay={report.isLay} />
      ))}
      <p className="rp-foot">{report.footer.left}</p>
      {letterhead && <Margin lines={letterhead.footer} place="at the foot" />}
    </article>
  );
}

type Props = { readonly title: string; readonly page: Page; readonly onClose: () => void };

/** The preview in place of the table; Escape and the button lead back. */
export function ReportPreview({ title, page, onClose }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape works wherever the focus is in it
    <section
      className="iss preview"
      aria-labelledby="preview-head"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="ph">
        <h2 id="preview-head">Preview</h2>
        <span className="soft">{title}</span>
        <span className="end">
          <Button ref={back} onClick={onClose}>
            Back to who gets what
          </Button>
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a page longer than the window scrolls by keyboard */}
      <section className="scroll rp-desk" tabIndex={0} aria-label="The page">
        <ReportPage {...page} />
      </section>
    </section>
  );
}

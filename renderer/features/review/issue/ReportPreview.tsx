import { useEffect, useRef } from 'react';
import type { Report } from '../../../../shared/report/blocks.ts';
import { Button } from '../../../ui/Button.tsx';
import { BlockOf } from './ReportBlocks.tsx';
import './report.css';

/** A document as a page on the screen: the same blocks that Word gets, in the same order. */
export function ReportPage({ report }: { readonly report: Report }) {
  return (
    <article className={`rp ${report.layout}${report.isLay ? ' lay' : ''}`} aria-label={report.title}>
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
    </article>
  );
}

type Props = { readonly title: string; readonly report: Report; readonly onClose: () => void };

/** The preview in place of the table; Escape and the button lead back. */
export function ReportPreview({ title, report, onClose }: Props) {
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
        <ReportPage report={report} />
      </section>
    </section>
  );
}

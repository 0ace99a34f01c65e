import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { useRead } from '../../../app/queries.ts';
import { counted, formatDay } from '../../../app/words.ts';
import { PaperReader } from '../../../papers/PaperReader.tsx';
import type { Paper } from '../../../papers/PaperReader.tsx';
import { paperNames } from '../../../papers/paperKinds.ts';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';
import { papersOf } from './papers.ts';
import { useReview } from '../useReview.tsx';
import { useQuotePlace } from './useQuotePlace.ts';

/** What it is, from whom, and when it came. */
function Stamp({ paper }: { readonly paper: Paper }) {
  const { record, review, today } = useReview();
  const overview = useRead('child:overview', { id: review.childId });
  const from = record.people.find(({ id }) => id === paper.fromPersonId)?.name;
  const late = overview.data?.daysLate[paper.id];
  return (
    <span className="stamp-words">
      <span className="note">
        {paperNames[paper.kind]}
        {from !== undefined && `, from ${from}`};{' '}
        <span className="nw">received {formatDay(paper.receivedOn, today)}</span>
      </span>
      {late !== undefined && <Status kind="late">{counted(late, 'working day')} late</Status>}
    </span>
  );
}

type ListProps = {
  readonly title: string | undefined;
  readonly papers: readonly Paper[];
  readonly onPaper: (id: string) => void;
};

function List({ title, papers, onPaper }: ListProps) {
  if (papers.length === 0) return null;
  return (
    <section>
      {title !== undefined && <h3 className="sub">{title}</h3>}
      <ul className="prom papers">
        {papers.map((paper) => (
          <li key={paper.id}>
            <i className="i i-paper" aria-hidden="true" />
            <div>
              <button type="button" className="lnk b" data-paper={paper.id} onClick={() => onPaper(paper.id)}>
                {paper.title}
              </button>
              <Stamp paper={paper} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  readonly rows: readonly SectionRow[];
  readonly paperId: string | undefined;
  readonly onPaper: (id: string | undefined) => void;
  /** In a narrow window: the text comes back in the place of the paper. */
  readonly onText: () => void;
};

function Chosen({ paper, rows, onPaper, onText }: Props & { readonly paper: Paper }) {
  const place = useQuotePlace(rows, onText);
  const quoting = useMemo(
    () => place && { into: place.into, quote: (words: string) => place.quote(words, paper) },
    [paper, place],
  );
  const back = () => {
    onPaper(undefined);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-paper="${CSS.escape(paper.id)}"]`)?.focus(),
    );
  };
  const beside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const reader = beside.current?.querySelector<HTMLElement>('.reader-page');
    (reader ?? beside.current?.querySelector('button'))?.focus();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape does what its first button does
    <div
      className="beside-paper"
      ref={beside}
      onKeyDown={(event) => {
        if (event.key === 'Escape') back();
      }}
    >
      <div className="paper-head">
        <Button look="small" onClick={back}>
          All papers
        </Button>
        <h2>{paper.title}</h2>
        <Stamp paper={paper} />
      </div>
      <PaperReader paper={paper} {...(quoting && { quoting })} />
    </div>
  );
}

/** What came in for this review: the list, then the one that is read beside the text. */
export function PapersPane(props: Props) {
  const { record, review } = useReview();
  const { own, loose } = papersOf(record.papers, review.id);
  const paper = record.papers.find(({ id }) => id === props.paperId);
  if (paper) return <Chosen {...props} paper={paper} />;
  return (
    <div className="in scroll">
      {own.length + loose.length === 0 && <p className="empty">No papers have come in for this review.</p>}
      <List title={loose.length > 0 ? 'For this review' : undefined} papers={own} onPaper={props.onPaper} />
      <List title="For no review in particular" papers={loose} onPaper={props.onPaper} />
      <section>
        <Link
          className="act"
          to="/children/$childId/$tab"
          params={{ childId: review.childId, tab: 'papers' }}
        >
          Add a paper, or see all of them
        </Link>
      </section>
    </div>
  );
}

import { Suspense, lazy, useMemo } from 'react';
import { formatDate } from '../../../../shared/domain/london.ts';
import { useRead } from '../../../app/queries.ts';
import { counted } from '../../../app/words.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { PanelBoundary } from '../../../ui/PanelBoundary.tsx';
import type { ChildData, ChildView } from '../childData.ts';
import { Pane } from '../panes.tsx';
import { bytesOf, paperNames, readerOf } from './paperKinds.ts';

const PdfReader = lazy(async () => ({ default: (await import('./PdfReader.tsx')).PdfReader }));
const WordReader = lazy(async () => ({ default: (await import('./WordReader.tsx')).WordReader }));

type Paper = ChildView['papers'][number];

function Reader({ content, paper }: { readonly content: string; readonly paper: Paper }) {
  const bytes = useMemo(() => bytesOf(content), [content]);
  switch (readerOf(paper.mediaType)) {
    case 'pdf':
      return <PdfReader bytes={bytes} />;
    case 'word':
      return <WordReader bytes={bytes} />;
    case 'image':
      return (
        <img
          className="paperimage"
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

function Content({ paper }: { readonly paper: Paper }) {
  const read = useRead('paper:read', { id: paper.id });
  if (paper.sha256 === undefined) {
    return <p className="empty">Only this entry is here: the paper itself was not brought in.</p>;
  }
  if (read.error) return <ErrorNote error={read.error.error} />;
  return read.data ? (
    <Reader content={read.data.content} paper={paper} />
  ) : (
    <p className="note">Opening the paper</p>
  );
}

/** A paper that came in, read beside the page. */
export function PaperPane({ id, data }: { readonly id: string; readonly data: ChildData }) {
  const paper = data.view.papers.find((one) => one.id === id);
  if (!paper) {
    return (
      <Pane title="A paper">
        <p className="empty">This paper is no longer there.</p>
      </Pane>
    );
  }
  const late = data.overview.daysLate[paper.id];
  const from = data.view.people.find((person) => person.id === paper.fromPersonId)?.name;
  return (
    <Pane title={paper.title}>
      <p className="note num stamp">
        {paperNames[paper.kind]}
        {from !== undefined && `, from ${from}`}; received {formatDate(paper.receivedOn)}
        {late !== undefined && `, ${counted(late, 'working day')} late`}
      </p>
      <PanelBoundary name="This paper">
        <Suspense fallback={<p className="note">Opening the paper</p>}>
          <Content paper={paper} />
        </Suspense>
      </PanelBoundary>
    </Pane>
  );
}

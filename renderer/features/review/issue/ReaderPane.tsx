import { useEffect, useRef, useState } from 'react';
import type { Report } from '../../../../shared/report/blocks.ts';
import { PersonId } from '../../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../../shared/domain/model/issue.ts';
import { releasedCopies } from '../../../../shared/domain/model/issue.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { useRead } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SelectField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { CopyChoice } from './CopyChoice.tsx';
import { LetterPane } from './LetterPane.tsx';
import { documentNames } from './logLines.ts';
import type { PassedHits, Row } from './matrix.ts';
import { openProblems, passKey, relationOf } from './matrix.ts';
import type { Selection } from './Matrix.tsx';
import { Problems } from './Problems.tsx';
import type { Page } from './ReportPreview.tsx';
import { Released, ReleaseList } from './ReleaseList.tsx';
import type { Issuing } from './useIssuing.ts';
import type { PassedHit } from './usePassed.ts';

const ways = ['by hand', 'by post', 'secure email', 'case system', 'read aloud'] as const;

export type ReaderProps = {
  readonly row: Row;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly passed: PassedHits;
  readonly onPass: (key: string, hit: PassedHit) => void;
  readonly issuing: Issuing;
  readonly onPreview: (title: string, page: Page) => void;
  readonly next: Row | undefined;
};

/** The documents of one reader, where there are several. */
function Tabs({ row, selection, onSelect }: ReaderProps) {
  const offered = row.cells.filter((cell) => cell.document !== undefined);
  if (offered.length < 2) return null;
  return (
    <fieldset className="btns doc-tabs">
      <legend className="hide">Their documents</legend>
      {offered.map((cell) => (
        <Button
          key={cell.column}
          look="small"
          aria-pressed={cell.column === selection.column}
          onClick={() => onSelect({ rowId: row.id, column: cell.column })}
        >
          {cell.document && documentNames[cell.document]}
        </Button>
      ))}
    </fieldset>
  );
}

type FootProps = ReaderProps & {
  readonly document: DocumentKind;
  readonly page: Page | undefined;
  readonly isOpen: boolean;
};

function Foot({ row, document, page, isOpen, issuing, onPreview, onSelect, next }: FootProps) {
  const [how, setHow] = useState<(typeof ways)[number] | ''>('');
  const state = row.cells.find((cell) => cell.document === document)?.state.kind;
  const title = `${documentNames[document]}, ${row.name}`;
  const canIssue =
    isOpen && (state === 'ready' || state === 'gone' || state === 'filed' || state === 'to-file');
  return (
    <div className="foot reader-foot">
      {canIssue && (
        <SelectField
          label="How it goes"
          value={how}
          choices={ways.map((way) => ({ value: way, name: way }))}
          onChange={setHow}
        />
      )}
      <Button disabled={!page} onClick={() => page && onPreview(title, page)}>
        Preview
      </Button>
      {canIssue && (
        <Button
          disabled={issuing.isBusy}
          onClick={() => void issuing.issue({ document, personId: row.person?.id }, how)}
        >
          {state === 'ready' ? 'Export' : 'Export again'}
        </Button>
      )}
      {next && (
        <Button
          onClick={() =>
            onSelect({ rowId: next.id, column: next.cells.find((cell) => cell.document)?.column ?? 'copy' })
          }
        >
          Next, {next.name.split(' ')[0]}
        </Button>
      )}
    </div>
  );
}

/** What one reader's copy leaves out, what stands in its way, and how it goes out. */
export function ReaderPane(props: ReaderProps) {
  const { row, selection, passed, onPass } = props;
  const { record, review, child } = useReview();
  const heading = useRef<HTMLHeadingElement>(null);
  const rowId = row.id;
  useEffect(() => {
    // A row that was chosen by key is read from its name on; the pane is drawn anew for each.
    if (rowId !== '') heading.current?.focus();
  }, [rowId]);
  const cell = row.cells.find((candidate) => candidate.column === selection.column);
  const document = cell?.document;
  return (
    <>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {row.name}
          {row.person && `, ${relationOf(row.person)}`}
        </h2>
        <Tabs {...props} />
        {row.person && <CopyChoice key={row.person.id} person={row.person} />}
      </header>
      {document === undefined ? (
        <p className="empty outl">
          {row.person ? 'Choose a copy to begin.' : 'Nothing of this goes to them.'}
        </p>
      ) : (
        <DocumentPane
          key={`${row.id} ${document}`}
          {...props}
          document={document}
          readerId={PersonId.parse(row.person?.id ?? child.id)}
          isFinal={standingFinalisation(record, review.id, 'record') !== undefined}
          passedHere={passed[passKey(document, row.person?.id)] ?? []}
          onPassHere={(hit) => onPass(passKey(document, row.person?.id), hit)}
        />
      )}
    </>
  );
}

type DocumentProps = ReaderProps & {
  readonly document: DocumentKind;
  readonly readerId: PersonId;
  readonly isFinal: boolean;
  readonly passedHere: PassedHits[string];
  readonly onPassHere: (hit: PassedHit) => void;
};

function DocumentPane(props: DocumentProps) {
  const { row, document, readerId, isFinal, passedHere, onPassHere } = props;
  const { review, view } = useReview();
  const preview = useRead('document:preview', {
    reviewId: review.id,
    document,
    ...(row.person && { personId: row.person.id }),
  });
  const items = useRead('release:items', { reviewId: review.id, personId: readerId });
  const problems = openProblems(preview.data?.problems ?? [], passedHere);
  const stillPassed = passedHere.filter(({ seen }) =>
    preview.data?.problems.some((problem) => problem.seen === seen),
  );
  const isReleased = releasedCopies.includes(document);
  // The decisions sheet has nearly all, but why an edition was withdrawn only where it was released to its reader.
  const takesReleases = (isReleased && document !== 'letter') || (document === 'decisions' && row.person);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the core gives the view-model of `shared/report`
  const report = preview.data?.report as Report | undefined;
  const page = report && { report, letterhead: preview.data?.letterhead };
  return (
    <>
      <div className="outl scroll">
        <p className="note">
          {documentNames[document]}, edition {view.edition}
          {isReleased && document !== 'letter' && '. Numbered afresh'}
        </p>
        {preview.error && <ErrorNote error={preview.error.error} />}
        <Problems problems={problems} onPass={onPassHere} />
        {stillPassed.map((hit) => (
          <p className="note" key={hit.seen}>
            Passed: {hit.what}, because {hit.because}
          </p>
        ))}
        {document === 'letter' && <LetterPane />}
        {preview.data && items.data && takesReleases && (
          <>
            <ReleaseList
              personId={readerId}
              items={items.data}
              withheld={preview.data.withheld}
              isFinal={isFinal}
            />
            <Released personId={readerId} items={items.data} />
          </>
        )}
        {preview.data && !isReleased && !takesReleases && (
          <ServiceWithheld withheld={preview.data.withheld} />
        )}
      </div>
      <Foot {...props} page={page} isOpen={problems.length === 0} />
    </>
  );
}

function ServiceWithheld({
  withheld,
}: {
  readonly withheld: readonly { readonly item: string; readonly what: string; readonly because: string }[];
}) {
  return (
    <>
      <h3>
        Leaves out {withheld.length}
        {withheld.length > 0 && <span>and shows no gap</span>}
      </h3>
      <ul>
        {withheld.map((line) => (
          <li key={line.item}>
            <i className="withheld s s-withheld" aria-hidden="true" />
            <div className="b">{line.what}</div>
            <div className="note">{line.because}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

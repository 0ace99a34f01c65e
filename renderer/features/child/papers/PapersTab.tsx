import { formatDate } from '../../../../shared/domain/london.ts';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { ChildData, ChildView } from '../childData.ts';
import { usePanes } from '../panes.tsx';
import { paperNames, readerOf } from '../../../papers/paperKinds.ts';

const shapes = { pdf: 'PDF', word: 'Word', image: 'Picture', none: '' } as const;

function Row({ paper, data }: { readonly paper: ChildView['papers'][number]; readonly data: ChildData }) {
  const panes = usePanes();
  const late = data.overview.daysLate[paper.id];
  const review = data.overview.reviews.find(({ id }) => id === paper.reviewId);
  const from = data.view.people.find(({ id }) => id === paper.fromPersonId);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="lnk b" onClick={() => panes.open({ kind: 'paper', id: paper.id })}>
          {paper.title}
        </button>
        <span className="two">{paperNames[paper.kind]}</span>
      </th>
      <td data-name="From">{from?.name ?? ''}</td>
      <td data-name="For">{review ? `Review ${review.number}` : ''}</td>
      <td data-name="Received">
        <span className="num nw">{formatDate(paper.receivedOn)}</span>
        <span className="two">
          {late !== undefined ? (
            <Status kind="late">{counted(late, 'working day')} late</Status>
          ) : paper.dueOn ? (
            <Status kind="settled">in time</Status>
          ) : (
            ''
          )}
        </span>
      </td>
      <td data-name="Kept">
        {paper.sha256 === undefined ? 'entry only' : shapes[readerOf(paper.mediaType)]}
      </td>
    </tr>
  );
}

/** What came in, newest first: stamped received and how late, read beside the page. */
export function PapersTab({ data }: { readonly data: ChildData }) {
  const panes = usePanes();
  const { papers } = data.view;
  return (
    <div className="tabbody">
      <div className="btns">
        <Button icon="plus" onClick={() => panes.open({ kind: 'add-paper' })}>
          Add a paper
        </Button>
      </div>
      {papers.length === 0 ? (
        <p className="empty">
          No papers yet. Add what came in for the review: the worker’s report, the child’s form, a photograph
          of a drawing.
        </p>
      ) : (
        <table className="caseload">
          <thead>
            <tr>
              <th scope="col">Paper</th>
              <th scope="col">From</th>
              <th scope="col">For</th>
              <th scope="col">Received</th>
              <th scope="col">Kept</th>
            </tr>
          </thead>
          <tbody>
            {papers
              .toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1))
              .map((paper) => (
                <Row key={paper.id} paper={paper} data={data} />
              ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

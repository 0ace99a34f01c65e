import { formatDate } from '../../../../shared/domain/london.ts';
import { counted } from '../../../app/words.ts';
import { PaperReader } from '../../../papers/PaperReader.tsx';
import { paperNames } from '../../../papers/paperKinds.ts';
import type { ChildData } from '../childData.ts';
import { Pane, usePanes } from '../panes.tsx';
import { TakeOut } from '../TakeOut.tsx';

/** A paper that came in, read beside the page. */
export function PaperPane({ id, data }: { readonly id: string; readonly data: ChildData }) {
  const panes = usePanes();
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
    <Pane title={paper.title} of={paper.id}>
      <p className="note num stamp">
        {paperNames[paper.kind]}
        {from !== undefined && `, from ${from}`}; received {formatDate(paper.receivedOn)}
        {late !== undefined && `, ${counted(late, 'working day')} late`}
      </p>
      <PaperReader paper={paper} />
      <TakeOut channel="paper:remove" id={paper.id} name={paper.title} data={data} onGone={panes.closeGone} />
    </Pane>
  );
}

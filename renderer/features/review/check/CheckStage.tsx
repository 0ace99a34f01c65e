import { useReview } from '../useReview.tsx';
import { FinaliseFoot } from './FinaliseFoot.tsx';
import { FindingList } from './FindingList.tsx';
import { ThreadPanel } from './ThreadPanel.tsx';
import '../../../styles/check.css';
import './check.css';

/** What is missing before the decisions and the record can be finalised, beside the thread of the whole review. */
export function CheckStage() {
  const { findings } = useReview();
  const must = findings.filter(({ severity }) => severity === 'must').length;
  return (
    <div className="panes check">
      <section className="finds" aria-labelledby="check-head">
        <div className="ph">
          <h2 id="check-head">Check</h2>
          <span className="soft">
            {must} must, {findings.length - must} to look at
          </span>
        </div>
        <FindingList />
        <FinaliseFoot />
      </section>
      <ThreadPanel />
    </div>
  );
}

import type { Run, Runs } from '../../../../shared/report/blocks.ts';
import { marks } from '../../../../shared/report/marks.ts';
import { textOfRun } from '../../../../shared/report/words.ts';

function RunOf({ run }: { readonly run: Run }) {
  switch (run.kind) {
    case 'break':
      return <br />;
    case 'mark':
      return <span className={`rp-mark ${marks[run.mark].colour}`}>{marks[run.mark].glyph}</span>;
    case 'number':
      return <b>{run.number}</b>;
    case 'link':
      return <span className="rp-link">{textOfRun(run)}</span>;
    case 'checkbox':
      return (
        <span>
          <span aria-hidden="true">{textOfRun(run)}</span>
          <span className="hide">{`Tick box: ${run.title}${run.isChecked ? ', ticked' : ''}`}</span>
        </span>
      );
    default:
      return (
        <span className={`rp-${run.look}`} lang={run.language}>
          {textOfRun(run)}
        </span>
      );
  }
}

/** A line as it prints: its words, shapes and numbers. */
export function RunsOf({ runs }: { readonly runs: Runs }) {
  return runs.map((run, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a printed line never changes its order
    <RunOf key={index} run={run} />
  ));
}

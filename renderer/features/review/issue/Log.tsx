import { Button } from '../../../ui/Button.tsx';
import { useReview } from '../useReview.tsx';
import type { Issuing } from './useIssuing.ts';
import { logLines } from './logLines.ts';

/** Who received what, when and how, newest first; each issued file can be saved again, byte for byte. */
export function Log({ issuing }: { readonly issuing: Issuing }) {
  const { record, review, numbers } = useReview();
  const lines = logLines(record, review, numbers);
  return (
    <section className="log" aria-labelledby="log-head">
      <h3 id="log-head">Log</h3>
      {lines.length === 0 ? (
        <p className="empty">Nothing has gone out yet.</p>
      ) : (
        <ul>
          {lines.map(({ key, when, who, what, how, issued }) => (
            <li key={key}>
              <span className="num soft">{when}</span>
              <span className="b">{who}</span>
              <span>{what}</span>
              <span className="soft log-how">
                <span>{how}</span>
                {issued && (
                  <Button
                    look="link"
                    aria-label={`Save again: ${what}, ${who}`}
                    disabled={issuing.isBusy}
                    onClick={() => void issuing.saveAgain(issued.id, issued.document)}
                  >
                    Save again
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

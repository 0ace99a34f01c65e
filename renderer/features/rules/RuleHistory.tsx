import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';

type Line = {
  readonly on: IsoDate | undefined;
  readonly what: string;
  readonly why: readonly (string | undefined)[];
};

/** What was decided about a rule here, oldest first: the day, what, why and by whom. */
export function RuleHistory({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>What was changed here</h3>
      <ul className="history">
        {lines.map(({ on, what, why }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a history, in its own order
          <li key={place}>
            <span className="note num">{on ? formatDate(on) : ''}</span>
            <span>
              {what}. <span className="note">{why.filter(Boolean).join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

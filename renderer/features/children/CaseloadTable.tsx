import { Link } from '@tanstack/react-router';
import { shortAge } from '../../../shared/domain/caseloadWords.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { counted, formatDay } from '../../app/words.ts';
import { Status } from '../../ui/Status.tsx';
import type { CaseloadLine, Order } from './caseload.ts';
import { standingOf } from './caseload.ts';

function Lawful({ line, today }: { readonly line: CaseloadLine; readonly today: IsoDate }) {
  const { lastLawfulDay, whyNone } = line.next;
  if (whyNone !== undefined) return <span className="soft">None: {whyNone}</span>;
  if (lastLawfulDay.kind === 'not-computed') {
    return (
      <span className="note" title={lastLawfulDay.why}>
        Not computed: {lastLawfulDay.why}
      </span>
    );
  }
  const { due, workingDaysLeft: left } = lastLawfulDay;
  const standing = standingOf(line, today);
  return (
    <>
      <span className="num nw">{formatDay(due, today)}</span>
      <span className="two num">
        {standing === 'past' && <Status kind="late">{counted(-left, 'working day')} late</Status>}
        {standing === 'booked-after' && <Status kind="must">booked after it</Status>}
        {standing === 'not-booked-soon' && (
          <Status kind="look">{counted(left, 'working day')}, no date</Status>
        )}
        {standing === 'fine' && counted(left, 'working day')}
      </span>
    </>
  );
}

function Next({ line, today }: { readonly line: CaseloadLine; readonly today: IsoDate }) {
  const { number, on, isBooked, reviewId } = line.next;
  if (line.next.whyNone !== undefined) return <span className="soft">–</span>;
  const name = `Review ${number}`;
  return (
    <>
      <span className="num nw">{on ? formatDay(on, today) : 'No date'}</span>
      <span className="two">
        {reviewId ? (
          <Link to="/reviews/$reviewId/$stage" params={{ reviewId, stage: 'prepare' }} className="lnk">
            {name}
          </Link>
        ) : (
          name
        )}
        {on && !isBooked && ', agreed'}
      </span>
    </>
  );
}

function Row({ line, today }: { readonly line: CaseloadLine; readonly today: IsoDate }) {
  const isOther = !line.fullName.split(/\s+/).includes(line.preferredName);
  return (
    <tr>
      <th scope="row">
        <Link to="/children/$childId/$tab" params={{ childId: line.id, tab: 'overview' }} className="lnk b">
          {line.fullName}
        </Link>
        {isOther && <span className="two">called {line.preferredName}</span>}
      </th>
      <td className="num" data-name="Age">
        {shortAge(line.dateOfBirth, today)}
      </td>
      <td data-name="Order">
        {line.legalStatus ?? (line.isLookedAfter ? 'no order entered' : 'not looked after today')}
      </td>
      <td data-name="Home">{line.placement ?? '–'}</td>
      <td data-name="Worker">{line.worker ?? '–'}</td>
      <td data-name="Next review">
        <Next line={line} today={today} />
      </td>
      <td data-name="Last lawful day">
        <Lawful line={line} today={today} />
      </td>
    </tr>
  );
}

const columns: readonly { readonly name: string; readonly order?: Order }[] = [
  { name: 'Name', order: 'name' },
  { name: 'Age', order: 'age' },
  { name: 'Order' },
  { name: 'Home' },
  { name: 'Worker' },
  { name: 'Next review', order: 'next' },
  { name: 'Last lawful day', order: 'lawful' },
];

type Props = {
  readonly lines: readonly CaseloadLine[];
  readonly today: IsoDate;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
};

/** The caseload as a table; a column with an order of its own has a button for a heading. */
export function CaseloadTable({ lines, today, order, onOrder }: Props) {
  return (
    <table className="caseload sorts">
      <thead>
        <tr>
          {columns.map(({ name, order: own }) => (
            <th
              key={name}
              scope="col"
              aria-sort={own === undefined || own !== order ? undefined : 'ascending'}
            >
              {own === undefined ? (
                name
              ) : (
                <button type="button" onClick={() => onOrder(own)} className={own === order ? 'on' : ''}>
                  {name}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} today={today} />
        ))}
      </tbody>
    </table>
  );
}

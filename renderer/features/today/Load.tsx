import { Link } from '@tanstack/react-router';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { counted, formatDay } from '../../app/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { DueLine } from './dueGroups.ts';
import { keyOf } from './dueGroups.ts';
import type { LoadDay, LoadWeek } from './weeks.ts';
import { dayInWords, weeksAhead } from './weeks.ts';

const shapes = { review: 'rv', decisions: 'de', record: 're', midway: 'mw' } as const;

function dayClass({ date, off }: LoadDay, place: number, isLastWeek: boolean, today: IsoDate): string {
  const marks = [
    'd',
    place === 4 ? 'f' : '',
    isLastWeek ? 'end' : '',
    date === today ? 'now' : '',
    date < today ? 'past' : '',
    off === undefined ? '' : 'off',
  ];
  return marks.filter((mark) => mark !== '').join(' ');
}

function Week({ week, isLast, today }: { week: LoadWeek; isLast: boolean; today: IsoDate }) {
  return (
    <>
      <div className="w num">{formatDay(week.monday, today).slice(4)}</div>
      {week.days.map((day, place) => (
        <div
          key={day.date}
          className={dayClass(day, place, isLast, today)}
          title={[formatDay(day.date, today), dayInWords(day)].filter((part) => part !== '').join(': ')}
        >
          {day.marks.map((mark, index) => (
            <i key={`${mark} ${String(index)}`} className={`mk ${shapes[mark]}`} />
          ))}
        </div>
      ))}
      <div className="sum num">
        <span className="soft">{week.reviews === 0 ? '' : counted(week.reviews, 'review')}</span>
      </div>
    </>
  );
}

/** The same weeks as sentences: a screen reader hears what the picture shows. */
function WeeksInWords({ weeks, today }: { readonly weeks: readonly LoadWeek[]; readonly today: IsoDate }) {
  const days = weeks.flatMap(({ days: own }) => own).filter((day) => dayInWords(day) !== '');
  return (
    <ul className="hide">
      {days.map((day) => (
        <li key={day.date}>
          {formatDay(day.date, today)}: {dayInWords(day)}
        </li>
      ))}
      {days.length === 0 && <li>Nothing in the next eight weeks.</li>}
    </ul>
  );
}

type LoadProps = {
  readonly lines: readonly DueLine[];
  readonly daysOff: Parameters<typeof weeksAhead>[1];
  readonly today: IsoDate;
};

/** Eight weeks to scale: reviews with a day, midway checks, and the decisions and records that reviews make due. */
export function EightWeeks({ lines, daysOff, today }: LoadProps) {
  const weeks = weeksAhead(lines, daysOff, today);
  const hasDayOff = weeks.some(({ days }) => days.some(({ off }) => off !== undefined));
  return (
    <section aria-labelledby="eight-weeks">
      <h2 id="eight-weeks">The next eight weeks</h2>
      <div className="weeks" aria-hidden="true">
        <div className="h" />
        {['M', 'T', 'W', 'T', 'F'].map((name, place) => (
          <div className="h" key={`${name}${String(place)}`}>
            {name}
          </div>
        ))}
        <div className="h" />
        {weeks.map((week, place) => (
          <Week key={week.monday} week={week} isLast={place === weeks.length - 1} today={today} />
        ))}
      </div>
      <WeeksInWords weeks={weeks} today={today} />
      <div className="legend" aria-hidden="true">
        <span>
          <i className="mk rv" />
          review
        </span>
        <span>
          <i className="mk de" />
          decisions due
        </span>
        <span>
          <i className="mk re" />
          record due
        </span>
        <span>
          <i className="mk mw" />
          midway check due
        </span>
        {hasDayOff && <span>hatched: no working day</span>}
      </div>
    </section>
  );
}

/** Children whose next review has no day yet, by the last day that the law allows. */
export function NotBooked({ lines, today }: { readonly lines: readonly DueLine[]; readonly today: IsoDate }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="not-booked">
      <h2 id="not-booked">No date booked: last lawful day</h2>
      <ul className="book">
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <div>
              <div className="b">{line.childName}</div>
              <div className="note num" title={line.sum?.join(' ')}>
                {formatDay(line.due, today)}, {counted(line.workingDaysLeft, 'working day')}
              </div>
            </div>
            <Link
              className="act"
              to="/children/$childId/$tab"
              params={{ childId: line.childId, tab: 'overview' }}
              aria-label={`Book ${line.childName}`}
            >
              Book
              <Icon name="go" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

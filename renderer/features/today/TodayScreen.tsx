import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { useRead } from '../../app/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import '../../styles/today.css';
import { CalendarButton } from '../child/CalendarButton.tsx';
import { Marks } from '../deadlines/Marks.tsx';
import { SumNote } from '../deadlines/SumNote.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { DueRow } from './DueRow.tsx';
import type { Arrangement, DueGroup, DueLine, Filter } from './dueGroups.ts';
import {
  arrange,
  arrangements,
  filters,
  firstDuty,
  groupLines,
  isBesideList,
  matches,
  summaryOf,
} from './dueGroups.ts';
import { EightWeeks, NotBooked } from './Load.tsx';
import { Notices } from './Notices.tsx';
import { TellingForm } from './TellingForm.tsx';

type HeadProps = {
  readonly lines: readonly DueLine[];
  readonly summary: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly by: Arrangement;
  readonly onArrange: (by: Arrangement) => void;
};

function Head({ lines, summary, filter, onFilter, by, onArrange }: HeadProps) {
  return (
    <div className="head">
      <h1>Today</h1>
      <span className="soft">{summary}</span>
      <div className="ways">
        <fieldset className="filters num">
          <legend className="hide">Show</legend>
          {filters.map(({ key, name }) => (
            <button key={key} type="button" aria-pressed={filter === key} onClick={() => onFilter(key)}>
              {name} {lines.filter((line) => matches(line, key)).length}
            </button>
          ))}
        </fieldset>
        <fieldset className="filters">
          <legend className="hide">Arranged</legend>
          {arrangements.map(({ key, name }) => (
            <button key={key} type="button" aria-pressed={by === key} onClick={() => onArrange(key)}>
              {name}
            </button>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

/** What stands open under a line: the form for a telling, or the working of its date. */
type Under = 'telling' | 'sum';
type OpenUnder = { readonly key: string; readonly what: Under };

type GroupProps = {
  readonly group: DueGroup;
  readonly first: string | undefined;
  readonly today: IsoDate;
  readonly officer: string;
};

/** The focus is in nothing, or in the form under this line, which goes now. */
function isNowhere(key: string): boolean {
  const at = document.activeElement;
  const line = at?.closest('.wide')?.previousElementSibling;
  return at === null || at === document.body || line?.getAttribute('data-due') === key;
}

/** One group of the list; what opens under a line gives the focus back to it, or to the next when the line is gone. */
function Group({ group, first, today, officer }: GroupProps) {
  const [open, setOpen] = useState<OpenUnder>();
  const say = useSay();
  const focusRow = (key: string | undefined) => {
    const way = (row: string) => document.querySelector<HTMLElement>(`${row} :is(.act, .btn)`);
    (way(`[data-due="${CSS.escape(key ?? '')}"]`) ?? way('[data-due]'))?.focus();
  };
  return (
    <section aria-label={group.name}>
      <h2>
        {group.name}
        <span>{group.rows.length}</span>
      </h2>
      <ul>
        {group.rows.map((row, place) => (
          <DueRowWithForm
            key={row.key}
            row={row}
            today={today}
            officer={officer}
            isFirst={row.key === first}
            open={open?.key === row.key ? open.what : undefined}
            onOpen={(what) => setOpen(what && { key: row.key, what })}
            onCancel={() => {
              setOpen(undefined);
              focusRow(row.key);
            }}
            onDone={() => {
              // Another line may have been opened since: what is typed there stays, and the focus with it.
              setOpen((now) => (now?.key === row.key ? undefined : now));
              say('Kept');
              if (isNowhere(row.key)) focusRow((group.rows[place + 1] ?? group.rows[place - 1])?.key);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

/** A day that is done is recorded where it is done: from here a date can only be let rest. */
const marksFromToday = ['snooze'] as const;

type RowProps = {
  readonly row: DueGroup['rows'][number];
  readonly today: IsoDate;
  readonly officer: string;
  readonly isFirst: boolean;
  readonly open: Under | undefined;
  readonly onOpen: (what: Under | undefined) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

function DueRowWithForm({ row, today, officer, isFirst, open, onOpen, onDone, onCancel }: RowProps) {
  const { pointId, rule, sum, what, deadlineKey, childId } = row.line;
  const by = /^Promised: (.*) tells /.exec(rule)?.[1] ?? '';
  return (
    <>
      <DueRow
        row={row}
        today={today}
        isFirst={isFirst}
        isSumOpen={open === 'sum'}
        onSum={() => onOpen(open === 'sum' ? undefined : 'sum')}
        onTell={() => onOpen('telling')}
      />
      {open === 'telling' && pointId && (
        <li className="wide">
          <TellingForm pointId={pointId} by={by} today={today} onDone={onDone} onCancel={onCancel} />
        </li>
      )}
      {open === 'sum' && (
        <li className="wide">
          {sum && <SumNote words={sum} what={what} />}
          {deadlineKey !== undefined && (
            <Marks
              kinds={marksFromToday}
              deadline={{ key: deadlineKey, what, childId }}
              officer={officer}
              today={today}
              onDone={onDone}
            />
          )}
        </li>
      )}
    </>
  );
}

function Nothing({ hasChildren }: { readonly hasChildren: boolean }) {
  return (
    <p className="empty">
      {hasChildren ? (
        'Nothing needs you in the next eight weeks.'
      ) : (
        <>
          No children yet. What needs you stands here, by the day it is due.{' '}
          <Link className="act" to="/children">
            Add a child
          </Link>
        </>
      )}
    </p>
  );
}

type Data = {
  readonly lines: Output<'today:list'>;
  readonly daysOff: Output<'today:daysOff'>;
  readonly today: IsoDate;
  readonly officer: string;
};

function TodayList({ lines, daysOff, today, officer }: Data) {
  const [filter, setFilter] = useState<Filter>('all');
  const children = useRead('child:list', {});
  const beside = lines.filter((line) => isBesideList(line, today));
  const listed = lines.filter((line) => !isBesideList(line, today));
  const all = groupLines(listed, today);
  const [by, setBy] = useState<Arrangement>('date');
  const groups = arrange(
    listed.filter((line) => matches(line, filter)),
    today,
    by,
  );
  const first = firstDuty(groups);
  return (
    <div className="today">
      <div className="list scroll" data-pane="">
        <Head
          lines={listed}
          summary={summaryOf(all)}
          filter={filter}
          onFilter={setFilter}
          by={by}
          onArrange={setBy}
        />
        <PanelBoundary name="The notices">
          <Notices />
        </PanelBoundary>
        <div className="due">
          {groups.map((group) => (
            <Group key={group.key} group={group} first={first} today={today} officer={officer} />
          ))}
          {groups.length === 0 && <Nothing hasChildren={(children.data?.length ?? 0) > 0} />}
        </div>
      </div>
      <aside className="load scroll" aria-label="The weeks ahead" data-pane="">
        <PanelBoundary name="The next eight weeks">
          <EightWeeks lines={lines} daysOff={daysOff} today={today} />
        </PanelBoundary>
        <PanelBoundary name="What is not booked">
          <NotBooked lines={beside} today={today} />
        </PanelBoundary>
        {(children.data?.length ?? 0) > 0 && (
          <div className="below">
            <CalendarButton />
          </div>
        )}
      </aside>
    </div>
  );
}

/** What needs the officer, in date order, each with the rule behind it and the way to do it. */
export function TodayScreen() {
  const list = useRead('today:list', {});
  const off = useRead('today:daysOff', {});
  const settings = useRead('settings:get', {});
  const failed = list.error ?? off.error ?? settings.error;
  if (failed) return <ErrorNote error={failed.error} />;
  if (!list.data || !off.data || !settings.data) return null;
  const { today, officer } = settings.data;
  return <TodayList lines={list.data} daysOff={off.data} today={today} officer={officer.name} />;
}

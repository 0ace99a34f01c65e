import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatLocalTime } from '../../../shared/domain/london.ts';
import { counted, formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Status } from '../../ui/Status.tsx';
import type { DueLine, DueRow as Row } from './dueGroups.ts';

function When({ line, today }: { readonly line: DueLine; readonly today: IsoDate }) {
  const { due, startsAt, workingDaysLeft: left } = line;
  const isToday = due === today;
  return (
    <div>
      <div className="one num nw">
        {isToday && startsAt ? formatLocalTime(startsAt) : isToday ? 'Today' : formatDay(due, today)}
      </div>
      {due < today ? (
        <span title={left < 0 ? `${counted(-left, 'working day')} late` : undefined}>
          <Status kind="late">{left < 0 ? `${counted(-left, 'day')} late` : 'since the weekend'}</Status>
        </span>
      ) : (
        !isToday && <span className="two">{counted(left, 'working day')}</span>
      )}
    </div>
  );
}

type Way = { readonly words: string } & (
  | { readonly stage: 'prepare' | 'chair' | 'issue' }
  | { readonly tab: 'plan' | 'reviews' | 'dates' | 'overview' }
);

/** Where each kind of line is done: a step of its review, or a tab of its child. A review not begun is its child's. */
const ways: Readonly<Record<Exclude<DueLine['kind'], 'telling'>, Way>> = {
  review: { words: 'Prepare', stage: 'prepare' },
  book: { words: 'Book', stage: 'prepare' },
  decisions: { words: 'Finalise decisions', stage: 'issue' },
  reply: { words: 'See decisions', stage: 'issue' },
  record: { words: 'Finalise record', stage: 'issue' },
  issue: { words: 'Issue copies', stage: 'issue' },
  filing: { words: 'Stamp as filed', stage: 'issue' },
  action: { words: 'See plan', tab: 'plan' },
  midway: { words: 'Check midway', tab: 'reviews' },
  date: { words: 'See dates', tab: 'dates' },
};

function wayOf({ kind, due, reviewId }: DueLine, today: IsoDate): Way {
  if (kind === 'telling' || (kind === 'review' && !reviewId)) return ways.book;
  return kind === 'review' && due === today ? { words: 'Chair', stage: 'chair' } : ways[kind];
}

type DoProps = {
  readonly line: DueLine;
  readonly today: IsoDate;
  readonly isFirst: boolean;
  readonly onTell: () => void;
};

/** The one button of a line: it goes to where the thing is done, or for a telling opens its form here. */
function DoIt({ line, today, isFirst, onTell }: DoProps) {
  const look = isFirst ? 'btn go' : 'act';
  const arrow = !isFirst && <Icon name="go" />;
  const label = (words: string) => `${words}: ${line.childName}, ${line.what}`;
  if (line.kind === 'telling') {
    return (
      <Button look={isFirst ? 'go' : 'link'} aria-label={label('Record telling')} onClick={onTell}>
        Record telling
        {arrow}
      </Button>
    );
  }
  const { childId, reviewId } = line;
  const way = wayOf(line, today);
  const inside = (
    <>
      {way.words}
      {arrow}
    </>
  );
  return 'stage' in way && reviewId ? (
    <Link
      className={look}
      to="/reviews/$reviewId/$stage"
      params={{ reviewId, stage: way.stage }}
      aria-label={label(way.words)}
    >
      {inside}
    </Link>
  ) : (
    <Link
      className={look}
      to="/children/$childId/$tab"
      params={{ childId, tab: 'tab' in way ? way.tab : 'overview' }}
      aria-label={label(way.words)}
    >
      {inside}
    </Link>
  );
}

type WhatProps = { readonly row: Row; readonly isSumOpen: boolean; readonly onSum: () => void };

function What({ row: { line, together }, isSumOpen, onSum }: WhatProps) {
  const many = together.length > 1;
  const what = many
    ? `${together.length} ${line.kind === 'date' ? 'dates' : 'promises'} late: ${together.map((one) => one.what).join('; ')}`
    : line.what;
  const rule = many ? `The oldest: ${line.rule.slice(0, 1).toLowerCase()}${line.rule.slice(1)}` : line.rule;
  return (
    <div>
      <div className={line.kind === 'telling' ? 'what' : 'what cut'} title={what}>
        {what}
      </div>
      {(line.sum ?? line.deadlineKey) !== undefined && !many ? (
        <button type="button" className="two cut sumof" aria-expanded={isSumOpen} onClick={onSum}>
          {rule}
        </button>
      ) : (
        <div className="two cut" title={rule}>
          {rule}
        </div>
      )}
    </div>
  );
}

type Props = {
  readonly row: Row;
  readonly today: IsoDate;
  readonly isFirst: boolean;
  readonly onTell: () => void;
  /** The rule of a line is the button that opens the working of its date, and what may be said of it. */
  readonly isSumOpen: boolean;
  readonly onSum: () => void;
  readonly ref?: Ref<HTMLLIElement>;
};

/** One thing that needs the officer: when, who, what and by which rule, and the way to do it. */
export function DueRow({ row, today, isFirst, onTell, isSumOpen, onSum, ref }: Props) {
  const { line } = row;
  return (
    <li ref={ref} data-due={row.key}>
      <When line={line} today={today} />
      <div>
        <Link
          className="one"
          to="/children/$childId/$tab"
          params={{ childId: line.childId, tab: 'overview' }}
        >
          {line.childName}
        </Link>
        <div className="two cut">{line.about}</div>
      </div>
      <What row={row} isSumOpen={isSumOpen} onSum={onSum} />
      <DoIt line={line} today={today} isFirst={isFirst} onTell={onTell} />
    </li>
  );
}

import { useId, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate, formatInstant, formatLongDate } from '../../../shared/domain/london.ts';
import type { MarkKind } from '../../../shared/domain/model/deadlineMarks.ts';
import { lateReasons } from '../../../shared/domain/model/deadlineMarks.ts';
import { formatDay } from '../../app/words.ts';
import { Status } from '../../ui/Status.tsx';
import { Marks, marksOfOpen } from './Marks.tsx';
import { SumNote } from './SumNote.tsx';
import type { DateLine, MovedDate } from './deadlineWords.ts';
import { standingOf } from './deadlineWords.ts';

type Line = DateLine;
type Props = {
  readonly line: Line;
  /** How it moved, newest first. */
  readonly moved: readonly MovedDate[];
  readonly childId: string;
  readonly officer: string;
  readonly today: IsoDate;
  /** After something was said of it. */
  readonly onKept: () => void;
};

/** What else is to be said of a date, in short sentences. */
function notesOf(line: Line, moved: readonly MovedDate[], today: IsoDate): string[] {
  const { due, lastWorkingDayOnOrBefore: workday, rule } = line;
  return [
    due && workday && workday !== due ? `Last working day ${formatDay(workday, today)}` : '',
    line.setFor ? `Set for ${formatDay(line.setFor, today)}` : '',
    line.opensOn ? `From ${formatDay(line.opensOn, today)}` : '',
    line.doneOn ? `Done ${formatDay(line.doneOn, today)}` : '',
    line.late ? `Late because ${line.late.words ?? lateReasons[line.late.reason]}` : '',
    line.snoozedUntil ? `Rests until ${formatDay(line.snoozedUntil, today)}` : '',
    line.isUnrecorded === true ? 'Nothing of the kind is on the record' : '',
    line.ifSilent !== undefined ? `No reply: ${line.ifSilent}` : '',
    rule.changed ? 'The authority changed this rule' : '',
    !rule.changed && moved.some(({ cause }) => cause.kind === 'rules')
      ? 'Moved by a change of the rules'
      : '',
    rule.isUnverified ? 'Unverified rule: check' : '',
    due && !line.certain && !rule.isUnverified ? 'Not certain yet' : '',
    line.why ?? '',
  ].filter((part) => part !== '');
}

function When({ line, today }: { readonly line: Line; readonly today: IsoDate }) {
  const { kind, words } = standingOf(line);
  return (
    <div>
      <div className="one num nw">
        {line.dueAt ? formatInstant(line.dueAt) : line.due ? formatDay(line.due, today) : 'No date'}
      </div>
      <Status kind={kind}>{words}</Status>
    </div>
  );
}

/** The rule behind a date, its source, and what the authority made of it. */
function RuleNote({ rule }: Pick<Line, 'rule'>) {
  const { changed } = rule;
  return (
    <p className="note">
      Rule {rule.id}, {rule.source}.
      {changed &&
        ` Changed here${changed.on ? ` on ${formatDate(changed.on)}` : ''}${changed.by === undefined ? '' : ` by ${changed.by}`}: ${changed.why ?? ''}.`}
    </p>
  );
}

function marksFor({ state, asksReason }: Line): readonly MarkKind[] {
  const isOpen = state === 'due' || state === 'overdue';
  return [...(asksReason ? ['late' as const] : []), ...(isOpen ? marksOfOpen : [])];
}

/** What it was, what it became, when, and what moved it. */
function Moves({ moved }: Pick<Props, 'moved'>) {
  const heading = useId();
  if (moved.length === 0) return null;
  return (
    <section className="moves" aria-labelledby={heading}>
      <h3 id={heading}>How this date moved</h3>
      <ul>
        {moved.map(({ at, words }) => (
          <li key={`${at} ${words}`}>
            <span className="note num">{formatInstant(at)}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opened({ line, moved, childId, officer, today, onKept }: Props) {
  return (
    <div className="opened">
      {line.words && <SumNote words={line.words} what={line.what} />}
      <RuleNote rule={line.rule} />
      <Moves moved={moved} />
      <Marks
        kinds={marksFor(line)}
        deadline={{ key: line.key, what: line.what, childId }}
        officer={officer}
        today={today}
        onDone={onKept}
      />
    </div>
  );
}

/** One date of a child: when, what, by which rule; it opens to its working and to what may be said of it. */
export function DeadlineRow(props: Props) {
  const { line, moved, today } = props;
  const [isOpen, setOpen] = useState(false);
  const notes = notesOf(line, moved, today);
  return (
    <li data-deadline={line.key}>
      <When line={line} today={today} />
      <div>
        <button
          type="button"
          className="deadline"
          aria-expanded={isOpen}
          aria-label={`${line.what}${line.due ? `, ${formatLongDate(line.due)}` : ''}: how it is counted`}
          onClick={() => setOpen(!isOpen)}
        >
          {line.what}
        </button>
        <div className="note">{notes.join(' · ')}</div>
        {line.asksReason && <Status kind="look">Late: say why</Status>}
        {isOpen && <Opened {...props} />}
      </div>
      <span className="note num">{line.rule.id}</span>
    </li>
  );
}

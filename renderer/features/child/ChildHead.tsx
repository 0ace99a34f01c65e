import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shortLegalStatuses, shortPlacements, spanInWords } from '../../../shared/domain/caseloadWords.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { formatDate, formatLocalTime, formatLongDate } from '../../../shared/domain/london.ts';
import { knownFrom } from '../../../shared/domain/reviews.ts';
import { ordinal } from '../../../shared/report/phrases.ts';
import { newId } from '../../app/ids.ts';
import { useChange } from '../../app/queries.ts';
import { formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData } from './childData.ts';
import { runningPeriod } from './childData.ts';
import type { LifePeriod } from './lifeLine/life.ts';
import { usePanes } from './panes.tsx';

function Fact({
  name,
  one,
  children,
}: {
  readonly name: string;
  readonly one: string;
  readonly children?: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {one}
        {children}
      </dd>
    </div>
  );
}

function Since({ period, more }: { readonly period: LifePeriod; readonly more?: string | undefined }) {
  const from = knownFrom(period);
  const words = [from && `since ${formatDate(from)}`, more].filter((part) => part !== undefined);
  return words.length > 0 && <span className="two num">{words.join(', ')}</span>;
}
const capital = (words: string) => words.slice(0, 1).toLocaleUpperCase('en-GB') + words.slice(1);

function OrderFact({ data }: { readonly data: ChildData }) {
  const period = runningPeriod(data, 'legal-status');
  if (!period) return <Fact name="Order" one="Not entered" />;
  return (
    <Fact name="Order" one={capital(shortLegalStatuses[period.status])}>
      <Since period={period} />
    </Fact>
  );
}

function HomeFact({ data }: { readonly data: ChildData }) {
  const period = runningPeriod(data, 'placement');
  if (!period) return <Fact name="Home" one="Not entered" />;
  const homes = data.view.periods.filter(
    ({ kind, from }) => kind === 'placement' && from <= period.from,
  ).length;
  const count = homes > 1 ? `, the ${ordinal(homes)}` : '';
  return (
    <Fact name="Home" one={`${capital(shortPlacements[period.placement])}${count}`}>
      <Since period={period} />
    </Fact>
  );
}

function WorkerFact({ data }: { readonly data: ChildData }) {
  const period = runningPeriod(data, 'social-worker');
  if (!period) return <Fact name="Worker" one="Not entered" />;
  const yearAgo = addDays(data.today, -365);
  const inYear = data.view.periods.filter(
    ({ kind, from, to }) => kind === 'social-worker' && from <= data.today && (to ?? data.today) >= yearAgo,
  ).length;
  return (
    <Fact name="Worker" one={[period.name, period.team].filter((part) => part !== undefined).join(', ')}>
      <Since period={period} more={inYear > 1 ? `${ordinal(inYear)} in a year` : undefined} />
    </Fact>
  );
}

function NextFact({ data: { overview, today } }: { readonly data: ChildData }) {
  const { next } = overview;
  if (next.whyNone !== undefined) return <Fact name="Next review" one={`None: ${next.whyNone}`} />;
  const day = next.on === today ? 'Today' : next.on ? formatDay(next.on, today) : 'No date yet';
  const time = next.startsAt ? `, ${formatLocalTime(next.startsAt)}` : '';
  const { lastLawfulDay: lawful } = next;
  const isLate =
    lawful.kind === 'computed' && (lawful.due < today || (next.on !== undefined && next.on > lawful.due));
  return (
    <Fact name="Next review" one={`${day}${time}, review ${next.number}`}>
      {lawful.kind === 'computed' ? (
        <span className="two num" title={lawful.sum.join(' ')}>
          {isLate ? (
            <Status kind="late">last lawful day {formatLongDate(lawful.due)}</Status>
          ) : (
            `last lawful day ${formatLongDate(lawful.due)}`
          )}
        </span>
      ) : (
        <span className="two">Last lawful day not computed. {lawful.why}</span>
      )}
    </Fact>
  );
}

function VoiceFact({ data: { view } }: { readonly data: ChildData }) {
  const { preferredName, communication, languages } = view.child;
  const speaker = view.people.find(({ role }) => role === 'advocate' || role === 'interpreter');
  const one = communication?.trim() ?? '';
  const tongues = languages?.join(', ') ?? '';
  return (
    <Fact
      name={`How ${preferredName} communicates`}
      one={one === '' ? (tongues === '' ? 'Not entered' : tongues) : one}
    >
      {speaker && (
        <span className="two">
          {speaker.name}, {speaker.role}
        </span>
      )}
    </Fact>
  );
}

/** The way into the review that is on: write it up, chair it, prepare it, or start the next. */
function ReviewButton({ data: { view, overview, today } }: { readonly data: ChildData }) {
  const start = useChange('review:start');
  const navigate = useNavigate();
  const held = overview.reviews.findLast(({ stage }) => stage === 'held');
  const { next } = overview;
  const reviewId = held && held.id !== next.reviewId ? held.id : next.reviewId;
  if (reviewId) {
    const isToday = next.reviewId === reviewId && next.on === today;
    const stage = isToday ? 'chair' : reviewId === held?.id ? 'write-up' : 'prepare';
    const verb = isToday ? 'Chair' : stage === 'write-up' ? 'Write up' : 'Prepare';
    const number = reviewId === held?.id ? held.number : next.number;
    return (
      <Link className="btn go" to="/reviews/$reviewId/$stage" params={{ reviewId, stage }}>
        {verb} review {number}
      </Link>
    );
  }
  const begin = () => {
    const id = newId();
    const kind = view.child.isShortBreaks === true ? 'short-breaks' : 'looked-after';
    start.mutate(
      { id, childId: view.child.id, kind },
      {
        onSuccess: () =>
          void navigate({ to: '/reviews/$reviewId/$stage', params: { reviewId: id, stage: 'prepare' } }),
      },
    );
  };
  return (
    <>
      <Button look="go" onClick={begin} disabled={start.isPending}>
        Start review {next.number}
      </Button>
      {start.error && <ErrorNote error={start.error.error} />}
    </>
  );
}

/** Who the child is, where things are, and the way into the review. */
export function ChildHead({ data }: { readonly data: ChildData }) {
  const { child } = data.view;
  const panes = usePanes();
  const areFactsOpen = panes.pane?.kind === 'facts';
  const isOther = !child.fullName.split(/\s+/).includes(child.preferredName);
  const called = [isOther ? `called “${child.preferredName}”` : '', child.pronouns ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return (
    <header className="chead">
      <h1>
        {child.fullName}{' '}
        <span>
          {spanInWords(child.dateOfBirth, data.today)}, born {formatDate(child.dateOfBirth)}
          {called !== '' && `; ${called}`}
        </span>
      </h1>
      <div className="acts">
        <Button
          onClick={() => (areFactsOpen ? panes.close() : panes.open({ kind: 'facts' }))}
          aria-expanded={areFactsOpen}
        >
          Facts
        </Button>
        <ReviewButton data={data} />
      </div>
      <dl className="idf">
        <OrderFact data={data} />
        <HomeFact data={data} />
        <WorkerFact data={data} />
        <NextFact data={data} />
        <VoiceFact data={data} />
      </dl>
    </header>
  );
}

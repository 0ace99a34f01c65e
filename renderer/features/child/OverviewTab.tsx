import { quoted } from '../../../shared/report/phrases.ts';
import { Link } from '@tanstack/react-router';
import { daysBetween } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { counted, formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActionMark } from '../../ui/Marks.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData, Overview, Promised } from './childData.ts';
import { nearDates } from './dates.ts';
import { risksOf } from './lifeLine/life.ts';
import { LifeLine } from './lifeLine/LifeLine.tsx';
import { riskInWords } from './lifeLine/risks.ts';
import { usePanes } from './panes.tsx';
import { carriedWords, dueWords, openPromises, standing, whoWords } from './promiseWords.ts';

const shownPromises = 8;

function PromiseLine({ promise }: { readonly promise: Promised }) {
  const { kind, words } = standing(promise);
  const carried = carriedWords(promise);
  return (
    <li>
      <ActionMark number={promise.number} />
      <div>
        <div>{promise.action.what}</div>
        <div className="note">
          Review {promise.reviewNumber}; {whoWords(promise)}; {dueWords(promise)}
        </div>
      </div>
      <div className="end">
        <Status kind={kind}>{words}</Status>
        {carried !== '' && <div className="note">{carried}</div>}
      </div>
    </li>
  );
}

function NotDone({ data }: { readonly data: ChildData }) {
  const { promises } = data.overview;
  const open = openPromises(promises);
  const { child } = data.view;
  const panes = usePanes();
  return (
    <section aria-labelledby="not-done">
      <h2 id="not-done">
        Promised and not done{' '}
        <span>{promises.length === 0 ? '' : `${open.length} of ${promises.length} open`}</span>
        <Link className="act" to="/children/$childId/$tab" params={{ childId: child.id, tab: 'plan' }}>
          Plan
          <Icon name="go" />
        </Link>
      </h2>
      <ul className="open">
        {open.slice(0, shownPromises).map((promise) => (
          <PromiseLine key={promise.action.id} promise={promise} />
        ))}
      </ul>
      {promises.length === 0 && (
        <p className="empty">
          Nothing promised yet.{' '}
          <Button look="link" onClick={() => panes.open({ kind: 'paste' })}>
            Paste last time’s actions
          </Button>
        </p>
      )}
      {promises.length > 0 && open.length === 0 && <p className="empty">Everything promised is done.</p>}
      {open.length > shownPromises && (
        <p className="note">and {counted(open.length - shownPromises, 'more promise')} in the plan</p>
      )}
    </section>
  );
}

const pointKinds: Readonly<Partial<Record<Overview['lastSaid'][number]['point']['kind'], string>>> = {
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
  news: 'News',
  observation: 'Seen',
};

function SaidLast({ data }: { readonly data: ChildData }) {
  const { lastSaid, lastSaidOn } = data.overview;
  const name = data.view.child.preferredName;
  // What was seen of a baby is never presented as said.
  const isSeen = lastSaid.length > 0 && lastSaid.every(({ point }) => point.kind === 'observation');
  return (
    <section aria-labelledby="said-last">
      <h2 id="said-last">
        {isSeen ? `What was seen of ${name} last` : `What ${name} said last`}{' '}
        {lastSaidOn && <span className="num">{formatDate(lastSaidOn)}</span>}
      </h2>
      {lastSaid.length === 0 && <p className="empty">Nothing written down yet. The next review asks.</p>}
      <ul className="said">
        {lastSaid.slice(0, 6).map(({ point, said }) => (
          <li key={point.id}>
            {point.kind === 'observation' ? (
              <p>{point.words}</p>
            ) : (
              <p className="voice">{quoted(point.translation?.words ?? point.words)}</p>
            )}
            <p className="note">
              {pointKinds[point.kind] ?? ''}
              {said !== '' && `. ${said}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dates({ data }: { readonly data: ChildData }) {
  const { view, today } = data;
  const panes = usePanes();
  const dates = nearDates(view, today);
  const stale = risksOf(view).flatMap((risk) => {
    const { fault } = riskInWords(risk, today);
    return risk.closedOn === undefined && fault !== '' ? [{ risk, fault }] : [];
  });
  return (
    <section aria-labelledby="near-dates">
      <h2 id="near-dates">
        Dates <span>late or near</span>
        <Button look="link" className="act" onClick={() => panes.open({ kind: 'facts' })}>
          All dates
          <Icon name="go" />
        </Button>
      </h2>
      <ul>
        {stale.map(({ risk, fault }) => (
          <li key={risk.id}>
            <div className="pair">
              <span>{risk.title}</span>
              <Status kind="late">Stale</Status>
            </div>
            <div className="note">
              {risk.rating}, {fault}
            </div>
          </li>
        ))}
        {dates.map((date) => (
          <li key={`${date.name} ${date.due}`}>
            <div className="pair">
              <span>{date.name}</span>
              {date.isLate ? (
                <Status kind="late">Late</Status>
              ) : (
                <Status kind="due">{counted(daysBetween(today, date.due), 'day')}</Status>
              )}
            </div>
            <div className="note num">
              due {formatDay(date.due, today)}
              {date.lastOn && `; last ${formatDate(date.lastOn)}`}
            </div>
          </li>
        ))}
      </ul>
      {stale.length + dates.length === 0 && (
        <p className="empty">
          {view.events.length === 0 ? 'No dates entered yet.' : 'Nothing late, nothing due within 60 days.'}
        </p>
      )}
    </section>
  );
}

/** The life line, what was promised, what the child said, and the dates that are late or near. */
export function OverviewTab({ data }: { readonly data: ChildData }) {
  return (
    <div className="overview">
      <PanelBoundary name="The life line">
        <LifeLine view={data.view} overview={data.overview} />
      </PanelBoundary>
      <div className="over">
        <PanelBoundary name="What was promised">
          <NotDone data={data} />
        </PanelBoundary>
        <PanelBoundary name="What the child said last">
          <SaidLast data={data} />
        </PanelBoundary>
        <PanelBoundary name="The list of dates">
          <Dates data={data} />
        </PanelBoundary>
      </div>
    </div>
  );
}

import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { readAgain, useRead } from '../../app/queries.ts';
import type { ChildTab } from '../../app/routeTable.ts';
import { childTabs } from '../../app/routeTable.ts';
import { UndoLine, UndoProvider } from '../../app/undoLine.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import '../../styles/caseload.css';
import '../../styles/child.css';
import { DatesTab } from '../deadlines/DatesTab.tsx';
import { AmendPane } from './AmendPane.tsx';
import type { ChildData } from './childData.ts';
import { useChild } from './childData.ts';
import { ChildHead } from './ChildHead.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { Pane, PanesProvider, usePanes } from './panes.tsx';
import { PlanTab } from './PlanTab.tsx';
import { ReviewsTab } from './ReviewsTab.tsx';
import { PapersTab } from './papers/PapersTab.tsx';
import { ViewsTab } from './ViewsTab.tsx';

// The forms and readers are loaded when a pane opens.
const FactsPane = lazy(async () => ({ default: (await import('./facts/FactsPane.tsx')).FactsPane }));
const PeopleTab = lazy(async () => ({ default: (await import('./PeopleTab.tsx')).PeopleTab }));
const PersonPane = lazy(async () => ({ default: (await import('./PeopleTab.tsx')).PersonPane }));
const AddPaperPane = lazy(async () => ({
  default: (await import('./papers/AddPaperPane.tsx')).AddPaperPane,
}));
const PaperPane = lazy(async () => ({ default: (await import('./papers/PaperPane.tsx')).PaperPane }));
const PasteActions = lazy(async () => ({
  default: (await import('../firstDay/PasteActions.tsx')).PasteActions,
}));

const tabNames: Readonly<Record<ChildTab, string>> = {
  overview: 'Overview',
  reviews: 'Reviews',
  dates: 'Dates',
  plan: 'Plan',
  views: 'Views',
  people: 'People',
  papers: 'Papers',
};

const isTab = (name: string): name is ChildTab => childTabs.some((tab) => tab === name);

function Tabs({ data, tab }: { readonly data: ChildData; readonly tab: ChildTab }) {
  const { view, overview } = data;
  const asks = useRead('child:asks', { id: view.child.id });
  const counts: Readonly<Partial<Record<ChildTab, number>>> = {
    reviews: overview.reviews.length,
    plan: overview.promises.filter(({ isClosed }) => !isClosed).length,
    ...(asks.data && { views: asks.data.length }),
    people: view.people.length,
    papers: view.papers.length,
  };
  return (
    <nav className="ctabs num" aria-label={`Pages of ${view.child.preferredName}`}>
      {childTabs.map((name) => (
        <Link
          key={name}
          to="/children/$childId/$tab"
          params={{ childId: view.child.id, tab: name }}
          {...(name === tab && { 'aria-current': 'page' as const })}
        >
          {tabNames[name]} {counts[name] ?? ''}
        </Link>
      ))}
    </nav>
  );
}

function Body({ data, tab }: { readonly data: ChildData; readonly tab: ChildTab }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab data={data} />;
    case 'reviews':
      return <ReviewsTab data={data} />;
    case 'dates':
      return <DatesTab data={data} />;
    case 'plan':
      return <PlanTab data={data} />;
    case 'views':
      return <ViewsTab data={data} />;
    case 'people':
      return <PeopleTab data={data} />;
    case 'papers':
      return <PapersTab data={data} />;
    default:
      return tab satisfies never;
  }
}

function Paste({ data }: { readonly data: ChildData }) {
  const { close } = usePanes();
  const navigate = useNavigate();
  const { id } = data.view.child;
  const done = () => {
    void readAgain();
    close();
    void navigate({ to: '/children/$childId/$tab', params: { childId: id, tab: 'plan' } });
  };
  return (
    <Pane title="Last time’s actions">
      <PasteActions childId={id} onDone={done} onCancel={close} />
    </Pane>
  );
}

/** Whatever stands open beside the page. */
function Beside({ data }: { readonly data: ChildData }) {
  const { pane } = usePanes();
  if (!pane) return null;
  switch (pane.kind) {
    case 'facts':
      return <FactsPane key={JSON.stringify(pane.fact)} data={data} fact={pane.fact} />;
    case 'person':
      return <PersonPane key={pane.id ?? 'new'} id={pane.id} data={data} />;
    case 'amend':
      return <AmendPane key={pane.actionId} actionId={pane.actionId} data={data} />;
    case 'paste':
      return <Paste data={data} />;
    case 'add-paper':
      return <AddPaperPane data={data} />;
    case 'paper':
      return <PaperPane key={pane.id} id={pane.id} data={data} />;
    default:
      return pane satisfies never;
  }
}

function ChildPage({ data, tab }: { readonly data: ChildData; readonly tab: ChildTab }) {
  const { pane } = usePanes();
  const width = pane === undefined ? '' : pane.kind === 'paper' ? ' beside wide' : ' beside';
  return (
    <div className="child">
      <ChildHead data={data} />
      <Tabs data={data} tab={tab} />
      <div className={`cbody${width}`}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <section className="cmain scroll" data-pane="" key={tab} tabIndex={0} aria-label={tabNames[tab]}>
          <PanelBoundary name={tabNames[tab]}>
            <Suspense fallback={null}>
              <Body data={data} tab={tab} />
            </Suspense>
          </PanelBoundary>
        </section>
        <PanelBoundary name="This pane" key={pane?.kind ?? 'none'}>
          <Suspense fallback={null}>
            <Beside data={data} />
          </Suspense>
        </PanelBoundary>
      </div>
      <UndoLine />
    </div>
  );
}

/** One child: who, where things are, the life line, and the pages of the child. */
export function ChildScreen() {
  const { childId, tab } = useParams({ from: '/children/$childId/$tab' });
  const { data, error } = useChild(childId);
  if (error) return <ErrorNote error={error.error} />;
  if (!data) return null;
  return (
    <UndoProvider key={childId}>
      <PanesProvider>
        <ChildPage data={data} tab={isTab(tab) ? tab : 'overview'} />
      </PanesProvider>
    </UndoProvider>
  );
}

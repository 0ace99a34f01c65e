import type { KeyboardEvent } from 'react';
import { Suspense, lazy, useCallback, useState } from 'react';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { PanelBoundary } from '../../../ui/PanelBoundary.tsx';
import { useReview } from '../useReview.tsx';
import { LastTimePane } from './LastTimePane.tsx';
import { NotesPane, waitingNotes } from './NotesPane.tsx';
import { PlanPane, ownedDecisions } from './PlanPane.tsx';
import { actionsOf } from './agreed.ts';
import { papersOf } from './papers.ts';

/** What stands beside the text; in a narrow window `text` is one of them. */
export type Pane = 'text' | 'last' | 'notes' | 'plan' | 'papers';

type Props = {
  readonly rows: readonly SectionRow[];
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
};

// Apart: who reads no papers waits for none of what reads them.
const PapersPane = lazy(async () => ({ default: (await import('./PapersPane.tsx')).PapersPane }));

function useTabs(rows: readonly SectionRow[]) {
  const data = useReview();
  const owned = ownedDecisions(data, rows);
  const plan = owned.reduce((sum, decision) => sum + 1 + actionsOf(data.record, decision).length, 0);
  const notes = waitingNotes(data, rows).length;
  const papers = papersOf(data.record.papers, data.review.id).own.length;
  return [
    { pane: 'last', name: 'Last time' },
    { pane: 'notes', name: notes === 0 ? 'Notes' : `Notes ${notes}` },
    { pane: 'plan', name: plan === 0 ? 'Plan' : `Plan ${plan}` },
    { pane: 'papers', name: papers === 0 ? 'Papers' : `Papers ${papers}` },
  ] as const;
}

/** The arrows move along the tabs, as every tab list's do. */
function onTabKey(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')].filter(
    (tab) => tab.offsetParent !== null,
  );
  const here = tabs.findIndex((tab) => tab === document.activeElement);
  const next = tabs.at((here + step + tabs.length) % tabs.length);
  next?.focus();
  next?.click();
  event.preventDefault();
}

type TabsProps = Props & { readonly className: string; readonly hasText: boolean; readonly label: string };

function Tabs({ rows, pane, onPane, className, hasText, label }: TabsProps) {
  const tabs = useTabs(rows);
  const all = hasText ? [{ pane: 'text', name: 'Text' } as const, ...tabs] : tabs;
  const current = pane === 'text' && !hasText ? 'last' : pane;
  return (
    <div role="tablist" aria-label={label} tabIndex={-1} className={`tabs ${className}`} onKeyDown={onTabKey}>
      {all.map((tab) => (
        <button
          key={tab.pane}
          type="button"
          role="tab"
          className={tab.pane === 'plan' && !hasText ? 'narrow' : undefined}
          aria-selected={tab.pane === current}
          tabIndex={tab.pane === current ? 0 : -1}
          onClick={() => onPane(tab.pane)}
        >
          {tab.name}
        </button>
      ))}
    </div>
  );
}

/** In a narrow window: the text, and what otherwise stands beside it, by name. */
export function FoldTabs(props: Props) {
  return <Tabs {...props} className="fold" hasText label="Text, last time, notes, plan, papers" />;
}

type SideProps = Props & {
  /** The paper that is read, if one is open. */
  readonly paperId: string | undefined;
  readonly onPaper: (id: string | undefined) => void;
};

/** Once opened it stays behind the other tabs: where a paper was read is not lost by a look at the notes. */
function Papers({ rows, pane, onPane, paperId, onPaper }: SideProps) {
  const isShown = pane === 'papers';
  const [wasOpened, setOpened] = useState(isShown);
  if (isShown && !wasOpened) setOpened(true);
  const onText = useCallback(() => onPane('text'), [onPane]);
  if (!wasOpened) return null;
  return (
    <div className="papers-pane" role="tabpanel" aria-label="papers" hidden={!isShown}>
      <PanelBoundary name="This pane">
        <Suspense fallback={<p className="note">Opening the papers</p>}>
          <PapersPane rows={rows} paperId={paperId} onPaper={onPaper} onText={onText} />
        </Suspense>
      </PanelBoundary>
    </div>
  );
}

function Beside({ rows, pane }: Pick<Props, 'rows' | 'pane'>) {
  const shown = pane === 'text' ? 'last' : pane;
  return (
    <div className="in scroll" role="tabpanel" aria-label={shown} tabIndex={0}>
      <PanelBoundary name="This pane" key={shown}>
        {shown === 'last' && rows.length === 0 && (
          <p className="empty">Open one of the ten groups to read it beside last time.</p>
        )}
        {shown === 'last' && <LastTimePane rows={rows} />}
        {shown === 'notes' && <NotesPane rows={rows} />}
        {shown === 'plan' && <PlanPane rows={rows} />}
      </PanelBoundary>
    </div>
  );
}

/** Last time, notes, plan and papers beside the text; in a wide window the plan has a column of its own. */
export function SidePanes(props: SideProps) {
  const { rows, pane, onPane } = props;
  return (
    <>
      <aside className="side" aria-label="Last time, notes, plan, papers" data-pane="side">
        <Tabs rows={rows} pane={pane} onPane={onPane} className="" hasText={false} label="Beside the text" />
        {pane !== 'papers' && <Beside rows={rows} pane={pane} />}
        <Papers {...props} />
      </aside>
      <aside className="side wide" aria-label="Plan" data-pane="plan">
        <div className="tabs">
          <h3 className="tab-title">Plan: what this section owns</h3>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls can be reached by key */}
        <div className="in scroll" tabIndex={0}>
          <PanelBoundary name="The plan">
            <PlanPane rows={rows} />
          </PanelBoundary>
        </div>
      </aside>
    </>
  );
}

import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatDate, londonDay } from '../../../../shared/domain/london.ts';
import { ageAtReview, standingFinalisation } from '../../../../shared/domain/reviews.ts';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { knowNames } from '../../../editor/spelling/speller.ts';
import { useReview } from '../useReview.tsx';
import { FrontSheet } from './FrontSheet.tsx';
import { GroupList } from './GroupList.tsx';
import { KeysBar } from './KeysBar.tsx';
import { OpenedProvider, goTo } from './opened.tsx';
import { arrivalOf, sectionsOfGroup } from './place.ts';
import type { Place } from './place.ts';
import { PlanSheet, planParts } from './PlanSheet.tsx';
import { Promised } from './Promised.tsx';
import { SectionSheet } from './SectionSheet.tsx';
import { SelectionProvider } from './selection.tsx';
import type { Pane } from './SidePane.tsx';
import { FoldTabs, SidePanes } from './SidePane.tsx';
import { isTyping } from '../../../app/typing.ts';
import { UndoLine, UndoProvider } from '../../../app/undoLine.tsx';
import { usePlaceKeys } from './usePlaceKeys.ts';
import '../../../styles/writeUp.css';
import '../../../styles/writeUpPage.css';
import '../../../styles/writeUpPapers.css';
import '../../../styles/writeUpNarrow.css';

/** The sections that a place shows. */
function useRows(place: Place): readonly SectionRow[] {
  const { record, review, today, settings } = useReview();
  if (place === 'front-sheet' || place === 'decisions') return [];
  return sectionsOfGroup(place, ageAtReview(record, review, today), settings);
}

/** Names of the child and the child's people are spelt right; they are never kept with the officer's own words. */
function useNames(): void {
  const { record } = useReview();
  const names = [
    record.child.fullName,
    record.child.preferredName,
    ...record.people.map(({ name }) => name),
  ].join(' ');
  useEffect(() => {
    void knowNames([names]);
  }, [names]);
}

/** What of this review is final, and since when: said once, above what can no longer change. */
function Finalised() {
  const { record, review, child, frozenOn } = useReview();
  const standing = standingFinalisation(record, review.id, 'record');
  const decisions = standingFinalisation(record, review.id, 'decisions');
  if (standing) {
    return (
      <div className="final-head">
        <p className="b">
          Finalised {formatDate(londonDay(standing.at))}, edition {standing.edition}
        </p>
        <p className="note">
          {frozenOn === undefined
            ? 'This copy came without its frozen content: facts, people and actions are shown as they are now.'
            : 'Facts, people and actions are shown as they were then.'}{' '}
          <Link className="act" to="/children/$childId/$tab" params={{ childId: child.id, tab: 'overview' }}>
            {child.preferredName} now
          </Link>
        </p>
      </div>
    );
  }
  if (!decisions) return null;
  return (
    <p className="final-head b">
      Decisions finalised {formatDate(londonDay(decisions.at))}: their wording and their actions stand
    </p>
  );
}

type SheetProps = {
  readonly place: Place;
  readonly rows: readonly SectionRow[];
  readonly to: string | undefined;
};

function Sheet({ place, rows, to }: SheetProps) {
  const { isEditable } = useReview();
  const isFinal = !isEditable('narrative');
  return (
    // By its place: each place begins at its top.
    <section
      className={`sheet scroll${isFinal ? ' final' : ''}`}
      key={place}
      aria-label="The record"
      data-pane="text"
      data-place={place}
    >
      <Finalised />
      {place === 'front-sheet' && <FrontSheet />}
      {place === 'promised' && <Promised />}
      {place === 'decisions' && <PlanSheet first={planParts.find((part) => part === to) ?? 'plan'} />}
      {place !== 'promised' && rows.map((row) => <SectionSheet key={row.key} row={row} />)}
    </section>
  );
}

function Writing() {
  const data = useReview();
  const { at } = useSearch({ from: '/reviews/$reviewId/$stage' });
  const { place, to } = arrivalOf(at, data);
  const rows = useRows(place);
  const [pane, setPane] = useState<Pane>('text');
  const [paperId, setPaperId] = useState<string>();
  usePlaceKeys();
  useNames();
  useEffect(() => {
    // Never away from somebody who types already.
    if (to !== undefined && !isTyping(document.activeElement)) goTo(to);
  }, [to]);
  useEffect(() => {
    // A key opened another place: what had the focus has gone with the old one.
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>(`.write .sheet[data-place="${place}"] .sec`)?.focus();
    }
  }, [place]);
  return (
    <div
      className="panes write"
      data-fold={pane === 'text' ? 'text' : 'pane'}
      data-reading={pane === 'papers' && paperId !== undefined ? '' : undefined}
    >
      <GroupList current={place} />
      <article className="centre">
        <FoldTabs rows={rows} pane={pane} onPane={setPane} />
        <Sheet
          place={place}
          rows={rows}
          to={to}
          key={`${place} ${planParts.some((part) => part === to) ? to : ''}`}
        />
        <div className="foot">
          <UndoLine />
          <KeysBar />
        </div>
      </article>
      <SidePanes rows={rows} pane={pane} onPane={setPane} paperId={paperId} onPaper={setPaperId} />
    </div>
  );
}

/** Turning notes into the record: groups on the left, the record in the middle, what helps on the right. */
export function WriteUpStage() {
  return (
    <UndoProvider>
      <OpenedProvider>
        <SelectionProvider>
          <Writing />
        </SelectionProvider>
      </OpenedProvider>
    </UndoProvider>
  );
}

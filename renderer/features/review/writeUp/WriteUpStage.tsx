import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ageAtReview } from '../../../../shared/domain/reviews.ts';
import type { GroupKey } from '../../../../shared/domain/model/sections.ts';
import { useReview } from '../useReview.tsx';
import { GroupList } from './GroupList.tsx';
import { KeysBar } from './KeysBar.tsx';
import { OpenedProvider, goTo } from './opened.tsx';
import { arrivalOf, sectionsOfGroup } from './place.ts';
import type { Place } from './place.ts';
import { SectionSheet } from './SectionSheet.tsx';
import { SelectionProvider } from './selection.tsx';
import { UndoLine, UndoProvider } from './undoLine.tsx';
import { usePlaceKeys } from './usePlaceKeys.ts';
import '../../../styles/writeUp.css';
import '../../../styles/writeUpPage.css';

function GroupSheet({ group }: { readonly group: GroupKey }) {
  const { record, review, today, settings } = useReview();
  const rows = sectionsOfGroup(group, ageAtReview(record, review, today), settings);
  return rows.map((row) => <SectionSheet key={row.key} row={row} />);
}

function Centre({ place }: { readonly place: Place }) {
  if (place === 'front-sheet' || place === 'decisions') return null;
  return <GroupSheet group={place} />;
}

function Writing() {
  const data = useReview();
  const { at } = useSearch({ from: '/reviews/$reviewId/$stage' });
  const { place, to } = arrivalOf(at, data);
  usePlaceKeys();
  useEffect(() => {
    if (to !== undefined) goTo(to);
  }, [to]);
  return (
    <div className="panes write">
      <GroupList current={place} />
      <article className="centre" data-pane="text">
        <div className="sheet scroll" key={place}>
          <Centre place={place} />
        </div>
        <div className="foot">
          <UndoLine />
          <KeysBar />
        </div>
      </article>
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

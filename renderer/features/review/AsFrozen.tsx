import type { ReactNode } from 'react';
import { standingFinalisation } from '../../../shared/domain/reviews.ts';
import { useRead } from '../../app/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import type { ReviewView, SettingsView } from './useReview.tsx';
import { ReviewProvider, useReview } from './useReview.tsx';

type Props = { readonly settings: SettingsView; readonly waiting: ReactNode; readonly children: ReactNode };

function Frozen({ settings, waiting, children, view }: Props & { readonly view: ReviewView }) {
  const read = useRead('review:frozen', { id: view.review.id });
  if (read.error) return <ErrorNote error={read.error.error} />;
  if (!read.data) return waiting;
  const { frozen } = read.data;
  // A copy that came without its content: what there is, and the sheet says so.
  if (!frozen) return children;
  const then = { ...settings, settings: frozen.settings };
  return (
    <ReviewProvider
      view={frozen.view}
      child={frozen.child}
      findings={frozen.findings}
      settings={then}
      frozenOn={frozen.on}
    >
      {children}
    </ReviewProvider>
  );
}

/** What stands inside shows a finalised record as it was frozen, and one that is open as it is now. */
export function AsFrozen(props: Props) {
  const { record, review, view } = useReview();
  const isFinal = standingFinalisation(record, review.id, 'record') !== undefined;
  return isFinal ? <Frozen {...props} view={view} /> : props.children;
}

import { useParams } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useRead } from '../../app/queries.ts';
import { reviewStages } from '../../app/routeTable.ts';
import type { ReviewStageName } from '../../app/routeTable.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { AsFrozen } from './AsFrozen.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ReviewProvider } from './useReview.tsx';
import type { ReviewView } from './useReview.tsx';
import '../../styles/review.css';

// Each stage is loaded when it is opened: chairing must not wait for the editor, nor writing for the thread picture.
const stages = {
  prepare: lazy(async () => ({ default: (await import('./prepare/PrepareStage.tsx')).PrepareStage })),
  chair: lazy(async () => ({ default: (await import('./chair/ChairStage.tsx')).ChairStage })),
  'write-up': lazy(async () => ({ default: (await import('./writeUp/WriteUpStage.tsx')).WriteUpStage })),
  check: lazy(async () => ({ default: (await import('./check/CheckStage.tsx')).CheckStage })),
  issue: lazy(async () => ({ default: (await import('./issue/IssueStage.tsx')).IssueStage })),
} as const;

/** The stages that show the record itself: a finalised one as it was frozen. The others are about what to do now. */
const frozenStages: readonly ReviewStageName[] = ['write-up', 'check'];

/** Nothing for 300 ms, then what is being opened (look.md, States: Loading). */
function Opening({ what }: { readonly what: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <p className="note opening">{isSlow && what}</p>;
}

function Loaded({ view, stage }: { readonly view: ReviewView; readonly stage: ReviewStageName }) {
  const child = useRead('child:get', { id: view.review.childId });
  const findings = useRead('review:check', { id: view.review.id });
  const settings = useRead('settings:get', {});
  const error = child.error ?? findings.error ?? settings.error;
  if (error) return <ErrorNote error={error.error} />;
  const opening = <Opening what={`Opening review ${view.review.number}`} />;
  if (!child.data || !findings.data || !settings.data) return opening;
  const Stage = stages[stage];
  return (
    <ReviewProvider view={view} child={child.data} findings={findings.data} settings={settings.data}>
      <ReviewBar stage={stage} />
      <PanelBoundary name="This stage" key={stage}>
        <Suspense fallback={opening}>
          {frozenStages.includes(stage) ? (
            <AsFrozen settings={settings.data} waiting={opening}>
              <Stage />
            </AsFrozen>
          ) : (
            <Stage />
          )}
        </Suspense>
      </PanelBoundary>
    </ReviewProvider>
  );
}

/** One review: its bar, and the stage that the address names. */
export function ReviewScreen() {
  const { reviewId, stage: named } = useParams({ from: '/reviews/$reviewId/$stage' });
  const stage = reviewStages.find((candidate) => candidate === named) ?? 'write-up';
  const view = useRead('review:get', { id: reviewId });
  if (view.error) return <ErrorNote error={view.error.error} />;
  if (!view.data) return <Opening what="Opening the review" />;
  // By its id: nothing that one review's screen holds is ever there when another's is shown.
  return <Loaded key={reviewId} view={view.data} stage={stage} />;
}

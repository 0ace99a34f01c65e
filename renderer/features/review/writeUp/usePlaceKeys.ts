import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useReview } from '../useReview.tsx';
import { atOf, placeRows } from './place.ts';
import { isTyping } from '../../../app/typing.ts';

/** Typing, or in the list of what words become, where a letter makes something. */
function isBusy(target: EventTarget | null): boolean {
  return isTyping(target) || (target instanceof HTMLElement && target.closest('.makings') !== null);
}

/** The place a key opens: the key alone when nobody types, a figure with Alt while somebody does. */
function placeOf(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const key = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : event.key.toUpperCase();
  if (key === undefined || (!event.altKey && isBusy(event.target))) return undefined;
  return placeRows.find((row) => row.key === key)?.place;
}

/** 1 to 9, 0, F and P open a place; with Alt the figures do so while somebody types. */
export function usePlaceKeys(): void {
  const { review } = useReview();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = placeOf(event);
      if (place === undefined || event.defaultPrevented) return;
      event.preventDefault();
      void navigate({
        to: '/reviews/$reviewId/$stage',
        params: { reviewId: review.id, stage: 'write-up' },
        search: { at: atOf(place) },
        replace: true,
      });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, review.id]);
}

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Output } from '../../../shared/contract.ts';
import { latest } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { read } from '../calls.ts';
import { readKey, useRead } from '../queries.ts';
import type { RoutePath } from '../routeTable.ts';
import { routeTable } from '../routeTable.ts';
import type { Hit } from './hits.ts';
import { placeOf, targetOf } from './hits.ts';
import { isMatch, piecesOf } from './matches.ts';

export type PaletteItem = {
  readonly id: string;
  readonly group: 'Commands' | 'Children' | 'Reviews' | 'Found';
  readonly name: string;
  /** Its place, beside or under the name. */
  readonly note?: string | undefined;
  readonly run: () => void;
};

const mostChildren = 8;
/** With more children than this the list of reviews would say nothing. */
const mostWithReviews = 3;
const mostHits = 50;

type Router = ReturnType<typeof useRouter>;
type Place = Exclude<RoutePath, `${string}$${string}`>;

/** A screen of its own, not one of a child or a review. */
function isPlace(path: RoutePath): path is Place {
  return !path.includes('$');
}

function commandsFor(typed: string, router: Router, lock: () => void): PaletteItem[] {
  const places = routeTable.flatMap(({ path, name }) => (isPlace(path) ? [{ path, name }] : []));
  const all = [
    ...places.map(({ path, name }) => ({
      id: path,
      name: `Go to ${name}`,
      run: () => void router.navigate({ to: path }),
    })),
    { id: 'lock', name: 'Lock', run: lock },
  ];
  return all
    .filter((command) => isMatch(typed, command))
    .map((command) => ({ ...command, group: 'Commands' as const }));
}

/** The last day on which a review met, or nothing where it has not yet. */
function heldWords(meetings: Output<'child:get'>['meetings'], reviewId: string): string | undefined {
  const days = meetings
    .filter(({ reviewIds }) => reviewIds.some((id) => id === reviewId))
    .map(({ on }) => on);
  const last = latest(days);
  return last && formatDate(last);
}

/** The children that typing names, and the reviews of each where they are few. */
function useChildren(typed: string, router: Router): PaletteItem[] {
  const children = useRead('child:list', {});
  const found = (children.data ?? []).filter((child) =>
    isMatch(typed, { name: child.fullName, words: child.preferredName }),
  );
  const isNamed = typed.trim() !== '' && found.length <= mostWithReviews;
  const views = useQueries({
    queries: (isNamed ? found : []).map(({ id }) => ({
      queryKey: readKey('child:get', { id }),
      queryFn: () => read('child:get', { id }),
    })),
  });
  const named = found.slice(0, mostChildren).map((child): PaletteItem => ({
    id: child.id,
    group: 'Children',
    name: child.fullName,
    note: `born ${formatDate(child.dateOfBirth)}`,
    run: () =>
      void router.navigate({ to: '/children/$childId/$tab', params: { childId: child.id, tab: 'overview' } }),
  }));
  const reviews = views.flatMap(({ data }) =>
    (data?.reviews ?? [])
      .filter((review) => review.isBeforeStore !== true)
      .toSorted((a, b) => b.number - a.number)
      .map((review): PaletteItem => ({
        id: review.id,
        group: 'Reviews',
        name: `${data?.child.preferredName ?? ''}, review ${review.number}`,
        note: heldWords(data?.meetings ?? [], review.id),
        run: () =>
          void router.navigate({
            to: '/reviews/$reviewId/$stage',
            params: { reviewId: review.id, stage: 'write-up' },
          }),
      })),
  );
  return [...named, ...reviews];
}

function itemOfHit(hit: Hit, router: Router): PaletteItem {
  const target = targetOf(hit);
  const open = () =>
    target.to === '/reviews/$reviewId/$stage'
      ? router.navigate({
          to: target.to,
          params: { reviewId: target.reviewId, stage: target.stage },
          search: { at: target.at },
        })
      : router.navigate({ to: target.to, params: { childId: target.childId, tab: target.tab } });
  return {
    id: `${hit.entity} ${hit.id}`,
    group: 'Found',
    name: hit.snippet,
    note: placeOf(hit),
    run: () => void open(),
  };
}

/** Commands, children, their reviews, and what the search finds for the words that typing has settled on. */
export function usePaletteItems(typed: string, settled: string, lock: () => void) {
  const router = useRouter();
  const text = settled.trim();
  const isAsked = text.length >= 2;
  const search = useQuery({
    queryKey: readKey('search:query', { text, limit: mostHits }),
    queryFn: () => read('search:query', { text, limit: mostHits }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // What was looked for is nobody's to keep.
    gcTime: 0,
    staleTime: 0,
  });
  const children = useChildren(typed, router);
  // What the words before this one found stays while the next answer is on its way, as far as it still fits.
  const fits = (hit: Hit) =>
    !search.isPlaceholderData || piecesOf(hit.snippet, typed).some(({ isHit }) => isHit);
  const hits = isAsked ? (search.data ?? []).filter(fits) : [];
  const items = [
    ...commandsFor(typed, router, lock),
    ...children,
    ...hits.map((hit) => itemOfHit(hit, router)),
  ];
  return {
    items,
    found: hits.length,
    isAsked,
    error: search.error,
    isWaiting: search.isFetching || typed !== settled,
  };
}

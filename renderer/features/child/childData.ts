import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { useRead } from '../../app/queries.ts';
import type { CallFailed } from '../../app/calls.ts';

export type ChildView = Output<'child:get'>;
export type Overview = Output<'child:overview'>;
export type Promised = Overview['promises'][number];
export type Ask = Output<'child:asks'>[number];

/** What every part of a child's page is given. */
export type ChildData = {
  readonly view: ChildView;
  readonly overview: Overview;
  readonly today: IsoDate;
};

/** A child's facts and what the core computes from them; undefined while they are read. */
export function useChild(childId: string): { readonly data?: ChildData; readonly error?: CallFailed } {
  const view = useRead('child:get', { id: childId });
  const overview = useRead('child:overview', { id: childId });
  const error = view.error ?? overview.error;
  if (error) return { error };
  if (!view.data || !overview.data) return {};
  return { data: { view: view.data, overview: overview.data, today: overview.data.today } };
}

type PeriodKind = ChildView['periods'][number]['kind'];

/** The period of a kind that holds today; of several the one that began last. */
export function runningPeriod<K extends PeriodKind>(
  { view, today }: ChildData,
  kind: K,
): Extract<ChildView['periods'][number], { kind: K }> | undefined {
  return view.periods
    .filter((period): period is Extract<ChildView['periods'][number], { kind: K }> => period.kind === kind)
    .filter(({ from, to }) => from <= today && (to === undefined || to >= today))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}

import type { Page } from 'playwright';
import type { RoutePath } from '../../../renderer/app/routeTable.ts';
import { callCore } from './callCore.ts';
import { leahReview } from './openLeah.ts';

const midwayId = 'midway-of-every-route';
const ids: Readonly<Record<string, string>> = {
  $childId: 'child-leah',
  $reviewId: leahReview,
  $midwayId: midwayId,
};

/** The address of a route; a parameter that nobody names here fails the test of its route. */
export function addressOf(path: RoutePath): string {
  return path.replaceAll(/\$\w+/g, (name) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`Say which ${name} the route ${path} is tried with`);
    return id;
  });
}

/** Begins the midway check that the addresses name, in a store that holds Leah. */
export async function beginMidway(page: Page): Promise<void> {
  await callCore(page, 'midway:start', { id: midwayId, childId: 'child-leah' });
}

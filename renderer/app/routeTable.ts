/** Every route there is. The rail, the commands and the accessibility tests are made from this table. */
export const routeTable = [
  { path: '/', name: 'Today', rail: 'today' },
  { path: '/children', name: 'Children', rail: 'children' },
  { path: '/children/$childId/overview', name: 'Overview', rail: null },
  { path: '/children/$childId/reviews', name: 'Reviews', rail: null },
  { path: '/children/$childId/dates', name: 'Dates', rail: null },
  { path: '/children/$childId/plan', name: 'Plan', rail: null },
  { path: '/children/$childId/views', name: 'Views', rail: null },
  { path: '/children/$childId/people', name: 'People', rail: null },
  { path: '/children/$childId/papers', name: 'Papers', rail: null },
  { path: '/reviews/$reviewId/prepare', name: 'Prepare', rail: null },
  { path: '/reviews/$reviewId/chair', name: 'Chair', rail: null },
  { path: '/reviews/$reviewId/write-up', name: 'Write up', rail: null },
  { path: '/reviews/$reviewId/check', name: 'Check', rail: null },
  { path: '/reviews/$reviewId/issue', name: 'Issue', rail: null },
  { path: '/midway/$midwayId', name: 'Midway check', rail: null },
  { path: '/settings', name: 'Settings', rail: 'settings' },
  { path: '/rules', name: 'Rules of time', rail: null },
  { path: '/shortcuts', name: 'Keyboard shortcuts', rail: null },
] as const;
export type RoutePath = (typeof routeTable)[number]['path'];

export const childTabs = ['overview', 'reviews', 'dates', 'plan', 'views', 'people', 'papers'] as const;
export type ChildTab = (typeof childTabs)[number];
export const reviewStages = ['prepare', 'chair', 'write-up', 'check', 'issue'] as const;
export type ReviewStageName = (typeof reviewStages)[number];

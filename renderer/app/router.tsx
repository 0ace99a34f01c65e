import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Frame } from './Frame.tsx';

const root = createRootRoute({ component: Frame });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/today/TodayScreen.tsx'), 'TodayScreen'),
});
const children = createRoute({
  getParentRoute: () => root,
  path: '/children',
  component: lazyRouteComponent(() => import('../features/children/ChildrenScreen.tsx'), 'ChildrenScreen'),
});
const child = createRoute({
  getParentRoute: () => root,
  path: '/children/$childId/$tab',
  component: lazyRouteComponent(() => import('../features/child/ChildScreen.tsx'), 'ChildScreen'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId/$stage',
  // `at` names what to go to on the screen: a section, a point, a decision, an action, a person.
  validateSearch: (search: Record<string, unknown>): { at?: string } =>
    typeof search['at'] === 'string' ? { at: search['at'] } : {},
  component: lazyRouteComponent(() => import('../features/review/ReviewScreen.tsx'), 'ReviewScreen'),
});
const midway = createRoute({
  getParentRoute: () => root,
  path: '/midway/$midwayId',
  component: lazyRouteComponent(() => import('../features/midway/MidwayScreen.tsx'), 'MidwayScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsScreen.tsx'), 'SettingsScreen'),
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  component: lazyRouteComponent(() => import('../features/rules/RulesScreen.tsx'), 'RulesScreen'),
});
const shortcuts = createRoute({
  getParentRoute: () => root,
  path: '/shortcuts',
  component: lazyRouteComponent(() => import('../features/settings/ShortcutsScreen.tsx'), 'ShortcutsScreen'),
});

const routeTree = root.addChildren([today, children, child, review, midway, settings, rules, shortcuts]);

export const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

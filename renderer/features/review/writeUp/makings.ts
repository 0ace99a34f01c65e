/** What selected words can become, with the letter that makes it. */
export const makings = [
  { key: 'N', kind: 'need', name: 'need' },
  { key: 'R', kind: 'risk', name: 'risk' },
  { key: 'S', kind: 'strength', name: 'strength' },
  { key: 'W', kind: 'wish', name: 'wish' },
  { key: 'Y', kind: 'worry', name: 'worry' },
  { key: 'Q', kind: 'question', name: 'question' },
  { key: 'D', kind: 'decision', name: 'decision' },
  { key: 'A', kind: 'action', name: 'action' },
] as const;
export type Making = (typeof makings)[number]['kind'];
export type PointMaking = Exclude<Making, 'decision' | 'action'>;

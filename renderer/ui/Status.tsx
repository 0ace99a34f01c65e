import type { ReactNode } from 'react';

/** The shape and colour of each status (look.md, Status). Its word is always said beside it. */
const looks = {
  must: { shape: 's-must', tone: 'must' },
  late: { shape: 's-late', tone: 'late' },
  not: { shape: 's-not', tone: 'late' },
  look: { shape: 's-look', tone: 'look' },
  done: { shape: 's-done', tone: 'done' },
  settled: { shape: 's-done', tone: 'calm' },
  part: { shape: 's-part', tone: 'calm' },
  'part-late': { shape: 's-part', tone: 'late' },
  open: { shape: 's-open', tone: 'calm' },
  loose: { shape: 's-ring', tone: 'must' },
  track: { shape: 's-track', tone: 'calm' },
  ready: { shape: 's-track', tone: 'ready' },
  due: { shape: 's-due', tone: 'calm' },
  private: { shape: 's-private', tone: 'private' },
  withheld: { shape: 's-withheld', tone: 'withheld' },
  none: { shape: 's-none', tone: 'calm' },
} as const;
export type StatusKind = keyof typeof looks;

/** A status: shape, then word, in one colour. The only door to the status colours. */
export function Status({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const { shape, tone } = looks[kind];
  return (
    <span className={`st ${tone}`}>
      <i className={`s ${shape}`} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

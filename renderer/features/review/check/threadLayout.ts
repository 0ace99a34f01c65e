import type { Thread, ThreadDecision, ThreadPoint } from './threadModel.ts';

/** Heights and widths in units of 1/16 rem, so that the picture grows with the text. */
const headRow = 28;
const groupRow = 22;
const pointRow = 28;
const endedRow = 46;
const groupGap = 5;
const decisionRow = 26;
const actionRow = 24;
const smallestGap = 14;
const indent = 38;

export type Placed<T> = { readonly item: T; readonly top: number; readonly height: number };

export type ThreadLayout = {
  readonly height: number;
  /** Where the left column ends and threads begin; where the right one begins. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly actionsAt: number;
  readonly groups: readonly Placed<{ readonly heading: string; readonly digit: string | undefined }>[];
  readonly points: readonly Placed<ThreadPoint>[];
  readonly decisions: readonly (Placed<ThreadDecision> & {
    readonly actions: readonly Placed<ThreadDecision['actions'][number]>[];
  })[];
};

const heightOf = ({ end }: ThreadPoint) => (end.kind === 'decisions' ? pointRow : endedRow);
const blockOf = ({ actions }: ThreadDecision) => decisionRow + actions.length * actionRow;

function leftColumn({ groups }: Thread) {
  const heads: { item: { heading: string; digit: string | undefined }; top: number; height: number }[] = [];
  const points: Placed<ThreadPoint>[] = [];
  let top = headRow;
  for (const { heading, digit, points: own } of groups) {
    heads.push({ item: { heading, digit }, top, height: groupRow });
    top += groupRow;
    for (const item of own) {
      points.push({ item, top, height: heightOf(item) });
      top += heightOf(item);
    }
    top += groupGap;
  }
  return { heads, points, height: top };
}

/** Places everything for a picture of this width: decisions are spread over the height that the points take. */
export function layThread(thread: Thread, width: number): ThreadLayout {
  const column = leftColumn(thread);
  const blocks = thread.decisions.map(blockOf);
  const taken = blocks.reduce((sum, block) => sum + block, 0);
  const gaps = Math.max(1, blocks.length - 1);
  const free = column.height - headRow - taken;
  const gap = Math.min(96, Math.max(smallestGap, free / gaps));
  const height = Math.max(column.height, headRow + taken + gap * gaps);
  const left = Math.round(width * 0.447);
  const right = Math.round(width * 0.587);
  let top = headRow;
  const decisions = thread.decisions.map((item) => {
    const at = top;
    top += blockOf(item) + gap;
    const actions = item.actions.map((action, index) => ({
      item: action,
      top: at + decisionRow + index * actionRow,
      height: actionRow,
    }));
    return { item, top: at, height: decisionRow, actions };
  });
  return {
    height,
    left,
    right,
    width,
    actionsAt: right + indent,
    groups: column.heads,
    points: column.points,
    decisions,
  };
}

export const middle = ({ top, height }: { readonly top: number; readonly height: number }) =>
  top + height / 2;

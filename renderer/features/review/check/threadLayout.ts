import type { Thread, ThreadAction, ThreadDecision, ThreadPoint } from './threadModel.ts';

/**
 * Heights and widths in units of 1/16 rem, so that the picture grows with the text. A row is as high as this, or as
 * its words need: they wrap and are never cut.
 */
const headRow = 28;
const groupRow = 22;
const pointRow = 28;
const endedRow = 46;
const groupGap = 5;
const decisionRow = 26;
const actionRow = 24;
const smallestGap = 14;
const indent = 38;

/** How high each mark's words were measured to be, by `markKey`; a mark that is not there has one line. */
export type Heights = ReadonlyMap<string, number>;
export const markKey = (kind: 'point' | 'decision' | 'action', id: string) => `${kind} ${id}`;

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
    readonly actions: readonly Placed<ThreadAction>[];
  })[];
};

/** The least height of a point: one line, and one more where its thread ends with it. */
export const leastPoint = ({ end }: ThreadPoint) => (end.kind === 'decisions' ? pointRow : endedRow);

function sizesOf(heights: Heights) {
  const point = (item: ThreadPoint) =>
    Math.max(leastPoint(item), heights.get(markKey('point', item.id)) ?? 0);
  const decision = ({ id }: ThreadDecision) =>
    Math.max(decisionRow, heights.get(markKey('decision', id)) ?? 0);
  const action = ({ id }: ThreadAction) => Math.max(actionRow, heights.get(markKey('action', id)) ?? 0);
  const block = (item: ThreadDecision) =>
    item.actions.reduce((sum, each) => sum + action(each), decision(item));
  return { point, decision, action, block };
}
type Sizes = ReturnType<typeof sizesOf>;

function leftColumn({ groups }: Thread, sizes: Sizes) {
  const heads: { item: { heading: string; digit: string | undefined }; top: number; height: number }[] = [];
  const points: Placed<ThreadPoint>[] = [];
  let top = headRow;
  for (const { heading, digit, points: own } of groups) {
    heads.push({ item: { heading, digit }, top, height: groupRow });
    top += groupRow;
    for (const item of own) {
      const height = sizes.point(item);
      points.push({ item, top, height });
      top += height;
    }
    top += groupGap;
  }
  return { heads, points, height: top };
}

function placeActions(actions: readonly ThreadAction[], from: number, sizes: Sizes): Placed<ThreadAction>[] {
  let top = from;
  return actions.map((item) => {
    const placed = { item, top, height: sizes.action(item) };
    top += placed.height;
    return placed;
  });
}

/** Places everything for a picture of this width: decisions are spread over the height that the points take. */
export function layThread(thread: Thread, width: number, heights: Heights = new Map()): ThreadLayout {
  const sizes = sizesOf(heights);
  const column = leftColumn(thread, sizes);
  const blocks = thread.decisions.map(sizes.block);
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
    const height = sizes.decision(item);
    top += sizes.block(item) + gap;
    return { item, top: at, height, actions: placeActions(item.actions, at + height, sizes) };
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

type Spot = { readonly top: number; readonly height: number };
/** Where a thread meets a point: in the middle of its words, beside its bead. */
export const middle = ({ top, height }: Spot) => top + height / 2;
/** Where threads meet a decision or an action: at the first line of its words, beside its block. */
export const atDecision = ({ top }: Spot) => top + decisionRow / 2;
export const atAction = ({ top }: Spot) => top + actionRow / 2;

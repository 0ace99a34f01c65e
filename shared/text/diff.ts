/**
 * How to make an older text from a newer one: a number copies that many units of the newer text, a negative
 * one leaves so many out, a string puts in what the newer text no longer has. Plain JSON; no undo needs more.
 */
export type DiffOps = readonly (number | string)[];

/** Words, spaces and single marks: a change is kept by whole words, and no surrogate pair is cut in two. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? [];
}

// Beyond this many changed tokens the search for the shortest way costs more than the space it saves.
const longestSearch = 1_000;

/** What each round of the search knew before it began; the values for diagonal k stand at k + round + 1. */
type Rounds = readonly Int32Array[];

/** Myers' greedy search for the fewest changes from `a` to `b`; undefined when they differ too much. */
function search(a: readonly string[], b: readonly string[]): Rounds | undefined {
  const most = Math.min(longestSearch, a.length + b.length);
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const [below, above] = [furthest[offset + k - 1] ?? 0, furthest[offset + k + 1] ?? 0];
      let x = k === -edits || (k !== edits && below < above) ? above : below + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[offset + k] = x;
      if (x >= a.length && x - k >= b.length) return rounds;
    }
  }
  return undefined;
}

/** A token of the newer text kept or left out, or one of the older put in. */
type Step = { readonly kind: 'keep' | 'drop' | 'add'; readonly text: string };

/** Walks the rounds back from the ends of both texts to their beginnings; the steps in reading order. */
function walk(a: readonly string[], b: readonly string[], rounds: Rounds): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  const keepTo = (toX: number, toY: number) => {
    for (; x > toX && y > toY; x -= 1, y -= 1) steps.push({ kind: 'keep', text: a[x - 1] ?? '' });
  };
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const at = (diagonal: number) => rounds[edits]?.[diagonal + edits + 1] ?? 0;
    const k = x - y;
    const isAdd = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromX = at(isAdd ? k + 1 : k - 1);
    const fromY = fromX - (isAdd ? k + 1 : k - 1);
    keepTo(fromX, fromY);
    steps.push(isAdd ? { kind: 'add', text: b[fromY] ?? '' } : { kind: 'drop', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  keepTo(0, 0);
  return steps.reverse();
}

function allAtOnce(a: readonly string[], b: readonly string[]): Step[] {
  return [
    { kind: 'drop', text: a.join('') },
    { kind: 'add', text: b.join('') },
  ];
}

function pack(steps: readonly Step[]): DiffOps {
  const ops: (number | string)[] = [];
  for (const { kind, text } of steps) {
    if (text === '') continue;
    const last = ops.at(-1);
    const length = kind === 'drop' ? -text.length : text.length;
    if (kind === 'add') {
      if (typeof last === 'string') ops[ops.length - 1] = last + text;
      else ops.push(text);
    } else if (typeof last === 'number' && last > 0 === length > 0) {
      ops[ops.length - 1] = last + length;
    } else {
      ops.push(length);
    }
  }
  return ops;
}

/**
 * What turns `to` (the newer text) back into `from`: `applyDiff(to, diff(from, to))` is `from`, unit for unit.
 * Small changes give small ops whatever the text's length; two unlike texts give the older one whole.
 */
export function diff(from: string, to: string): DiffOps {
  const [a, b] = [tokensOf(to), tokensOf(from)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const rounds = search(middleA, middleB);
  const middle = rounds === undefined ? allAtOnce(middleA, middleB) : walk(middleA, middleB, rounds);
  return pack([
    { kind: 'keep', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'keep', text: a.slice(a.length - end).join('') },
  ]);
}

/**
 * The older text, from the newer and its ops. Throws a `RangeError` when the ops do not fit the text: they
 * belong to another one.
 */
export function applyDiff(to: string, ops: DiffOps): string {
  let position = 0;
  const pieces: string[] = [];
  for (const op of ops) {
    if (typeof op === 'string') {
      pieces.push(op);
      continue;
    }
    if (op > 0) pieces.push(to.slice(position, position + op));
    position += Math.abs(op);
  }
  if (position !== to.length) throw new RangeError('The change does not belong to this text');
  return pieces.join('');
}

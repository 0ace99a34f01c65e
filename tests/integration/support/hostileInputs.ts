/** 20,000 levels: more than a recursive reader survives. */
function nested(kind: 'list' | 'object'): unknown {
  let value: unknown = 'zqplanted';
  for (let depth = 0; depth < 20_000; depth += 1) value = kind === 'list' ? [value] : { a: value };
  return value;
}

function circular(): unknown {
  const value: Record<string, unknown> = { a: 1 };
  value['self'] = value;
  return value;
}

const proto: unknown = JSON.parse(
  '{"__proto__": {"id": "zqplanted"}, "constructor": {"prototype": {"ok": true}}, "toString": "zqplanted"}',
);

/** What no page of ours sends. Some of it no channel between processes even carries. */
export const hostileInputs: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  Number.NaN,
  -0,
  1n,
  Symbol('zqplanted'),
  () => 'zqplanted',
  '',
  'zqplanted',
  '\ud800 zqplanted \udfff',
  [],
  ['zqplanted'],
  {},
  { zqplanted: 'zqplanted' },
  { 'zqplanted\u0000': 1 },
  proto,
  nested('list'),
  nested('object'),
  circular(),
  new Date(0),
  new Map([['zqplanted', 1]]),
  new Uint8Array(1_000_000),
  new Error('zqplanted'),
  Object.create({ id: 'zqplanted' }),
];

/** Too much of what is well formed; each is sent once to every channel. */
export const hugeInputs: readonly unknown[] = [
  'zqplanted'.padEnd(10_000_000, 'x'),
  Array.from({ length: 3_000_000 }, () => 0),
];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([field, inner]) => pathsOf(inner, [...path, field]))];
}

function placed(value: unknown, [first, ...rest]: Path, planted: unknown): unknown {
  if (first === undefined) return planted;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, place) =>
      String(place) === String(first) ? placed(inner, rest, planted) : inner,
    );
  }
  const inner: unknown = Reflect.get(value, first);
  return { ...value, [first]: placed(inner, rest, planted) };
}

/** The example with `hostile` at each of a few places, and as a field that no schema knows. */
export function planted(example: unknown, hostile: unknown): unknown[] {
  const paths = pathsOf(example).slice(1);
  const chosen = [paths[0], paths.at(-1), paths[Math.floor(paths.length / 2)]];
  const inside = [...new Set(chosen)].flatMap((path) => (path ? [placed(example, path, hostile)] : []));
  const isObject = typeof example === 'object' && example !== null && !Array.isArray(example);
  return isObject ? [...inside, { ...example, zqplanted: hostile }] : inside;
}

import type { Issue } from '../../shared/domain/result.ts';

type PathPart = string | number | symbol;

/** `reviews[0].points[3].words`; symbols never occur in what JSON can hold. */
export function pathInWords(path: readonly PathPart[]): string {
  return path
    .map((part, place) =>
      typeof part === 'number' ? `[${part}]` : `${place === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

type ZodIssue = {
  readonly path: readonly PathPart[];
  readonly message: string;
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly ZodIssue[])[];
};

/** How deep the faults of the best-fitting branch of a union lie: the branch the writer most likely meant. */
function deepest(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  const depth = (branch: readonly ZodIssue[]) => Math.max(...branch.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function flatten(issue: ZodIssue, before: readonly PathPart[]): Issue[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors !== undefined && issue.errors.length > 0) {
    const inner = deepest(issue.errors).flatMap((each) => flatten(each, path));
    if (inner.length > 0) return inner;
  }
  if (issue.code === 'unrecognized_keys') {
    // The names of unknown fields are what somebody typed: their place says enough.
    return [
      {
        path: pathInWords(path),
        message: `${issue.keys?.length ?? 1} unknown field(s) here; the format has no such name`,
      },
    ];
  }
  return [{ path: pathInWords(path), message: issue.message }];
}

/** Every fault with its place. A message names what was expected and never quotes what was sent. */
export function issuesOf(error: { issues: readonly ZodIssue[] }): Issue[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

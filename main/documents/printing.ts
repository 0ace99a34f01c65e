import type { Report } from '../../shared/report/blocks.ts';
import { targetsOf } from '../../shared/report/links.ts';
import type { Paper } from '../../shared/report/styleSheet.ts';

/** What the printing of one report keeps track of. The ids count from 1, so that the same report gives the same bytes. */
export type Printing = {
  readonly paper: Paper;
  /** The bookmark of a number at home or a heading; undefined when it is not in this report. */
  readonly bookmarkOf: (target: string) => string | undefined;
  /** True once for each target: a bookmark is written once. */
  readonly claimHome: (target: string) => boolean;
  readonly nextBookmarkId: () => number;
  readonly nextControlId: () => number;
  readonly nextList: () => number;
};

export function startPrinting(report: Report): Printing {
  const homes = bookmarkNames(targetsOf(report.blocks));
  const claimed = new Set<string>();
  return {
    paper: { layout: report.layout, isLay: report.isLay, letterhead: report.letterhead },
    bookmarkOf: (target) => homes.get(target),
    claimHome: (target) => !claimed.has(target) && claimed.add(target).has(target),
    nextBookmarkId: counter(),
    nextControlId: counter(),
    nextList: counter(),
  };
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

const longestName = 40;

/** A bookmark's name for each target: Word wants each once, whatever its case. */
function bookmarkNames(targets: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const target of targets) {
    if (names.has(target)) continue;
    const wanted = bookmarkName(target);
    const name = taken.has(wanted.toLowerCase()) ? `${wanted.slice(0, 32)}_${names.size}` : wanted;
    taken.add(name.toLowerCase());
    names.set(target, name);
  }
  return names;
}

/** Letters, digits and underscores, at most 40 characters, as Word wants; other characters by their number. */
function bookmarkName(target: string): string {
  const safe = target.replaceAll(
    /[^A-Za-z0-9]/gu,
    (found) => `_${(found.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return `gt_${safe}`.slice(0, longestName);
}

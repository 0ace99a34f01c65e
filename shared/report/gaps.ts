import type { IsoDate } from '../domain/dates.ts';
import type { Gap } from '../domain/model/issue.ts';
import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { clause, day } from './phrases.ts';
import { heading, paragraph, strong } from './runs.ts';

/** What is missing, who went on without it, why, and when it comes. Service file and manager's page only. */
export function gapBoxes({ content }: ReportContext): Block[] {
  // One that was gone on with at both finalisations prints once, with the later day and reason.
  const lastDay = new Map<string, IsoDate>();
  for (const gap of content.gaps) {
    const before = lastDay.get(keyOf(gap));
    if (before === undefined || gap.on > before) lastDay.set(keyOf(gap), gap.on);
  }
  return content.gaps.filter((gap) => gap.on === lastDay.get(keyOf(gap))).map((gap) => gapBox(gap));
}

function keyOf({ code, what }: Gap): string {
  return `${code} ${what}`;
}

function gapBox({ what, by, on, because, expectedOn }: Gap): Block {
  const when = expectedOn ? ` Expected on ${day(expectedOn)}.` : '';
  return paragraph('gap', [
    strong(`Gap: ${clause(what)}.`),
    ` ${clause(by)} finalised with this gap on ${day(on)} because ${clause(because)}.${when}`,
  ]);
}

/** The gaps under a heading of their own; nothing where there are none. */
export function gapsSection(context: ReportContext): Block[] {
  const boxes = gapBoxes(context);
  return boxes.length === 0
    ? []
    : [heading(2, boxes.length === 1 ? 'A gap in this record' : 'Gaps in this record'), ...boxes];
}

import { quoted } from '../../report/phrases.ts';
import type { Audience } from '../model/common.ts';
import type { Point } from '../model/minutes.ts';
import type { Action } from '../model/plan.ts';
import type { SectionKey } from '../model/sections.ts';
import { headingIn } from '../sectionWords.ts';
import type { Checked } from './context.ts';

const longestName = 60;

/** True when there is something to read. */
export function isFilled(words: string | undefined): words is string {
  return words !== undefined && /\S/.test(words);
}

/** The first words of a text, whole words only, at most about 60 characters. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestName) return line;
  const cut = line.slice(0, longestName + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > longestName / 2 ? end : longestName).trimEnd()}…`;
}

// A gap prints its finding on the manager's page too, which never has privilege or police information.
function isRestricted(audience: Audience | undefined): boolean {
  return audience?.restriction !== undefined;
}

function named(
  noun: string,
  number: string | undefined,
  words: string,
  audience: Audience | undefined,
): string {
  const called = number === undefined ? noun : `${noun} ${number}`;
  if (isRestricted(audience) || !isFilled(words)) return called;
  return `${called} ${quoted(shortened(words))}`;
}

/** `The wish V2 “Sunday calls with Nan”`. Words limited to the service file are not repeated. */
export function nameOfPoint(point: Point, { numbers }: Checked): string {
  const words = isFilled(point.gist) ? point.gist : (point.translation?.words ?? point.words);
  return named(`The ${point.kind}`, numbers[point.id], words, point.audience);
}

/** `The action A3 “Book the dentist”`. */
export function nameOfAction(action: Action, { numbers }: Checked): string {
  return named('The action', numbers[action.id], action.what, action.audience);
}

/** The heading of a section in the authority's words. */
export function headingOf(section: SectionKey, { settings }: Checked): string {
  return headingIn(settings.words, section);
}

/** The section whose plan an action stands in: its own, its decision's, that of the decision's first point. */
export function sectionOfAction(action: Action, { record }: Checked): SectionKey {
  const decision = record.decisions.find(({ id }) => id === action.decisionId);
  const first = decision?.pointIds[0];
  return (
    action.section ?? decision?.section ?? record.points.find(({ id }) => id === first)?.section ?? 'plan'
  );
}

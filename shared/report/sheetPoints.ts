import type { Point } from '../domain/model/minutes.ts';
import type { ReportContext } from './context.ts';
import { numberOf } from './context.ts';
import { earlierWords, isFromTheChild, ownPoints, pointName } from './pointWords.ts';
import type { PlannedDecision } from './planWords.ts';
import { atHome } from './planWords.ts';
import { quoted } from './phrases.ts';
import type { Words } from './runs.ts';
import { nameForAdults } from './voice.ts';

/** A point's short name on a page that speaks about the child. */
export function nameOnSheet(context: ReportContext, point: Point): string {
  const hasGist = (point.gist?.trim() ?? '') !== '';
  const name = pointName(point);
  return hasGist || !isFromTheChild(point) ? nameForAdults(name, context.voice.names) : quoted(name);
}

/** "R1 exploitation, V1 “never why”": what a decision answers; an earlier review's points without a number of this one. */
export function answersOnSheet(context: ReportContext, { decision }: PlannedDecision): Words {
  const own = ownPoints(context);
  const named = decision.pointIds.flatMap((id): Words[] => {
    const point = own.find((candidate) => candidate.id === id);
    const number = numberOf(context, id);
    if (point !== undefined && number !== undefined)
      return [[atHome(number), ` ${nameOnSheet(context, point)}`]];
    const earlier = earlierWords(context, id);
    return earlier === undefined ? [] : [`(${earlier})`];
  });
  return named.length === 0 ? '–' : named.map((words, index) => [index === 0 ? '' : ', ', words]);
}

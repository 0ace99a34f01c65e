import type { Point } from '../domain/model/minutes.ts';
import type { Block, Run } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf, numberOf } from './context.ts';
import { languageTag } from './languages.ts';
import { atHome } from './planWords.ts';
import { heardBy, readBackWords, seenBy } from './pointWords.ts';
import { joined, quoted, sentence } from './phrases.ts';
import type { Words } from './runs.ts';
import { paragraph, source } from './runs.ts';

/** A number stands on the line of what it numbers. */
const noBreakSpace = '\u00A0';

/** One quote on page 1: the words, whom they were said to, and the number at home. */
export function quoteOnPageOne(context: ReportContext, point: Point): Block {
  return paragraph('childsWords', saying(context, point, heardBy(context, point.source, false)));
}

/** The child's words in their section, with how they were heard, whether they were read back, and what an adult understood. */
export function childsWords(context: ReportContext, point: Point): Block[] {
  const heard = joined([heardBy(context, point.source, true), readBackWords(point)], '. ');
  const { understood } = point;
  return [
    paragraph('childsWords', saying(context, point, heard), understood ? { keepWithNext: true } : {}),
    ...(understood
      ? [paragraph('childsWords', source(`${understood.by} understood: ${sentence(understood.words)}`))]
      : []),
  ];
}

function saying(context: ReportContext, point: Point, heard: string): Words {
  return [
    spoken(point),
    heard === '' ? ' ' : ['  ', source(heard), noBreakSpace],
    atHome(numberOf(context, point.id) ?? ''),
    labelsOf(context, point.audience),
  ];
}

/** The exact words; with the English after them where they were said in another language. */
function spoken(point: Point): (string | Run)[] {
  const words = quoted(point.words);
  if (point.translation === undefined) return [words];
  const language = languageTag(point.translation.from);
  const own: Run = { kind: 'text', text: words, look: 'plain', ...(language && { language }) };
  return [own, ` In English, from ${point.translation.from}: ${quoted(point.translation.words)}`];
}

/**
 * What was seen of a baby or a child without speech: never in the child's gold, since these are not the child's words.
 * In full with how it was seen.
 */
export function observed(context: ReportContext, point: Point, isFull = true): Block {
  const seen = seenBy(point.source, isFull);
  return paragraph('normal', [
    sentence(point.words),
    seen === '' ? ' ' : ['  ', source(seen), noBreakSpace],
    atHome(numberOf(context, point.id) ?? ''),
    labelsOf(context, point.audience),
  ]);
}

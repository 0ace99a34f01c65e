import type { StyleName } from './paragraphTypes.ts';
import { fontLine, pageOf, type Paper, typeOf } from './styleSheet.ts';
import { pointsToMm } from './units.ts';

/** mm between what stands in a margin of a letterhead and the text of the page. */
const gap = 4;
/** mm at least between the letterhead's own words and ours. */
const apart = 2;

/** Where the letterhead has nothing there is nothing to keep apart from. */
const apartFrom = (height: number): number => (height === 0 ? 0 : apart);

/** mm of our own line in a header or footer: the words on one line, with the rule or box of its style. */
function lineHeight(style: StyleName, paper: Paper): number {
  const { size, line, before, after, borders } = typeOf(style, paper);
  const rules = [borders.top, borders.bottom].reduce(
    (sum, rule) => sum + (rule ? rule.width + rule.gap : 0),
    0,
  );
  return pointsToMm(size * fontLine * line + before + after + rules);
}

/** A letter has no header of ours. */
const hasHeader = ({ layout }: Paper): boolean => layout !== 'letter';

/**
 * Where the text of the first page begins and ends, mm from the edges: at the margins, or where the letterhead's header
 * and footer, with our own line in each, reach further.
 */
export function marginsOn(paper: Paper): { readonly top: number; readonly bottom: number } {
  const { top, bottom, headerFromEdge, footerFromEdge } = pageOf(paper);
  const { letterhead } = paper;
  if (letterhead === undefined) return { top, bottom };
  const { headerHeight, footerHeight } = letterhead;
  const ownHeader = hasHeader(paper) ? apartFrom(headerHeight) + lineHeight('header', paper) : 0;
  const ownFooter = apartFrom(footerHeight) + lineHeight('footer', paper);
  return {
    top: Math.max(top, headerFromEdge + headerHeight + ownHeader + gap),
    bottom: Math.max(bottom, footerFromEdge + footerHeight + ownFooter + gap),
  };
}

/**
 * mm between the letterhead's header and our line under it, and between our line over the letterhead's footer and that:
 * our lines stand by the text, below whatever the letterhead lets float in its margin.
 */
export function airOn(paper: Paper): {
  readonly inHeader: number;
  readonly inFooter: number;
  readonly gap: number;
} {
  const { letterhead } = paper;
  if (letterhead === undefined) return { inHeader: 0, inFooter: 0, gap: 0 };
  const { headerFromEdge, footerFromEdge } = pageOf(paper);
  const { top, bottom } = marginsOn(paper);
  const header = top - headerFromEdge - letterhead.headerHeight - lineHeight('header', paper) - gap;
  const footer = bottom - footerFromEdge - letterhead.footerHeight - lineHeight('footer', paper) - gap;
  return {
    inHeader: Math.max(apartFrom(letterhead.headerHeight), header),
    inFooter: Math.max(apartFrom(letterhead.footerHeight), footer),
    gap,
  };
}

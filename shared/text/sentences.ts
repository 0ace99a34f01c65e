/** Where one sentence stands in a text: from `start` up to, not including, `end` (UTF-16 units). */
export type SentenceRange = { readonly start: number; readonly end: number };

/** Abbreviations after which a sentence goes on, whatever follows. */
const titles = new Set(
  'mr mrs ms mx dr prof rev fr sr st jr mt e.g i.e eg ie cf vs viz nr no nos art para paras reg regs sch sect ch pp ext tel approx'.split(
    ' ',
  ),
);
/** Abbreviations that may also be the last word: the sentence ends when a capital follows. */
const others = new Set(
  'etc inc ltd co ave rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun min mins hr hrs a.m p.m'.split(
    ' ',
  ),
);

const ending = /[.!?…]+["'”’»)\]]*(?=\s|$)/gu;
const lineEnd = /\n/g;

/** The word right before an ending, with the stops inside it (`e.g`, `Mr`, `J`). */
function lastToken(text: string): string {
  return /[\p{L}\p{N}][\p{L}\p{N}.]*$/u.exec(text.slice(-24))?.[0] ?? '';
}

function goesOn(before: string, mark: string, after: string): boolean {
  const next = after.trimStart()[0] ?? '';
  const isSmall = /\p{Ll}/u.test(next);
  // "Why?" she asked. / He said "no." and left. / So … we waited.
  if (mark !== '.' && isSmall) return true;
  if (!mark.startsWith('.') || mark.length > 1) return false;
  const token = lastToken(before);
  const small = token.toLowerCase();
  if (titles.has(small)) return next !== '';
  if (others.has(small)) return isSmall || /\p{N}/u.test(next);
  // Initials: J. Smith, but "so do I."
  if (/^\p{Lu}$/u.test(token) && token !== 'I') return /\p{L}/u.test(next);
  // A number that opens the sentence numbers it: "1. Anna will ring."
  return /^\p{N}+$/u.test(token) && before.trim() === token;
}

function splitLine(text: string, from: number, to: number): SentenceRange[] {
  const line = text.slice(from, to);
  const ranges: SentenceRange[] = [];
  let start = 0;
  for (const match of line.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (goesOn(line.slice(start, match.index), match[0], line.slice(end, end + 16))) continue;
    ranges.push({ start: from + start, end: from + end });
    start = end;
  }
  if (start < line.length) ranges.push({ start: from + start, end: to });
  return ranges;
}

function trimmed(text: string, { start, end }: SentenceRange): SentenceRange {
  const found = text.slice(start, end);
  const lead = found.length - found.trimStart().length;
  return { start: start + lead, end: start + lead + found.trim().length };
}

/**
 * The sentences of a text in order, without the space around them. A line end always ends one. Titles (Mr.),
 * e.g., initials, numbers such as 1.30 pm and a list's own numbers do not.
 */
export function sentenceRanges(text: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let from = 0;
  for (const { index } of text.matchAll(lineEnd)) {
    ranges.push(...splitLine(text, from, index));
    from = index + 1;
  }
  ranges.push(...splitLine(text, from, text.length));
  return ranges.map((range) => trimmed(text, range)).filter(({ start, end }) => end > start);
}

/** The sentences of a text as they stand in it. */
export function sentencesOf(text: string): string[] {
  return sentenceRanges(text).map(({ start, end }) => text.slice(start, end));
}

const quotation =
  /“[^“”\n]*”|"[^"\n]*"|«[^«»\n]*»|(?<![\p{L}\p{N}])[‘'](?=\S)[^\n‘]*?(?<=\S)[’'](?![\p{L}\p{N}])/gu;
/** Stands for each unit of a quotation: no letter, no space, not in any text that a person types. */
const filler = '\ue000';

/**
 * The text with the words of its quotations covered, unit by unit, so that places stay the same. What ends a
 * sentence at the end of a quotation is kept.
 */
export function coverQuotations(text: string): string {
  return text.replaceAll(quotation, (quote) => {
    const end = /[.!?…]*.$/u.exec(quote)?.[0] ?? '';
    return filler.repeat(quote.length - end.length) + end;
  });
}

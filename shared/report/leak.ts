import { fold, literalSearch } from '../text/literals.ts';
import type { LetterheadWords } from '../domain/letterhead.ts';
import type { ReaderGiven } from './audienceReader.ts';
import { readerOf } from './audienceReader.ts';
import { judgeFor } from './audienceJudge.ts';
import type { Block, Report, Run } from './blocks.ts';
import type { ReviewContent } from './content.ts';
import type { Forbidden } from './leakForbidden.ts';
import { countedLiterals } from './leakForbidden.ts';
import type { OtherChild } from './leakLiterals.ts';
import {
  contactLiterals,
  otherChildLiterals,
  personLiterals,
  placeLiterals,
  ruleLiterals,
} from './leakLiterals.ts';
import { phraseTokens, privatePhrases, runsOfWords } from './leakPhrases.ts';
import { runsOfBlock } from './links.ts';
import { paragraphTexts } from './words.ts';

/** A part of a document and what it says: body, header, a property; or a part of the finished file. */
export type PartText = { readonly part: string; readonly text: string };

/** `excerpt` and `lines` are for the officer's screen and for comparing only, never for a log. */
export type LeakHit = {
  readonly what: string;
  readonly part: string;
  readonly excerpt: string;
  /** Every line of the part that it stands in, whole. */
  readonly lines: readonly string[];
  readonly isPassable: boolean;
};

/**
 * A hit that the officer lets stand, and why: known by what it is, and by a digest of the lines in which it was seen,
 * since the words themselves are not kept. In other words, or in one line more, it is another hit.
 */
export type Passed = { readonly what: string; readonly because: string; readonly seen: string };

/**
 * What a copy of one document for one reader must not say (design.md, Hiding leaks nothing). Takes the whole content
 * of the review, not the filtered one. The service file has everything but other children's names; the service's
 * sheets everything but what is withheld from them; a released copy no address, phone or private word.
 */
export function forbiddenFor(
  content: ReviewContent,
  given: ReaderGiven,
  otherChildren: readonly OtherChild[],
): Forbidden[] {
  const judge = judgeFor(content, readerOf(content, given));
  const { reading } = judge.reader;
  const others = otherChildLiterals(content, judge, otherChildren);
  if (reading === 'all') return countedLiterals(others);
  const contacts = reading === 'released' ? contactLiterals(content, judge) : [];
  const isPlaceHidden =
    reading === 'released' ||
    (judge.reader.person?.mustNotLearn ?? []).some(({ what }) => what === 'address');
  return [
    ...countedLiterals([
      ...others,
      ...(isPlaceHidden ? placeLiterals(content, judge) : []),
      ...contacts,
      ...ruleLiterals(content, judge),
      ...personLiterals(content, judge),
    ]),
    ...privatePhrases(content, judge),
  ];
}

const longestExcerpt = 200;

/** The lines that a hit stands in; all of them where it runs over the end of one. */
function linesWith(text: string, entry: Forbidden): string[] {
  const lines = text.split('\n');
  const own = lines.filter((line) => searchOf(line)(entry));
  return own.length > 0 ? own : lines;
}

/** The first line that a hit stands in, for the officer to find it. */
function excerptOf([line = '']: readonly string[]): string {
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt)}…`;
}

type Search = (entry: Forbidden) => boolean;

/**
 * The longest word of a literal without digits: letters that must stand in a text, marks and gaps left out, for the
 * literal to be found there. Searching 700 children's names took 3 s without it. An address has other spellings.
 */
function longestWord(literal: string): string {
  if (/\p{N}/u.test(literal)) return '';
  return phraseTokens(literal).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** A search of one text for many literals and phrases; the text is folded and cut into words once. */
function searchOf(text: string): Search {
  const folded = fold(text);
  const words = phraseTokens(text);
  const letters = words.join('');
  const runs = new Map<number, Set<string>>();
  const runsOf = (count: number) => {
    const known = runs.get(count) ?? new Set(runsOfWords(words, count));
    runs.set(count, known);
    return known;
  };
  return ({ kind, literal }) => {
    if (kind === 'phrase') return runsOf(literal.split(' ').length).has(literal);
    return letters.includes(longestWord(literal)) && literalSearch(literal)(folded);
  };
}

/** Searches every part for what must not be there. One hit for each thing and part. A hit blocks issuing. */
export function searchLeaks(texts: readonly PartText[], forbidden: readonly Forbidden[]): LeakHit[] {
  return texts.flatMap(({ part, text }) => {
    const isIn = searchOf(text);
    const found = Map.groupBy(forbidden.filter(isIn), ({ what }) => what);
    return [...found].map(([what, entries]) => {
      // Each run of a private text is one entry of the same name: a hit is all of them, so that one more line counts.
      const lines = [...new Set(entries.flatMap((entry) => linesWith(text, entry)))];
      const isPassable = entries.every((entry) => entry.isPassable);
      return { what, part, excerpt: excerptOf(lines), lines, isPassable };
    });
  });
}

type Passable = Pick<LeakHit, 'what'> & { readonly isPassable?: boolean | undefined };

/**
 * What still stands in the way: hits that cannot be passed, and those that nobody passed with a reason as they stand
 * now. `seenOf` is the digest of a hit's lines.
 */
export function notPassed<T extends Passable>(
  hits: readonly T[],
  passed: readonly Passed[],
  seenOf: (hit: T) => string | undefined,
): T[] {
  return hits.filter((hit) => {
    const seen = seenOf(hit);
    const isPassed = passed.some(
      (entry) => entry.what === hit.what && entry.seen === seen && /\S/.test(entry.because),
    );
    return hit.isPassable !== true || !isPassed;
  });
}

/** What a letterhead says, part by part. */
function textsOfLetterhead({ header, footer, descriptions }: LetterheadWords): PartText[] {
  return [
    { part: 'letterhead, at the top', text: header.join('\n') },
    { part: 'letterhead, at the foot', text: footer.join('\n') },
    { part: 'letterhead, alternative texts', text: descriptions.join('\n') },
  ];
}

/**
 * Searches a letterhead as every part of a document is searched. How a professional is reached at work is no hit: on
 * its own letterhead the authority says how it is reached itself.
 */
export function searchLetterhead(words: LetterheadWords, forbidden: readonly Forbidden[]): LeakHit[] {
  return searchLeaks(
    textsOfLetterhead(words),
    forbidden.filter(({ isAtWork }) => isAtWork !== true),
  );
}

/** Captions and descriptions that are read out and never printed. */
function hiddenTexts(block: Block): string[] {
  const captions = 'caption' in block ? [block.caption, block.description] : [];
  const anchor = block.kind === 'heading' && block.anchor !== undefined ? [block.anchor] : [];
  const titles = (run: Run) => (run.kind === 'checkbox' ? [run.title] : []);
  return [...captions, ...anchor, ...runsOfBlock(block).flatMap((runs) => runs.flatMap(titles))];
}

/** Everything a report says, part by part, header, footer, properties and alternative texts included. */
export function textsOfReport(report: Report): PartText[] {
  return [
    { part: 'title', text: report.title },
    { part: 'header', text: report.header === null ? '' : `${report.header.left}\n${report.header.right}` },
    { part: 'footer', text: report.footer.left },
    { part: 'body', text: report.blocks.flatMap(paragraphTexts).join('\n') },
    { part: 'alternative texts', text: report.blocks.flatMap(hiddenTexts).join('\n') },
  ];
}

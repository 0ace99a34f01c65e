/*
 * Word files are XML 1.0, which has no way to write most control characters, half a surrogate pair, U+FFFE or
 * U+FFFF; and the docx library passes them through and makes a broken file. Text is cleaned before it is printed,
 * never where it is stored: what was typed stays as it was typed.
 */

const tab = 0x09;
const lineFeed = 0x0a;

/** Line breaks by other names: CR, vertical tab (Word's own line break), form feed, next line, separators. */
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** U+FDD0 to U+FDEF, and the last two of every plane (U+FFFE, U+FFFF, U+1FFFE …): never characters. */
function isNoncharacter(code: number): boolean {
  return (code >= 0xfdd0 && code <= 0xfdef) || code % 0x1_00_00 >= 0xfffe;
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== tab && code !== lineFeed) || (code >= 0x7f && code <= 0x9f);
}

/** True for a code point that a Word file can hold; a surrogate reaches it only when its other half is missing. */
function isPrintable(code: number): boolean {
  return !isControl(code) && !isSurrogate(code) && !isNoncharacter(code);
}

const wordAtEnd = /[\p{L}\p{M}\p{N}]$/u;
const wordAtStart = /^[\p{L}\p{M}\p{N}]/u;

/** True when the text can stand in a Word file as it is. */
export function isClean(text: string): boolean {
  for (const character of text) {
    if (!isPrintable(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/**
 * Text for a Word file. Kinds of line break become `\n`; what XML cannot hold goes, and leaves a space where
 * two words would otherwise run into one. Letters, digits, emoji, joiners and direction marks stay.
 */
export function cleanText(text: string): string {
  const withBreaks = text.replace(lineBreaks, '\n');
  if (isClean(withBreaks)) return withBreaks;
  const pieces: string[] = [];
  let piece = '';
  for (const character of withBreaks) {
    if (isPrintable(character.codePointAt(0) ?? 0)) {
      piece += character;
    } else if (piece !== '') {
      pieces.push(piece);
      piece = '';
    }
  }
  if (piece !== '') pieces.push(piece);
  const spaced = pieces.map((next, index) => {
    // The last two units alone: searching a whole text for its end, once a piece, took 15 s for 600 KB.
    const fuses = wordAtEnd.test((pieces[index - 1] ?? '').slice(-2)) && wordAtStart.test(next);
    return fuses ? ` ${next}` : next;
  });
  return spaced.join('');
}

/** Text for one line of a Word file (a name, a heading, a property): as `cleanText`, breaks and tabs a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/[\n\t ]*[\n\t][\n\t ]*/g, ' ');
}

const noBreakSpace = '\u00a0';
const day = String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?`;
const month = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`;
const dates = new RegExp(String.raw`\b(?:${day} )?\d{1,2} ${month}\b(?: \d{4}\b)?`, 'gu');
const times = /\b\d{1,2}(?:[.:]\d{2})? (?:am|pm|noon|midnight)\b/gu;

/** Dates and times in running text (`5 Oct 2026`, `Monday 5 October`, `1.30 pm`) with no-break spaces inside. */
export function toNoBreakDates(text: string): string {
  const joined = (found: string) => found.replaceAll(' ', noBreakSpace);
  return text.replaceAll(dates, joined).replaceAll(times, joined);
}

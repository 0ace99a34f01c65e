/** Text made ready for the literal search: no marks, no hidden characters, one case. Made by `fold`. */
export type Folded = { readonly folded: string };

/** Letters that normalising leaves whole though people write them without their stroke. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Folds a text once, to search it for many literals. Compatibility forms, accents and case are levelled. */
export function fold(text: string): Folded {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/gu, (letter) => plainLetters[letter] ?? letter);
  return { folded };
}

const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/iu;
const postcodes = new RegExp(postcode, 'giu');

const letterOrDigit = String.raw`[\p{L}\p{N}]`;
const gap = String.raw`[^\p{L}\p{N}]*`;
/** What may stand inside a word and be left out elsewhere: O'Brien, OBrien. */
const innerMark = "['’‘`´-]?";

const streets = [
  'road rd',
  'street st',
  'avenue ave av',
  'close cl',
  'lane ln',
  'drive dr',
  'court ct',
  'crescent cres',
  'gardens gdns',
  'place pl',
  'square sq',
  'terrace terr ter',
  'grove gr',
  'apartment apt',
].map((row) => row.split(' '));

function streetForms(word: string): string[] {
  return streets.find((forms) => forms.includes(word)) ?? [word];
}

/** One word of a literal: digits with any spacing, letters with or without the marks inside. */
function wordPattern(word: string, isAddress: boolean): string {
  if (/^\p{N}+$/u.test(word)) return Array.from(word).join(gap);
  const forms = isAddress ? streetForms(word) : [word];
  const patterns = forms.map((form) => Array.from(form).join(innerMark));
  return patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
}

/** A phone number's digits after the trunk 0 or the country code, or undefined when it is none. */
function phoneRest(needle: string): string | undefined {
  const digits = needle.replaceAll(/\D/g, '');
  if (/[^\d\s()+./-]/.test(needle) || digits.length < 9) return undefined;
  return /^(?:0044|44|0)0?(\d{9,10})$/.exec(digits)?.[1];
}

function phonePattern(rest: string): RegExp {
  const country = `(?:00${gap}|)44${gap}(?:0${gap})?`;
  return new RegExp(`(?<!\\d)(?:${country}|0${gap})${Array.from(rest).join(gap)}(?!\\d)`, 'u');
}

function literalPattern(needle: string): RegExp | undefined {
  const rest = phoneRest(needle);
  if (rest !== undefined) return phonePattern(rest);
  const spaced = fold(needle).folded.replaceAll(postcodes, '$1 $2');
  const words = spaced.match(new RegExp(`${letterOrDigit}+`, 'gu')) ?? [];
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const isAddress = words.length > 1 && words.some((word) => /\p{N}/u.test(word));
  // "the Okoros" tells as much as "Okoro".
  const plural = /^\p{L}{3,}$/u.test(last) ? '(?:e?s)?' : '';
  const body = words.map((word) => wordPattern(word, isAddress)).join(gap);
  return new RegExp(`(?<!${letterOrDigit})${body}${plural}(?!${letterOrDigit})`, 'u');
}

/**
 * A search for one literal (a surname, an address, a postcode, a phone number), to run on many texts. It
 * ignores case, accents, punctuation and spacing between words, knows `Rd` for `Road` in an address, a postcode
 * without its space and a phone number in any spacing or with +44; it never matches inside a longer word. A
 * literal without a letter or digit matches nothing.
 */
export function literalSearch(needle: string): (text: Folded) => boolean {
  const pattern = literalPattern(needle);
  return pattern === undefined ? () => false : ({ folded }) => pattern.test(folded);
}

/** True when `haystack` holds `needle` in any of the ways of `literalSearch`. */
export function containsLiteral(haystack: string, needle: string): boolean {
  return literalSearch(needle)(fold(haystack));
}

/**
 * The parts of an address that give it away by themselves: the whole, the house and street (the first two
 * parts, unless they are a single word), the postcode.
 */
export function addressLiterals(address: string): string[] {
  const parts = address
    .split(/[,\n;]/)
    .map((part) => part.replace(postcode, '').trim())
    .filter((part) => part !== '');
  const telling = parts.slice(0, 2).filter((part) => /\S\s+\S/.test(part));
  const code = postcode.exec(address)?.[0];
  return [...new Set([address.trim(), ...telling, ...(code === undefined ? [] : [code])])].filter(
    (literal) => literal !== '',
  );
}

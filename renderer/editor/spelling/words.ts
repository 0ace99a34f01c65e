/** A word of a text to check, by its place in it. */
export type FoundWord = { readonly word: string; readonly from: number; readonly to: number };

const shape = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu;

/**
 * The words of a text that a dictionary can judge: no numbers, references or web addresses, no single letters, no
 * abbreviations in capitals.
 */
export function wordsToCheck(text: string): FoundWord[] {
  return [...text.matchAll(shape)].flatMap((match) => {
    const [word] = match;
    const from = match.index;
    const around = `${text[from - 1] ?? ''}${text[from + word.length] ?? ''}`;
    const isAfterDot = text[from - 1] === '.' && /[\p{L}\d]/u.test(text[from - 2] ?? '');
    const isPartOfMore = isAfterDot || /[\d@_/\\]/.test(around);
    const isCapitals = word === word.toUpperCase();
    return word.length < 2 || isPartOfMore || isCapitals ? [] : [{ word, from, to: from + word.length }];
  });
}

/** The dictionary's own apostrophe, and a name without its s. */
export function plainForms(word: string): string[] {
  const plain = word.replaceAll('’', "'");
  const owner = plain.replace(/'s$/i, '');
  return owner === plain ? [plain] : [plain, owner];
}

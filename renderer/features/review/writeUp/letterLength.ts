/** How long a letter is for an age in years (design.md, Documents): under 8, 8 to 12, 13 and over. */
export function letterLength(age: number): { readonly least: number; readonly most: number } {
  if (age < 8) return { least: 100, most: 200 };
  return age < 13 ? { least: 200, most: 400 } : { least: 300, most: 600 };
}

/** Every word of the letter, in its order. */
export function wordsOfLetter(letter: {
  readonly proudOf: string;
  readonly cards: readonly { readonly heading: string; readonly text: string }[];
  readonly toMend: readonly string[];
  readonly staysTheSame?: string | undefined;
  readonly whenWeSpeak: string;
}): string {
  const { proudOf, cards, toMend, staysTheSame, whenWeSpeak } = letter;
  const told = cards.flatMap(({ heading, text }) => [heading, text]);
  return [proudOf, ...told, ...toMend, staysTheSame ?? '', whenWeSpeak].join(' ');
}

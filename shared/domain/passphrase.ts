/** Characters a passphrase needs, counted after NFKC; the store refuses a shorter one. */
export const shortestPassphrase = 12;

export type PassphraseStrength = {
  readonly level: 'empty' | 'short' | 'weak' | 'fair' | 'strong';
  /** What it is and what would make it better; empty for nothing typed. */
  readonly words: string;
};

/** What people type when a form asks for twelve characters; guessed first by anybody who tries. */
const guessedFirst = [
  'password',
  'passphrase',
  'letmein',
  'welcome',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'abcdef',
  '123456',
  'goldenthread',
  'changeme',
  'iloveyou',
];

/** True when most characters only go on from the one before: 1234, abcd, aaaa. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters.filter((character, place) => {
    const before = characters[place - 1]?.codePointAt(0);
    const step = before === undefined ? Infinity : Math.abs((character.codePointAt(0) ?? 0) - before);
    return step <= 1;
  });
  return steps.length >= (characters.length - 1) * 0.6;
}

function weaknessOf(text: string, characters: readonly string[]): string | undefined {
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const guessed = guessedFirst.find((word) => bare.includes(word));
  if (guessed && bare.length - guessed.length < shortestPassphrase) return 'much of it is guessed first';
  if (new Set(characters).size < 6) return 'it repeats few characters';
  if (isRun(characters)) return 'its characters follow one another';
  return undefined;
}

/**
 * How hard a passphrase is to guess, in words: by rules that can be read, never by a score from elsewhere. Four
 * different words, or twenty varied characters, are strong; what repeats, runs on or is guessed first is weak.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize('NFKC');
  const characters = Array.from(text);
  if (characters.length === 0) return { level: 'empty', words: '' };
  const missing = shortestPassphrase - characters.length;
  if (missing > 0) {
    return {
      level: 'short',
      words: `Too short: ${missing} more ${missing === 1 ? 'character' : 'characters'}`,
    };
  }
  const weakness = weaknessOf(text, characters);
  if (weakness !== undefined) return { level: 'weak', words: `Weak: ${weakness}. Add unrelated words` };
  const words = new Set(text.toLowerCase().match(/\p{L}{3,}/gu));
  const isVaried = characters.length >= 20 && new Set(characters).size >= 10;
  if (words.size >= 4 || isVaried) return { level: 'strong', words: 'Strong' };
  return { level: 'fair', words: 'Fair. One more unrelated word makes it strong' };
}

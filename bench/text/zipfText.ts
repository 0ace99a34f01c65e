import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import { makeVocabulary } from './vocabulary.ts';

/** Mandelbrot's shift: it flattens the first few ranks as English does; from about the tenth the law is Zipf's. */
const shift = 2.7;

export type TextSource = {
  readonly random: Random;
  readonly word: () => string;
  /** Running text of so many words: sentences, commas, and a blank line between paragraphs. */
  readonly text: (words: number) => string;
  /** One sentence of so many words. */
  readonly sentence: (words: number) => string;
};

type AliasTable = { readonly keep: Float64Array; readonly other: Uint32Array };

/** Vose's alias method: one draw costs the same however many words there are. */
function aliasTable(weights: Float64Array): AliasTable {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = Float64Array.from(weights, (weight) => (weight * count) / total);
  const other = new Uint32Array(count);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, rank) => (share < 1 ? small : large).push(rank));
  for (
    let low = small.pop(), high = large.pop();
    low !== undefined && high !== undefined;
    low = small.pop()
  ) {
    other[low] = high;
    keep[high] = (keep[high] ?? 0) + (keep[low] ?? 0) - 1;
    if ((keep[high] ?? 0) < 1) {
      small.push(high);
      high = large.pop();
    }
  }
  return { keep, other };
}

export type Language = { readonly words: readonly string[]; readonly table: AliasTable };

/** A vocabulary with how often each word is said. Made once for a seed; every source of text shares it. */
export function makeLanguage(seed: number, size?: number): Language {
  const words = makeVocabulary(seed, size);
  const weights = Float64Array.from(words, (_word, rank) => 1 / (rank + 1 + shift));
  return { words, table: aliasTable(weights) };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Text by Zipf's law from a seed. Two sources with one seed say the same, word for word. */
export function textFrom({ words, table }: Language, seed: number): TextSource {
  const random = randomFrom(seed);
  const word = (): string => {
    const drawn = Math.floor(random.next() * words.length);
    const rank = random.next() < (table.keep[drawn] ?? 1) ? drawn : (table.other[drawn] ?? drawn);
    return words[rank] ?? '';
  };
  const sentence = (count: number): string => {
    let line = capital(word());
    const comma = count > 10 ? random.between(4, count - 4) : -1;
    for (let place = 1; place < count; place += 1) line += `${place === comma ? ',' : ''} ${word()}`;
    return `${line}.`;
  };
  const text = (count: number): string => {
    const paragraphs: string[] = [];
    let left = count;
    while (left > 0) {
      let room = Math.min(left, random.between(40, 90));
      if (left - room < 20) room = left;
      left -= room;
      const sentences: string[] = [];
      while (room > 0) {
        let length = Math.min(room, random.between(7, 22));
        if (room - length < 4) length = room;
        room -= length;
        sentences.push(sentence(length));
      }
      paragraphs.push(sentences.join(' '));
    }
    return paragraphs.join('\n\n');
  };
  return { random, word, text, sentence };
}

import { describe, expect, it } from 'vitest';
import {
  leastDistinctWords,
  describeText,
  mostRepeatedShare,
  refuseFiller,
  whyFiller,
} from '../../../bench/text/textFacts.ts';
import { randomFrom } from '../../../bench/text/random.ts';
import { makeVocabulary, vocabularySize } from '../../../bench/text/vocabulary.ts';
import { makeLanguage, textFrom } from '../../../bench/text/zipfText.ts';

const language = makeLanguage(1);
const sampleOf = (seed: number, texts: number, words: number): string[] => {
  const source = textFrom(language, seed);
  return Array.from({ length: texts }, () => source.text(words));
};

describe('text of the benchmark', () => {
  it('has a vocabulary of distinct words, the same for one seed', () => {
    const words = makeVocabulary(7);
    expect(words).toHaveLength(vocabularySize);
    expect(new Set(words).size).toBe(vocabularySize);
    expect(makeVocabulary(7)).toEqual(words);
    expect(makeVocabulary(8)).not.toEqual(words);
  });

  it('shows over 30,000 distinct words, Zipf’s slope and no repetition in half a million', () => {
    const facts = refuseFiller(sampleOf(1, 250, 2_000));
    expect(facts.words).toBe(500_000);
    expect(facts.distinctWords).toBeGreaterThan(leastDistinctWords);
    expect(facts.slope).toBeGreaterThan(-1.15);
    expect(facts.slope).toBeLessThan(-0.85);
    expect(facts.repeatedShare).toBeLessThan(mostRepeatedShare);
  });

  it('says the commonest words far more often than the rest', () => {
    const counts = new Map<string, number>();
    for (const word of sampleOf(2, 50, 2_000)
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const [first, tenth, hundredth] = [0, 9, 99].map(
      (rank) => [...counts.values()].sort((a, b) => b - a)[rank] ?? 0,
    );
    // 1 / (rank + 2.7): a tenth of the way down the law halves and halves again.
    expect((first ?? 0) / (tenth ?? 1)).toBeGreaterThan(2.5);
    expect((tenth ?? 0) / (hundredth ?? 1)).toBeGreaterThan(6);
  });

  it('is the same for one seed, word for word, and another for the next', () => {
    expect(sampleOf(5, 3, 400)).toEqual(sampleOf(5, 3, 400));
    expect(sampleOf(5, 3, 400)).not.toEqual(sampleOf(6, 3, 400));
  });

  it('keeps this text for this seed: a change of the generator is seen', () => {
    expect(textFrom(makeLanguage(20_261_005), 1).sentence(9)).toMatchInlineSnapshot(
      `"Trocleacker trumi meemus to peagader soot that fliflealy have."`,
    );
  });

  it('has as many words as asked, in sentences and paragraphs', () => {
    for (const count of [1, 5, 19, 80, 777]) {
      const text = textFrom(language, count).text(count);
      expect(text.match(/\p{L}+/gu)).toHaveLength(count);
      expect(text).toMatch(/^\p{Lu}/u);
      expect(text.endsWith('.')).toBe(true);
    }
    expect(textFrom(language, 3).text(400)).toContain('\n\n');
  });
});

describe('filler', () => {
  const good = sampleOf(9, 250, 2_000);

  it('is refused when one text is repeated', () => {
    const [text = ''] = good;
    const repeated = Array.from({ length: 250 }, () => text);
    expect(() => refuseFiller(repeated)).toThrow(/distinct words/);
  });

  it('is refused when good text is padded with copies of itself', () => {
    const facts = describeText([...good, ...good.slice(0, 25)]);
    expect(facts.distinctWords).toBeGreaterThan(leastDistinctWords);
    expect(whyFiller(facts)).toMatch(/runs of five words repeat/);
  });

  it('is refused when every word is as frequent as every other', () => {
    const random = randomFrom(4);
    const even = Array.from({ length: 300_000 }, () => language.words[random.between(0, 40_000)] ?? '');
    expect(() => refuseFiller([even.join(' ')])).toThrow(/slope/);
  });

  it('is refused when there is nothing', () => {
    expect(() => refuseFiller([])).toThrow(/0 distinct words/);
  });
});

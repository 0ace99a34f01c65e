import { randomFrom } from './random.ts';

/** What English says most, and the field's own words, so that the commonest are as short as in life. */
const frequent = (
  'the of and to a in she he was that it is her his for with on has they at be not this had as by their said from ' +
  'have an but are will would when who which we you there been what were if can do so no or out up about then more ' +
  'now after before home school carer social worker review plan mum dad sister brother health contact placement ' +
  'need risk wish decision action month week today visit meeting report team manager support family time feel safe ' +
  'told asked likes wants sleep food friend teacher doctor dentist court order money bus phone night morning help ' +
  'good well new old long last next first every other some any all each both since until again still never always'
).split(' ');

const onsets = 'b c d f g h j k l m n p r s t v w b d l m n r s t br ch cl dr fl gr pl sh sk st th tr'.split(
  ' ',
);
const vowels = 'a e i o u a e i o u ai ea ee oo ou'.split(' ');
const codas = ['', '', '', '', 'd', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'ck', 'nd', 'st', 'x'];
const endings = ['', '', '', '', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ness'];

/** How many distinct words there are: twice what the benchmark's text must show, so that every sample shows it. */
export const vocabularySize = 60_000;

/** Distinct words, commonest first; rarer ones are longer, as in every language. */
export function makeVocabulary(seed: number, size: number = vocabularySize): string[] {
  const random = randomFrom(seed);
  const words = new Set(frequent);
  while (words.size < size) {
    const isLonger = words.size > 1_500 || random.isLikely(0.6);
    const isLongest = words.size > 15_000 && random.isLikely(0.35);
    const syllables = 1 + (isLonger ? 1 : 0) + (isLongest ? 1 : 0);
    let word = '';
    for (let syllable = 0; syllable < syllables; syllable += 1) {
      word +=
        random.pick(onsets) + random.pick(vowels) + (syllable === syllables - 1 ? random.pick(codas) : '');
    }
    words.add(word + (isLongest ? '' : random.pick(endings)));
  }
  return [...words].slice(0, size);
}

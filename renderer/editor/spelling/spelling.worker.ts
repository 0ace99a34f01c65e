import nspell from 'nspell';
// By their path: the package lets nobody import its data, and reads them with Node.
import aff from '../../../node_modules/dictionary-en-gb/index.aff?raw';
import dic from '../../../node_modules/dictionary-en-gb/index.dic?raw';
import { plainForms } from './words.ts';

export type SpellingAsk =
  | { readonly id: number; readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly id: number; readonly kind: 'suggest'; readonly word: string }
  | { readonly id: number; readonly kind: 'learn'; readonly words: readonly string[] };
export type SpellingAnswer = { readonly id: number; readonly words: readonly string[] };

const speller = nspell(aff, dic);

const isRight = (word: string) =>
  plainForms(word).some(
    (form) => speller.correct(form) || form.split('-').every((part) => part === '' || speller.correct(part)),
  );

function answer(ask: SpellingAsk): readonly string[] {
  switch (ask.kind) {
    case 'check':
      return ask.words.filter((word) => !isRight(word));
    case 'suggest': {
      const hasTypographic = ask.word.includes('’');
      const found = speller.suggest(ask.word.replaceAll('’', "'")).slice(0, 6);
      return hasTypographic ? found.map((word) => word.replaceAll("'", '’')) : found;
    }
    case 'learn':
      for (const word of ask.words) speller.add(word.replaceAll('’', "'"));
      return [];
    default:
      return ask satisfies never;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SpellingAsk>) => {
  const reply: SpellingAnswer = { id: data.id, words: answer(data) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's own page, which has no origin to name
  self.postMessage(reply);
});

import { call } from '../../app/calls.ts';
import type { SpellingAnswer, SpellingAsk } from './spelling.worker.ts';

type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (words: readonly string[]) => void>();

function send(ask: WithoutId<SpellingAsk>, to: Worker): Promise<readonly string[]> {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    to.postMessage({ ...ask, id });
  });
}

/** The dictionary in its own thread, made when the first text is shown; it never leaves the page. */
function speller(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('spelling.worker.ts', import.meta.url), {
    type: 'module',
    name: 'spelling',
  });
  made.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
    waiting.get(data.id)?.(data.words);
    waiting.delete(data.id);
  });
  worker = made;
  void call('spelling:words', {})
    .then(({ words }) => send({ kind: 'learn', words }, made))
    .then(() => judgeAgain())
    .catch(() => undefined);
  return made;
}

const verdicts = new Map<string, boolean>();
const listeners = new Set<() => void>();
const mostVerdicts = 20_000;

/** Called whenever words may be judged otherwise than before. */
export function onJudged(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function judgeAgain(): void {
  verdicts.clear();
  for (const listener of listeners) listener();
}

/** True when the dictionary does not know the word; undefined until it was asked. */
export function isMisspelt(word: string): boolean | undefined {
  return verdicts.get(word);
}

/** Asks for what is not judged yet; true when anything new was learnt. */
export async function judge(words: readonly string[]): Promise<boolean> {
  const unknown = [...new Set(words)].filter((word) => !verdicts.has(word));
  if (unknown.length === 0) return false;
  const wrong = new Set(await send({ kind: 'check', words: unknown }, speller()));
  if (verdicts.size > mostVerdicts) verdicts.clear();
  for (const word of unknown) verdicts.set(word, wrong.has(word));
  return true;
}

export function suggest(word: string): Promise<readonly string[]> {
  return send({ kind: 'suggest', word }, speller());
}

/** Names of this child's people: known while the page is open, never kept. */
export async function knowNames(names: readonly string[]): Promise<void> {
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{M}’'-]+/u)).filter((word) => word.length > 1);
  if (words.length === 0) return;
  await send({ kind: 'learn', words }, speller());
  judgeAgain();
}

/** Keeps a word in the officer's own dictionary. */
export async function learn(word: string): Promise<void> {
  await send({ kind: 'learn', words: [word] }, speller());
  judgeAgain();
  await call('spelling:learn', { word });
}

import type { Output } from '../../../../shared/contract.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { paragraphsOf } from '../../../../shared/richText.ts';
import type { RichText } from '../../../../shared/richText.ts';
import type { ReviewView } from '../useReview.tsx';

export type LastTime = Output<'review:lastTime'>;
export type StandingPromise = ReviewView['promised'][number];

/** The section a standing promise belongs to: its own, its decision's, that of the decision's first point. */
export function sectionOfPromise(
  { action }: StandingPromise,
  last: LastTime | undefined,
): SectionKey | undefined {
  const decision = last?.decisions.find(({ id }) => id === action.decisionId);
  const first = decision?.pointIds[0];
  return action.section ?? decision?.section ?? last?.points.find(({ id }) => id === first)?.section;
}

function wordsOfBody(body: LastTime['texts'][number]['body']): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read only
  const paragraphs = paragraphsOf(body as RichText);
  return paragraphs
    .map(({ content }) => (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join(''))
    .join(' ');
}

/** What a section said last time, its account first. */
export function saidLastTime(last: Pick<LastTime, 'texts'>, section: SectionKey): string {
  return (['account', 'meaning'] as const)
    .flatMap((part) => last.texts.filter((text) => text.section === section && text.part === part))
    .map(({ body }) => wordsOfBody(body))
    .filter((words) => words.trim() !== '')
    .join(' ');
}

/** A text's sentences, each with whether the other text has it word for word. */
export function comparedSentences(
  then: string,
  now: string,
): { readonly words: string; readonly isSame: boolean }[] {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const current = plain(now);
  return then
    .split(/(?<=[.!?…]["”’)]*)\s+(?=\S)/u)
    .filter((words) => words.trim() !== '')
    .map((words) => ({ words, isSame: words.split(/\s+/).length > 3 && current.includes(plain(words)) }));
}

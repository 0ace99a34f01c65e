import type { Page } from 'playwright';
import * as z from 'zod';
import type { CorePeer } from '../../main/core/coreMessages.ts';
import { RichText, plainText } from '../../shared/richText.ts';

const Save = z.object({
  id: z.number(),
  envelope: z.object({
    channel: z.literal('text:save'),
    input: z.object({ value: z.object({ body: RichText }) }),
  }),
});
const Answer = z.object({ id: z.number(), result: z.object({ ok: z.boolean() }) });

/** Watches the saves of a text between shell and core: when which words were durable. */
export function watchSaves() {
  const underWay = new Map<number, number>();
  const durable: { readonly length: number; readonly at: number }[] = [];
  const through = (core: CorePeer): CorePeer => ({
    ...core,
    post: (message) => {
      const save = Save.safeParse(message);
      if (save.success) underWay.set(save.data.id, plainText(save.data.envelope.input.value.body).length);
      core.post(message);
    },
    onMessage: (listener) =>
      core.onMessage((message) => {
        const answer = Answer.safeParse(message);
        const length = answer.success ? underWay.get(answer.data.id) : undefined;
        if (length !== undefined && answer.data?.result.ok === true)
          durable.push({ length, at: performance.now() });
        listener(message);
      }),
  });
  return { through, durable };
}

/** Where the caret goes to be typed at: the end of the first text on the screen. Its length, in characters. */
export async function caretAtEnd(page: Page): Promise<number> {
  const text = page.getByRole('textbox', { name: /^What happened/ }).first();
  await text.focus();
  await page.keyboard.press('Control+End');
  return text.evaluate((element) => element.textContent?.length ?? 0);
}

/** Presses a key every so many ms without a pause; when each was pressed. */
export async function typeSteadily(page: Page, words: string, everyMs: number): Promise<number[]> {
  const pressed: number[] = [];
  const started = performance.now();
  for (const [place, letter] of words.split('').entries()) {
    const due = started + place * everyMs;
    await page.waitForTimeout(Math.max(0, due - performance.now()));
    pressed.push(performance.now());
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  }
  return pressed;
}

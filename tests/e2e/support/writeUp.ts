import type { Page } from 'playwright';
import type { Bridge } from '../../../shared/bridge.ts';
import type { RichText } from '../../../shared/richText.ts';
import { plainText } from '../../../shared/richText.ts';
import { leahReview } from './openLeah.ts';

type View = {
  readonly texts: readonly { readonly section: string; readonly part: string; readonly body: RichText }[];
  readonly points: readonly {
    readonly id: string;
    readonly kind: string;
    readonly words: string;
    readonly quote?: string;
  }[];
  readonly decisions: readonly { readonly wording: string; readonly pointIds: readonly string[] }[];
};

/** What an officer does in Write up, and what the core then holds; the page is asked for at each call. */
export function writeUpOf(page: () => Page) {
  async function goTo(at: string, reviewId = leahReview): Promise<void> {
    await page().evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/reviews/${reviewId}/write-up?at=${encodeURIComponent(at)}`,
    );
  }

  /** What the core holds of a review, asked past the page's own cache. */
  async function stored(reviewId = leahReview): Promise<View | undefined> {
    return page().evaluate(async (id) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bridge is put there before the page
      const { goldenThread } = window as unknown as { goldenThread: Bridge };
      const request = `0190f0c4-7a4e-7c3e-8f00-${String(Math.trunc(Math.random() * 1e12)).padStart(12, '0')}`;
      const result = await goldenThread.invoke('review:get', { id }, request);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
      return result.ok ? (result.value as View) : undefined;
    }, reviewId);
  }

  async function storedText(section: string, reviewId = leahReview): Promise<string> {
    const view = await stored(reviewId);
    const text = view?.texts.find((one) => one.section === section && one.part === 'account');
    return text ? plainText(text.body) : '';
  }

  const account = (heading: string) => page().getByRole('textbox', { name: `What happened ${heading}` });

  /** Puts the caret at the end of a text. */
  async function writeIn(heading: string): Promise<void> {
    await account(heading).focus();
    await page().keyboard.press('Control+End');
  }

  return { goTo, stored, storedText, account, writeIn };
}

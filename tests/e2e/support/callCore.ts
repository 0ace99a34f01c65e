import type { Page } from 'playwright';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import type { Bridge } from '../../../shared/bridge.ts';
import type { Result } from '../../../shared/domain/result.ts';

/** One call of the core past the page's own screens, as another part of the product would make it. */
export async function callCore<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const id = `0190f0c4-7a4e-7c3e-8f00-${String(Math.trunc(Math.random() * 1e12)).padStart(12, '0')}`;
      const goldenThread: Bridge = Reflect.get(window, 'goldenThread');
      return JSON.stringify(await goldenThread.invoke(name, given, id));
    },
    [channel, input] as const,
  );
  const result: Result<Output<C>> = JSON.parse(answer);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${result.error.message}`);
  return result.value;
}

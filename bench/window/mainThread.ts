import type { CDPSession, Page } from 'playwright';
import * as z from 'zod';

const Event = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().optional(),
  pid: z.number(),
  tid: z.number(),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
});
type Event = z.infer<typeof Event>;

export type KeyWork = {
  /** For each key, ms of the main thread from its event until the next key's. */
  readonly perKey: number[];
  /** For each key, ms of the longest task in that time. */
  readonly longest: number[];
};

async function readStream(session: CDPSession, handle: string): Promise<string> {
  let text = '';
  for (;;) {
    const { data, eof } = await session.send('IO.read', { handle });
    text += data;
    if (eof) return text;
  }
}

function keyWorkOf(events: readonly Event[]): KeyWork {
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const [first] = keys;
  if (!first) throw new Error('The trace holds no key');
  const isMain = ({ pid, tid }: Event) => pid === first.pid && tid === first.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event));
  // A key begins with the task that its event is in.
  const begins = keys.map(
    ({ ts: at }) => tasks.find(({ ts, dur = 0 }) => ts <= at && at <= ts + dur)?.ts ?? at,
  );
  const perKey: number[] = [];
  const longest: number[] = [];
  for (const [place, from] of begins.entries()) {
    const until = begins[place + 1];
    // The last key has no end of its own.
    if (until === undefined) break;
    const own = tasks.flatMap(({ ts, dur = 0 }) => (ts >= from && ts < until ? [dur / 1_000] : []));
    perKey.push(own.reduce((sum, ms) => sum + ms, 0));
    longest.push(Math.max(0, ...own));
  }
  return { perKey, longest };
}

/** What the page's main thread does while `type` presses keys, by the browser's own trace. */
export async function traceKeys(page: Page, type: () => Promise<void>): Promise<KeyWork> {
  const session = await page.context().newCDPSession(page);
  const complete = new Promise<string>((resolve) => {
    session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? ''));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await type();
  await session.send('Tracing.end');
  const text = await readStream(session, await complete);
  await session.detach();
  const parsed: unknown = JSON.parse(text);
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(parsed);
  return keyWorkOf(
    traceEvents.flatMap((event) => {
      const read = Event.safeParse(event);
      return read.success ? [read.data] : [];
    }),
  );
}

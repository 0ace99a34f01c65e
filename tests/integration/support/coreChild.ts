// A core in a process of its own, which the test kills. Arguments: a mode, then JSON.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { clockAt } from '../../../main/cli/throwAwayStore.ts';
import { createCore } from '../../../main/core/core.ts';
import { uuidv7 } from '../../../main/core/ids.ts';
import { createLog } from '../../../main/core/log.ts';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import { SectionText } from '../../../shared/domain/model/minutes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { plainText } from '../../../shared/richText.ts';
import { loadCaseload } from './canaryCaseload.ts';
import { aNote, aPoint, aText } from './scene.ts';
import { cheapScrypt, testPassphrase, valueOf } from './tempStore.ts';

const Task = z.strictObject({
  dir: z.string(),
  around: z.string(),
  canary: z.string().default(''),
  scene: z.strictObject({ childId: z.string(), reviewId: z.string() }).optional(),
});

const [, , mode = '', json = '{}'] = process.argv;
const task = Task.parse(JSON.parse(json));
const say = (line: string) => void writeSync(1, `${line}\n`);
const log = createLog(
  (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  () => new Date().toISOString(),
);
const clock = clockAt('2026-10-05');
const core = createCore({ dir: task.dir, clock: clock.now, log, scrypt: cheapScrypt });

async function send<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  const result = await core.dispatch({ requestId: uuidv7(Date.now()), channel, input });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
  return result as Result<Output<C>>;
}
const call = async <C extends Channel>(channel: C, input: Input<C>) => valueOf(await send(channel, input));

/** Edit after edit through dispatch; each is acknowledged only after its call came back. */
async function edit(): Promise<void> {
  const { scene } = task;
  if (!scene) throw new Error('Edits need a review');
  await call('vault:unlock', { passphrase: testPassphrase });
  const { notes, texts, versions } = await call('review:get', { id: scene.reviewId });
  const { id } = aText(scene, '');
  let version = versions[id] ?? 0;
  const written = texts.map((text) => Number(plainText(SectionText.parse(text).body).replace('edit ', '')));
  const from = Math.max(notes.length, 0, ...written) + 1;
  for (let number = from; ; number += 1) {
    const words = `edit ${number}`;
    await call('note:save', { value: aNote(scene, words, `note-${number}`), baseVersion: 0 });
    ({ version } = await call('text:save', { value: aText(scene, words), baseVersion: version }));
    if (number % 4 === 0) {
      const point = { value: aPoint(scene, words, `point-${number}`), baseVersion: 0 };
      await call('point:make', { point, text: { value: aText(scene, words), baseVersion: version } });
      version += 1;
    }
    say(`ack ${number}`);
  }
}

async function caseload(): Promise<void> {
  const plan = {
    canary: task.canary,
    backups: join(task.around, 'backups'),
    exported: join(task.around, 'exported'),
  };
  const issued = await loadCaseload(send, clock, plan);
  say(`issued ${issued}`);
  // Goes on searching, which writes the index, until it is killed.
  for (;;) await call('search:query', { text: task.canary, limit: 5 });
}

if (mode === 'edit') await edit();
else if (mode === 'caseload') await caseload();
else throw new Error(`Unknown mode ${mode}`);

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDemo, stepsOf } from '../../../main/cli/demo.ts';
import type { Clock } from '../../../main/cli/throwAwayStore.ts';
import { uuidv7 } from '../../../main/core/ids.ts';
import { caseFileAsOf } from '../../../shared/caseFileAsOf.ts';
import type { CaseFile } from '../../../shared/caseFile.ts';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { withCanaries } from '../../support/canary.ts';
import { testPassphrase } from './tempStore.ts';

export type Send = <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;

export type CanaryPlan = {
  readonly canary: string;
  /** A folder for backups, and one for what is exported on purpose. */
  readonly backups: string;
  readonly exported: string;
};

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${JSON.stringify(result.error.issues ?? [])}`);
}

async function finalise(send: Send, id: string, kind: 'decisions' | 'record', canary: string): Promise<void> {
  const findings = must(await send('review:check', { id }));
  const gaps = findings
    .filter(({ severity }) => severity === 'must')
    .map(({ code }) => ({ code, because: `no time ${canary}` }));
  must(await send('review:finalise', { id, kind, gaps }));
}

async function issueAll(send: Send, file: CaseFile, { exported, canary }: CanaryPlan): Promise<number> {
  let issued = 0;
  for (const review of file.reviews) {
    const wanted: [DocumentKind, string | undefined][] = [
      ['service-file', undefined],
      ['chair', undefined],
      ['letter', undefined],
      ...file.people.flatMap(({ id, copy }): [DocumentKind, string][] =>
        copy === undefined || copy === 'none' ? [] : [[copy, id]],
      ),
    ];
    for (const [document, personId] of wanted) {
      const request = { reviewId: review.id, document, ...(personId !== undefined && { personId }) };
      const passed = [{ what: `a word ${canary}`, because: canary, seen: canary }];
      const result = await send('document:issue', { id: uuidv7(Date.now()), ...request, passed });
      // What a demo review is not finalised for, or what is not yet released, is refused; its error is told.
      if (!result.ok) process.stderr.write(`${JSON.stringify({ ...result.error, current: undefined })}\n`);
      else {
        issued += 1;
        writeFileSync(
          join(exported, `${issued}-${result.value.issued.fileName}`),
          Buffer.from(result.value.content, 'base64'),
        );
      }
    }
  }
  return issued;
}

/**
 * The whole demo caseload through a core, every string with a canary: imported, finalised on its own days, issued,
 * exported, searched, backed up, edited and refused. Gives how many documents were issued.
 */
export async function loadCaseload(send: Send, clock: Clock, plan: CanaryPlan): Promise<number> {
  const { canary, backups, exported } = plan;
  for (const folder of [backups, exported]) mkdirSync(folder, { recursive: true });
  const shipped = readDemo();
  const files = new Map([...shipped.files].map(([name, file]) => [name, withCanaries(file, canary)]));
  const officer = { name: `Officer ${canary}`, email: `${canary}@example.org` };
  must(await send('vault:create', { passphrase: testPassphrase, officer }));
  must(await send('backup:folder', { folder: backups }));
  for (const step of stepsOf({ ...shipped, files })) {
    const file = files.get(step.file);
    if (!file) continue;
    clock.setDay(step.day);
    must(await send('caseFile:import', { files: [caseFileAsOf(file, step.day)], onConflict: 'take-theirs' }));
    if (step.kind === 'decisions' || step.kind === 'record')
      await finalise(send, step.reviewId, step.kind, canary);
  }
  let issued = 0;
  for (const [name, file] of files) {
    issued += await issueAll(send, file, plan);
    const childId = file.child.id;
    const form = {
      id: uuidv7(Date.now()),
      childId,
      kind: 'childs-form',
      title: canary,
      receivedOn: '2026-10-01',
    } as const;
    must(
      await send('paper:add', {
        paper: form,
        content: Buffer.from(`${canary} `.repeat(50)).toString('base64'),
      }),
    );
    must(
      await send('draft:save', {
        childId,
        record: childId,
        entity: 'child',
        field: canary,
        raw: canary,
        baseVersion: 1,
      }),
    );
    writeFileSync(join(exported, name), JSON.stringify(must(await send('caseFile:export', { id: childId }))));
    // Refused calls, whose errors and log lines are among what is searched.
    for (const refused of [
      await send('child:get', { id: canary }),
      await send('undo:apply', { token: canary }),
      await send('caseFile:import', { files: [{ [canary]: canary }, canary], onConflict: 'refuse' }),
    ])
      process.stderr.write(`${JSON.stringify(refused)}\n`);
  }
  must(await send('search:query', { text: canary, limit: 200 }));
  must(await send('backup:tick', {}));
  return issued;
}

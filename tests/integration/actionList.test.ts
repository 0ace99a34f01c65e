import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { closingValues } from '../../shared/domain/model/plan.ts';
import { dueOn } from '../../shared/domain/promises.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
const files = [...readDemo().files.values()];

beforeEach(async () => {
  app = await testCore();
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
});
afterEach(() => app.remove());

it('lists every open action that has a day, first due first, with whose it is', async () => {
  const expected = files.flatMap((file) => {
    const { child, actions, progress } = recordFromCaseFile(file);
    const ended = new Set(
      progress.filter(({ value }) => closingValues.includes(value)).map(({ actionId }) => actionId),
    );
    return actions.flatMap((action) => {
      const due = dueOn(action);
      return due === undefined || ended.has(action.id) ? [] : [{ action, due, name: child.preferredName }];
    });
  });
  const rows = await app.call('action:list', { limit: 1_000 });
  const days = rows.map((row) => row.dueOn ?? '');
  expect(days).toEqual(days.toSorted());
  const found = rows.map(({ action, dueOn: due, childName: name }) => ({ action, due, name }));
  const byId = (a: { action: { id: string } }, b: { action: { id: string } }) =>
    a.action.id < b.action.id ? -1 : 1;
  expect(expected.length).toBeGreaterThan(10);
  expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
  expect(await app.call('action:list', { limit: 3 })).toEqual(rows.slice(0, 3));
});

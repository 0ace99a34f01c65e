import { describe, expect, it } from 'vitest';
import { ChildId } from '../../../shared/domain/ids.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Attempt, Importing } from '../../../renderer/features/firstDay/importing.ts';
import { chosenFiles, importNext, leaveOut } from '../../../renderer/features/firstDay/importing.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const begun = (...texts: string[]): Importing => ({
  files: chosenFiles(texts.map((text, place) => ({ name: `${place}.case.json`, content: encoded(text) }))),
  outcomes: [],
  state: 'running',
});
const takesAll: Attempt = async () =>
  ok({ childId: ChildId.parse('a-child'), added: 1, unchanged: 0, changed: 0, kept: 0 });
const path = 'files[0].reviews[0].points[0]';
const met = {
  issues: [{ path, message: 'differs' }],
  current: [{ path, id: 'p1', kind: 'point', mine: {} }],
};
const kinds = ({ outcomes }: Importing) => outcomes.map(({ kind }) => kind);

describe('case files, one after another', () => {
  it('come in file by file, and one that is no JSON keeps no other out', async () => {
    let now = begun('{}', 'not json', '{}');
    for (const state of ['running', 'running', 'done']) {
      now = (await importNext(now, [], takesAll))(now);
      expect(now.state).toBe(state);
    }
    expect(kinds(now)).toEqual(['imported', 'faulty', 'imported']);
  });

  it('stop only between two files: the one under way still counts, and what came in stays', async () => {
    const now = begun('{}', '{}', '{}');
    const change = await importNext(now, [], takesAll);
    const stopped = change({ ...now, state: 'stopping' });
    expect([stopped.state, kinds(stopped)]).toEqual(['stopped', ['imported']]);
    const last = await importNext(begun('{}'), [], takesAll);
    expect(last({ ...begun('{}'), state: 'stopping' }).state).toBe('done');
  });

  it('ask where every conflict can be chosen, and go on with what was chosen', async () => {
    const seen: unknown[] = [];
    const asks: Attempt = async (file, choices) => {
      seen.push(choices);
      return choices.length === 0 ? fail('conflict', 'Both differ.', met) : takesAll(file, choices);
    };
    const now = begun('{}', '{}');
    const asking = (await importNext(now, [], asks))(now);
    expect([asking.state, asking.conflicts?.map(({ id }) => id)]).toEqual(['asking', ['p1']]);
    const after = (await importNext(asking, [{ id: 'p1', keep: 'theirs' }], asks))(asking);
    expect([after.state, kinds(after), after.conflicts]).toEqual(['running', ['imported'], undefined]);
    expect(seen.at(-1)).toEqual([{ id: 'p1', keep: 'theirs' }]);
    expect(kinds(leaveOut(asking))).toEqual(['left-out']);
  });

  it.each([
    ['one of them has no choice', { ...met, issues: [...met.issues, { path: 'files[0].x', message: 'y' }] }],
    ['nothing says what is held here', { issues: met.issues }],
  ])('do not ask where %s', async (_, more) => {
    const now = begun('{}', '{}');
    const refused = (await importNext(now, [], async () => fail('conflict', 'No.', more)))(now);
    expect([refused.state, kinds(refused)]).toEqual(['running', ['faulty']]);
  });
});

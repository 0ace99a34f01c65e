import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../main/core/ids.ts';
import { contract } from '../../shared/contract.ts';
import type { Channel, Envelope } from '../../shared/contract.ts';
import { keysOf } from '../../shared/domain/keysOf.ts';
import { readCaseload } from '../support/caseload.ts';
import { codeOf } from './support/tempStore.ts';
import { aPoint, aScene, aText, anAction } from './support/scene.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
beforeAll(async () => {
  app = await testCore();
  const files = readCaseload().map(({ file }) => file);
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
});
afterAll(() => app.remove());

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what comes from outside is whatever it is
const dispatch = (envelope: unknown) => app.core().dispatch(envelope as Envelope);
const requestId = () => uuidv7(Date.now());

describe('the door into the core', () => {
  it.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    '',
    'child:steal',
    'CHILD:GET',
    'child:get ',
  ])('knows no channel %j', async (channel) => {
    expect(codeOf(await dispatch({ requestId: requestId(), channel, input: {} }))).toBe('forbidden');
  });

  it.each([
    undefined,
    null,
    1,
    'child:list',
    [],
    {},
    { channel: 'child:list' },
    { requestId: 1, channel: {}, input: {} },
  ])('takes no envelope like %j', async (envelope) => {
    const result = await dispatch(envelope);
    expect(['forbidden', 'invalid-input']).toContain(codeOf(result));
  });

  it('wants a request id of each call, and a UUIDv7', async () => {
    for (const id of ['', 'x', '00000000-0000-4000-8000-000000000000', undefined]) {
      expect(codeOf(await dispatch({ requestId: id, channel: 'child:list', input: {} }))).toBe(
        'invalid-input',
      );
    }
  });

  it('refuses a text nested deeper than any reader survives, and a folder that no system has', async () => {
    const scene = await aScene(app, 'deep');
    let block: unknown = { type: 'paragraph' };
    for (let depth = 0; depth < 20_000; depth += 1) block = { type: 'blockquote', content: [block] };
    const value = { ...aText(scene, ''), body: { type: 'doc', content: [block] } };
    const deep = await dispatch({
      requestId: requestId(),
      channel: 'text:save',
      input: { value, baseVersion: 0 },
    });
    expect(codeOf(deep)).toBe('invalid-input');
    const nowhere = { requestId: requestId(), channel: 'backup:run', input: { folder: 'a\u0000b' } };
    expect(codeOf(await dispatch(nowhere))).toBe('invalid-input');
  });

  it('names what is missing without a word of the record', async () => {
    const scene = await aScene(app, 'missing');
    const value = { ...aPoint(scene, 'Zqsaid to nobody else'), gist: 'Zqgist' };
    await app.call('point:save', { value, baseVersion: 0 });
    await app.call('action:save', { value: anAction(scene, 'Zqdo this'), baseVersion: 0 });
    const refused = await app.send('review:finalise', { id: scene.reviewId, kind: 'decisions', gaps: [] });
    expect(codeOf(refused)).toBe('forbidden');
    expect(refused.ok ? [] : refused.error.issues?.length).toBeGreaterThan(1);
    expect(JSON.stringify(refused)).not.toMatch(/Zq/);
  });

  it('never logged anything of all that', () => {
    expect(app.logged).toEqual([]);
  });

  it('is shut while the store is locked, for every channel but those of the lock itself', async () => {
    const other = await testCore();
    await other.call('vault:lock', {});
    const inputs: Readonly<Record<string, unknown>> = {
      'child:list': {},
      'backup:tick': {},
      'search:query': { text: 'x', limit: 1 },
      'draft:clear': { record: 'r', field: 'f' },
      'backup:run': { folder: other.around },
      'child:get': { id: 'leah' },
    };
    for (const [channel, input] of Object.entries(inputs)) {
      const result = await other.core().dispatch({ requestId: requestId(), channel, input });
      expect([channel, codeOf(result)]).toEqual([channel, 'locked']);
    }
    for (const channel of keysOf(contract)) {
      if (contract[channel].effect === 'session') continue;
      const result = await other.core().dispatch({ requestId: requestId(), channel, input: {} });
      expect([channel, ['locked', 'invalid-input'].includes(codeOf(result))]).toEqual([channel, true]);
    }
    await other.remove();
  });
});

describe('what is read, over the whole demo caseload', () => {
  it('is what each channel says it gives', async () => {
    const { children, reviews } = await everything();
    const calls: [channel: Channel, input: unknown][] = [
      ['settings:get', {}],
      ['child:list', {}],
      ['today:list', {}],
      ['backup:status', {}],
      ['action:list', { limit: 1_000 }],
      ...['the', 'worried', '"family time"', 'a', 'scho'].map((text): [Channel, unknown] => [
        'search:query',
        { text, limit: 200 },
      ]),
      ...children.flatMap((id): [Channel, unknown][] => [
        ['child:get', { id }],
        ['draft:list', { id }],
        ['caseFile:export', { id }],
      ]),
      ...reviews.flatMap((id): [Channel, unknown][] => [
        ['review:get', { id }],
        ['review:check', { id }],
        ['document:preview', { reviewId: id, document: 'service-file' }],
        ['document:preview', { reviewId: id, document: 'chair' }],
      ]),
    ];
    for (const [channel, input] of calls) {
      const result = await dispatch({ requestId: requestId(), channel, input });
      const schema = contract[channel].output;
      const value: unknown = result.ok ? result.value : result.error;
      const parsed = schema.safeParse(value);
      expect([channel, parsed.error?.issues.map(({ path }) => path.join('.')) ?? []]).toEqual([channel, []]);
    }
    expect(calls.length).toBeGreaterThan(100);
  });
});

async function everything(): Promise<{ children: string[]; reviews: string[] }> {
  const children = (await app.call('child:list', {})).map(({ id }) => id);
  const reviews: string[] = [];
  for (const id of children) {
    const view = await app.call('child:get', { id });
    reviews.push(...view.reviews.map((review) => review.id));
  }
  return { children, reviews };
}

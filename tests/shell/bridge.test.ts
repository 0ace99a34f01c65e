import { describe, expect, it, vi } from 'vitest';
import { createBridge } from '../../shared/bridge.ts';
import type { Way } from '../../shared/bridge.ts';
import { contract } from '../../shared/contract.ts';
import { hostContract, hostEvents } from '../../shared/hostContract.ts';

function bridgeOver(call: Way['call'] = async () => ({ ok: true, value: {} })) {
  const calls: unknown[][] = [];
  let hear: (event: string, detail: unknown) => void = () => undefined;
  const bridge = createBridge({
    call: (kind, message) => {
      calls.push([kind, message]);
      return call(kind, message);
    },
    listen: (listener) => {
      hear = listener;
    },
  });
  return { bridge, calls, hear: (event: string, detail: unknown) => hear(event, detail) };
}

/** What every object inherits, and what no contract owns. */
const foreign = [
  'toString',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'vault',
  '',
  'host:eval',
  'vault:status ',
];

describe('the bridge', () => {
  it('carries every call that the contracts own, and only those', async () => {
    const { bridge, calls } = bridgeOver();
    for (const channel of Object.keys(contract)) await bridge.invoke(channel, { any: 1 }, 'an-id');
    for (const channel of Object.keys(hostContract)) await bridge.host(channel, {});
    expect(calls).toEqual([
      ...Object.keys(contract).map((channel) => [
        'invoke',
        { requestId: 'an-id', channel, input: { any: 1 } },
      ]),
      ...Object.keys(hostContract).map((channel) => ['host', { channel, input: {} }]),
    ]);
    calls.length = 0;
    for (const name of [...foreign, ...Object.keys(hostContract)]) {
      await expect(bridge.invoke(name, {}, 'an-id')).resolves.toMatchObject({ error: { code: 'forbidden' } });
    }
    for (const name of [...foreign, ...Object.keys(contract)]) {
      await expect(bridge.host(name, {})).resolves.toMatchObject({ error: { code: 'forbidden' } });
    }
    expect(calls).toEqual([]);
  });

  it('never rejects: a way that breaks is a failure like any other', async () => {
    const { bridge } = bridgeOver(async () => {
      throw new Error('an object that holds a secret could not be cloned');
    });
    for (const answer of [bridge.invoke('vault:status', {}, 'an-id'), bridge.host('host:info', {})]) {
      await expect(answer).resolves.toEqual({
        ok: false,
        error: { code: 'internal', message: expect.not.stringContaining('secret') },
      });
    }
  });

  it('hands on the events that the contract owns, until it is told to stop', () => {
    const { bridge, hear } = bridgeOver();
    const first = vi.fn();
    const second = vi.fn();
    const stop = bridge.on('host:idle', first);
    bridge.on('host:idle', second);
    hear('host:idle', { seconds: 60 });
    stop();
    hear('host:idle', { seconds: 75 });
    hear('core:restarted', {});
    expect(first.mock.calls).toEqual([[{ seconds: 60 }]]);
    expect(second.mock.calls).toEqual([[{ seconds: 60 }], [{ seconds: 75 }]]);
    for (const name of Object.keys(hostEvents)) expect(() => bridge.on(name, first)).not.toThrow();
    for (const name of foreign) expect(() => bridge.on(name, first)).toThrow(TypeError);
  });
});

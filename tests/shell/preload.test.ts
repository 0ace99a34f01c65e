import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { ContextBridge, IpcRenderer } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import { eventChannel, hostChannelName, invokeChannel } from '../../main/shell/electronChannels.ts';

type Exposed = { readonly name: string; readonly api: Bridge };

/** The preload as it is built, run as a sandboxed one is: with nothing but `require('electron')`. */
function runPreload() {
  const exposed: Exposed[] = [];
  const invoked: unknown[][] = [];
  const required: string[] = [];
  let hear: ((event: unknown, name: string, detail: unknown) => void) | undefined;
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Bridge) => void exposed.push({ name, api }),
    } satisfies Pick<ContextBridge, 'exposeInMainWorld'>,
    ipcRenderer: {
      invoke: async (...args: unknown[]) => {
        invoked.push(args);
        return { ok: true, value: {} };
      },
      on: (name: string, listener: NonNullable<typeof hear>) => {
        if (name === eventChannel) hear = listener;
      },
    } satisfies Pick<IpcRenderer, 'invoke'> & Record<'on', unknown>,
  };
  const require = (name: string): unknown => {
    required.push(name);
    return name === 'electron' ? electron : undefined;
  };
  runInNewContext(readFileSync('out/preload/preload.cjs', 'utf8'), {
    require,
    exports: {},
    module: { exports: {} },
  });
  return {
    exposed,
    invoked,
    required,
    hear: (name: string, detail: unknown) => hear?.({ sender: 'kept' }, name, detail),
  };
}

describe('the preload', () => {
  it('needs nothing but Electron, and is small', () => {
    expect(runPreload().required).toEqual(['electron']);
    expect(readFileSync('out/preload/preload.cjs').length).toBeLessThan(20_000);
  });

  it('gives the page one object with three functions, and nothing of Electron', () => {
    const { exposed } = runPreload();
    expect(exposed.map(({ name }) => name)).toEqual(['goldenThread']);
    expect(Object.entries(exposed[0]?.api ?? {}).map(([name, value]) => [name, typeof value])).toEqual([
      ['invoke', 'function'],
      ['host', 'function'],
      ['on', 'function'],
    ]);
  });

  it('carries calls on two channels, refuses what is not in the contracts, and keeps the sender of events', async () => {
    const { exposed, invoked, hear } = runPreload();
    const api = exposed[0]?.api;
    await api?.invoke('vault:status', {}, 'an-id');
    await api?.host('host:info', {});
    await expect(api?.invoke('constructor', {}, 'an-id')).resolves.toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(invoked).toEqual([
      [invokeChannel, { requestId: 'an-id', channel: 'vault:status', input: {} }],
      [hostChannelName, { channel: 'host:info', input: {} }],
    ]);
    const heard: unknown[][] = [];
    api?.on('host:idle', (...args) => void heard.push(args));
    hear('host:idle', { seconds: 60 });
    expect(heard).toEqual([[{ seconds: 60 }]]);
  });
});

import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName, createBridge } from '../../shared/bridge.ts';
import { eventChannel, hostChannelName, invokeChannel } from './electronChannels.ts';

/** All that the page gets: `ipcRenderer` itself never leaves this file. */
contextBridge.exposeInMainWorld(
  bridgeName,
  createBridge({
    call: (kind, message) => ipcRenderer.invoke(kind === 'invoke' ? invokeChannel : hostChannelName, message),
    listen: (listener) => {
      ipcRenderer.on(eventChannel, (_, event: string, detail: unknown) => listener(event, detail));
    },
  }),
);

import type { FromCore, Peer, ToCore } from '../core/coreMessages.ts';

type FromWork = Extract<FromCore, { readonly work: number }>;

/** Starts, talks to and kills the core's processes of long work for it: under Electron only the shell can start one. */
export function createWorkRelay(spawn: () => Peer, post: (message: ToCore) => void) {
  const running = new Map<number, Peer>();

  function start(work: number): void {
    const peer = spawn();
    running.set(work, peer);
    peer.onMessage((message) => {
      if (typeof message === 'object' && message !== null) post({ work, message });
    });
    peer.onExit(() => {
      running.delete(work);
      post({ work, ended: true });
    });
  }

  return {
    receive: (message: FromWork): void => {
      const { work } = message;
      if ('start' in message) start(work);
      else if ('kill' in message) running.get(work)?.kill();
      else running.get(work)?.post(message.message);
    },
    /** Nobody waits for their answers any longer: the core that asked is gone. */
    killAll: (): void => {
      for (const peer of running.values()) peer.kill();
      running.clear();
    },
  };
}

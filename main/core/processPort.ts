/** The way from a child process to the shell that started it; fits Electron's `parentPort` and Node's `process.send`. */
export type ProcessPort<Out> = {
  readonly post: (message: Out) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
};

type ParentPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

/** Electron puts a `parentPort` on the process; its types are not ours to import here. */
function electronPort(): ParentPort | undefined {
  return 'parentPort' in process ? process.parentPort : undefined;
}

/** The port of this process. Throws a TypeError where no shell started it. */
export function processPort<Out>(): ProcessPort<Out> {
  const parent = electronPort();
  if (parent) {
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
      post: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) throw new TypeError('This is started by a shell, never by hand');
  return {
    // The parent may be gone in the middle of an answer.
    post: (message) => void process.send?.(message, undefined, {}, () => undefined),
    onMessage: (listener) => process.on('message', listener),
  };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
self.postMessage('from the worker');

self.postMessage('from the worker');

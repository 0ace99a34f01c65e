import { bridgeName, createBridge } from '../shared/bridge.ts';

/**
 * The preview shell's counterpart of a preload: it puts this into the page before anything else runs there. Calls go
 * over the browser's own pipe as JSON, which is what the core gets from every shell.
 */
declare global {
  interface Window {
    goldenThreadCall: (kind: string, message: string) => Promise<string>;
    goldenThreadEvent: (event: string, detail: string) => void;
  }
}

const idleAfter = 60_000;
const tellEvery = 15_000;

const hear = new Set<(event: string, detail: unknown) => void>();
const emit = (event: string, detail: unknown): void => {
  for (const listener of hear) listener(event, detail);
};

// Taken away from the page: it talks through the bridge alone.
const carry = window.goldenThreadCall;
Reflect.deleteProperty(window, 'goldenThreadCall');
window.goldenThreadEvent = (event, detail) => emit(event, JSON.parse(detail));

Object.defineProperty(window, bridgeName, {
  value: Object.freeze(
    createBridge({
      call: async (kind, message) => {
        const answer: unknown = JSON.parse(await carry(kind, JSON.stringify(message)));
        return answer;
      },
      listen: (listener) => hear.add(listener),
    }),
  ),
});

/** A browser writes what stands in ordinary fields into its profile, in plain text, unless told not to. */
const fields = 'input:not([type="password"]), textarea, select';
function keepOutOfProfile(field: Element): void {
  if (field.getAttribute('autocomplete') !== 'off') field.setAttribute('autocomplete', 'off');
}
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches(fields)) keepOutOfProfile(node);
      for (const field of node.querySelectorAll(fields)) keepOutOfProfile(field);
    }
  }
}).observe(document, { childList: true, subtree: true });

let touchedAt = Date.now();
for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
  window.addEventListener(kind, () => (touchedAt = Date.now()), { capture: true, passive: true });
}
setInterval(() => {
  const idle = Date.now() - touchedAt;
  if (idle >= idleAfter) emit('host:idle', { seconds: Math.floor(idle / 1_000) });
}, tellEvery);

// As under Electron, which has neither: a reload by the browser's own key or menu would look like closing.
window.addEventListener(
  'keydown',
  (event) => {
    const isReloadKey =
      event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
    if (isReloadKey) event.preventDefault();
  },
  { capture: true },
);
window.addEventListener('contextmenu', (event) => {
  const { target } = event;
  const isEditable =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
  if (!isEditable) event.preventDefault();
});

// Closing the window asks the shell first, which lets the page save; a reload of the page itself does not.
let isReload = false;
window.navigation.addEventListener(
  'navigate',
  ({ navigationType }) => (isReload = navigationType === 'reload'),
);
window.addEventListener('beforeunload', (event) => {
  if (!isReload) event.preventDefault();
  isReload = false;
});

// What the shell's tests look at: nothing of the real page, so that neither waits for the other.
window.seen = { violations: [], events: [], worker: undefined };
document.addEventListener('securitypolicyviolation', (event) => {
  window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
for (const name of ['host:locked', 'host:idle', 'host:closing', 'core:restarted', 'core:failed']) {
  window.goldenThread.on(name, (detail) => {
    window.seen.events.push([name, detail]);
    if (name !== 'host:closing') return;
    void Promise.resolve(window.saveAtLast?.()).then(() => window.goldenThread.host('host:mayClose', {}));
  });
}
// As a screen that comes later adds its fields: by itself, not inside something new.
const late = document.createElement('input');
late.id = 'late';
document.querySelector('main').append(late);
const style = document.createElement('style');
style.nonce = document.querySelector('meta[property="csp-nonce"]').nonce;
style.textContent = '#name { color: rgb(4, 5, 6); }';
document.head.append(style);
new Worker('/worker.js', { type: 'module' }).addEventListener('message', ({ data }) => {
  window.seen.worker = data;
  document.body.dataset.ready = '';
});

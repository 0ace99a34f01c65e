import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A stand-in for the browser's executable that starts it under `strace` and keeps every call about the network. */
export function tracedBrowser(
  browser: string,
  folder: string,
): { executable: string; calls: () => string[] } {
  const executable = join(folder, 'traced-browser');
  const trace = join(folder, 'trace.txt');
  writeFileSync(
    executable,
    `#!/bin/sh\nexec strace -f -qq -o '${trace}' -e trace=network '${browser}' "$@"\n`,
  );
  chmodSync(executable, 0o755);
  return { executable, calls: () => readFileSync(trace, 'utf8').split('\n') };
}

/**
 * Chromium asks the kernel whether there is a way to this address before it uses IPv6: a datagram socket is connected,
 * which sends nothing, and closed. It is the one address that may be named.
 */
const probe = '2001:4860:4860::8888';

/** The calls that open a port or speak to an internet address: there must be none. */
export function internetCalls(calls: readonly string[]): string[] {
  return calls.filter((call) => {
    const [, name = ''] = /^\d+\s+(?:<\.\.\. )?(\w+)/.exec(call) ?? [];
    if (!['connect', 'bind', 'sendto', 'sendmsg', 'sendmmsg', 'listen'].includes(name)) return false;
    return /AF_INET6?\b/.test(call) && !call.includes('RTM_') && !call.includes(probe);
  });
}

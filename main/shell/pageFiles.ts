import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { contentSecurityPolicy, newNonce } from './csp.ts';

/** What stands in `index.html` where the nonce of a load goes; vite writes it there. */
export const noncePlaceholder = '__CSP_NONCE__';

export type PageResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Nothing of the page is kept in the browser's own cache.
    'cache-control': 'no-store',
  };
}

/** Step by step: a recursive listing does not see into an asar archive on every version. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/**
 * The built page as answers to paths. Only files found at the start are ever served, so that no path can lead out of
 * the folder; a path without an extension is a place inside the page and gets `index.html`.
 */
export function createPageFiles(root: string): (path: string) => Promise<PageResponse> {
  const files = new Map(filesIn(root).map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]));
  return async (path) => {
    const nonce = newNonce();
    const file = files.get(extname(path) === '' ? '/index.html' : path);
    if (file === undefined)
      return { status: 404, headers: headers('text/plain', nonce), body: Buffer.alloc(0) };
    const content = await readFile(file);
    const isPage = extname(file) === '.html';
    const body = isPage ? Buffer.from(content.toString('utf8').replaceAll(noncePlaceholder, nonce)) : content;
    return { status: 200, headers: headers(types[extname(file)] ?? 'application/octet-stream', nonce), body };
  };
}

import { randomBytes } from 'node:crypto';

/** A new one for each load of the page, so that no style of an earlier load is ever valid again. */
export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * Everything comes from the page's own files. Styles that libraries add at run time carry the nonce; papers are shown
 * from memory (`blob:`); nothing can be framed, submitted or fetched from anywhere else.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "webrtc 'block'",
  ].join('; ');
}

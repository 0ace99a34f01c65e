import type { Session, WebContents, WebFrameMain } from 'electron';
import { appOrigin } from './electronChannels.ts';

const ownPage = `${appOrigin}/`;

/** A page of ours, compared as text after parsing: `app:` is no scheme that `URL.origin` knows. */
export function isOwnPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).href.startsWith(ownPage);
}

/** Made by our own page out of what it already has. */
function isOwnMemory(url: string): boolean {
  return url.startsWith(`blob:${ownPage}`) || url.startsWith('data:');
}

/**
 * Copying a recovery key or a report needs the clipboard, written only, on a click. Everything else a page could ask
 * for (camera, place, notifications, devices, reading the clipboard) no review needs.
 */
function isAllowed(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(url);
}

/** No network, no permissions, no downloads, no dictionaries: for the one session that there is. */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnPage(details.url) && !isOwnMemory(details.url) });
  });
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isAllowed(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_, permission, origin) => isAllowed(permission, `${origin}/`));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  // Electron's checker fetches dictionaries; ours runs in the page.
  session.setSpellCheckerEnabled(false);
}

/** A window shows our page and nothing else, ever. A reload of our own page is no way out. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** A call counts only from the main frame of our own window while it shows our own page. */
export function isTrustedSender(frame: WebFrameMain | null, ours: WebContents | undefined): boolean {
  return (
    frame !== null &&
    ours !== undefined &&
    !ours.isDestroyed() &&
    frame === ours.mainFrame &&
    isOwnPage(frame.url)
  );
}

/** The three names of Electron's own channel between the main process and the preload. */
export const invokeChannel = 'golden-thread:invoke';
export const hostChannelName = 'golden-thread:host';
export const eventChannel = 'golden-thread:event';

/** The page's origin under Electron; no other program answers to it and no server can be it. */
export const appScheme = 'app';
export const appHost = 'golden-thread';
export const appOrigin = `${appScheme}://${appHost}`;

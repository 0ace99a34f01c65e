import { idleMegabytes } from './memory.ts';

/** The floor of the core's memory: Node with nothing in it. */
process.send?.({ idleMb: await idleMegabytes() });
process.disconnect();

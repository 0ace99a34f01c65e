import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeFileDurably } from '../store/durableFile.ts';

/** Where the window was, in the screen's own units; nothing about what was shown in it. */
export const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;
type Area = Pick<WindowState, 'x' | 'y' | 'width' | 'height'>;

export const firstWindow = { width: 1280, height: 800 } as const;

/** At least so much of it must be on a screen, or its title bar may be out of reach. */
const reachable = 120;

function isReachable(state: WindowState, { x, y, width, height }: Area): boolean {
  const across = Math.min(state.x + state.width, x + width) - Math.max(state.x, x);
  return across >= reachable && state.y >= y && state.y <= y + height - reachable;
}

/** What was kept, if it is whole and still on one of the screens: a laptop leaves its second screen at the office. */
export function readWindowState(path: string, screens: readonly Area[]): WindowState | undefined {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(path, 'utf8')));
    return screens.some((screen) => isReachable(state, screen)) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it for the next start; a window that opens elsewhere is no reason to stop. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileDurably(path, Buffer.from(JSON.stringify(state)));
  } catch {
    // A full or read-only disk: the store says so where it matters.
  }
}

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogLine } from './log.ts';

/** Small on purpose: it holds classes and codes of faults, nothing else, and the one before is kept as `.1`. */
export const largestLog = 256 * 1024;

/** A sink of log lines into a file that only its owner can read; standard error where it cannot be written. */
export function writeLogFile(path: string): (line: LogLine) => void {
  return ({ at, channel, kind, code }) => {
    const text = `${at} ${channel} ${kind} ${code}\n`;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (size + text.length > largestLog) renameSync(path, `${path}.1`);
      appendFileSync(path, text, { mode: 0o600 });
    } catch {
      process.stderr.write(text);
    }
  };
}

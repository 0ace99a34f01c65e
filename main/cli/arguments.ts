import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { Instant, asIsoDate } from '../../shared/domain/dates.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { londonDay } from '../../shared/domain/london.ts';
import { fail } from '../../shared/domain/result.ts';
import { Failed } from './client.ts';

const options = {
  store: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  document: { type: 'string' },
  for: { type: 'string' },
  review: { type: 'string' },
  letterhead: { type: 'string' },
  child: { type: 'string' },
  today: { type: 'string' },
  rules: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
  'on-conflict': { type: 'string' },
  new: { type: 'boolean' },
  window: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = {
  readonly [Name in keyof typeof options]?: (typeof options)[Name]['type'] extends 'boolean'
    ? boolean
    : string;
};
export type Arguments = {
  readonly command: string;
  readonly files: readonly string[];
  readonly values: Values;
};

/** What was asked for. An unknown option is refused by name. */
export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    });
    const [command = 'help', ...files] = positionals;
    return { command: values.help === true ? 'help' : command, files, values };
  } catch (cause) {
    const isUsage = cause instanceof TypeError && 'code' in cause;
    if (!isUsage) throw cause;
    throw new Failed(
      fail('invalid-input', 'An option is unknown or lacks its value. See: npm run -s cli -- help').error,
    );
  }
}

/** An option the command cannot do without. */
export function required(values: Values, name: Exclude<keyof Values, 'new' | 'window' | 'help'>): string {
  const value = values[name];
  if (value === undefined) throw new Failed(fail('invalid-input', `Give --${name}.`).error);
  return value;
}

/** `--today`, or today in Europe/London. */
export function todayOf(values: Values): IsoDate {
  const given = values.today;
  if (given === undefined) return londonDay(Instant.parse(new Date().toISOString()));
  const day = asIsoDate(given);
  if (!day) throw new Failed(fail('invalid-input', '--today is not a date as YYYY-MM-DD.').error);
  return day;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: muted, terminal: process.stdin.isTTY });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

/** One line of a file, or the answer to a prompt; never an argument, which every process can see. */
export async function secretOf(file: string | undefined, question: string): Promise<string> {
  if (file === undefined) return askHidden(question);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new Failed(fail('invalid-input', 'The file with the passphrase or key cannot be read.').error);
  }
}

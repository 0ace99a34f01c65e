import * as z from 'zod';
import { CaseFile } from '../../shared/caseFile.ts';
import { contract } from '../../shared/contract.ts';
import { DeadlineView } from '../../shared/contract/deadlines.ts';
import { FindingView, Problem } from '../../shared/contract/shapes.ts';
import { faultTable } from '../../shared/domain/deadlines/faultTable.ts';
import { keysOf } from '../../shared/domain/keysOf.ts';
import { IsoDate } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { documentKinds } from '../../shared/domain/model/issue.ts';

const WrittenDocument = z.strictObject({
  document: z.enum(documentKinds),
  recipient: z.string().nullable(),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  problems: z.array(Problem),
});

/** What each command prints on standard output, once: a command that prints anything else fails. */
export const outputs = {
  schema: z.looseObject({ $schema: z.string() }),
  import: contract['caseFile:import'].output.extend({ recoveryKey: z.string().optional() }),
  check: z.array(
    z.strictObject({ file: z.string(), review: ReviewId.nullable(), findings: z.array(FindingView) }),
  ),
  deadlines: z.array(
    z.strictObject({
      file: z.string(),
      today: IsoDate,
      findings: z.array(
        z.strictObject({
          code: z.enum([...keysOf(faultTable), 'not-readable']),
          what: z.string(),
          remedy: z.string(),
          /** Where in the file it is mended. */
          path: z.string(),
        }),
      ),
      deadlines: z.array(DeadlineView),
    }),
  ),
  export: z.union([z.array(WrittenDocument), CaseFile]),
  backup: contract['backup:run'].output,
  restore: z.strictObject({ restored: z.literal(true) }),
  demo: z.strictObject({
    today: IsoDate,
    written: z.int().nonnegative(),
    children: z.array(
      z.strictObject({ child: z.string(), folder: z.string(), documents: z.array(WrittenDocument) }),
    ),
  }),
} as const;

export type CommandName = keyof typeof outputs;

/** True for a command that there is, never for what an object inherits. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(outputs, name);
}

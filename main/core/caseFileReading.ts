import { createHash } from 'node:crypto';
import { CaseFile, caseFileFormat, caseFileVersion } from '../../shared/caseFile.ts';
import { checkReferences } from '../../shared/caseFileReferences.ts';
import type { Issue, Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { readContent } from '../../shared/report/readContent.ts';
import { issuesOf } from './issues.ts';
import { checkLimits } from './limits.ts';

/** Documents are printed from it later: what cannot be read then is refused now. */
function isReadable(content: string): boolean {
  try {
    return readContent(content).version > 0;
  } catch {
    return false;
  }
}

function wrongHashes(file: CaseFile): Issue[] {
  return file.reviews.flatMap((review, place) =>
    review.finalisations.flatMap(({ content, sha256, withdrawn }, index) => {
      const path = `reviews[${place}].finalisations[${index}]`;
      if (content === undefined) return [];
      if (withdrawn)
        return [{ path: `${path}.content`, message: 'withdrawn content is sealed and never travels' }];
      const hash = createHash('sha256').update(content, 'utf8').digest('hex');
      if (hash !== sha256) {
        return [
          { path: `${path}.content`, message: 'does not match its hash: it was changed after finalising' },
        ];
      }
      return isReadable(content)
        ? []
        : [{ path: `${path}.content`, message: 'is not finalised content that this program reads' }];
    }),
  );
}

function wrongFiles(file: CaseFile): Issue[] {
  const rows = [
    ...file.papers.map((paper, place) => ({ ...paper, path: `papers[${place}].content` })),
    ...file.reviews.flatMap((review, place) =>
      review.issued.map((issued, index) => ({
        ...issued,
        path: `reviews[${place}].issued[${index}].content`,
      })),
    ),
  ];
  return rows.flatMap(({ content, sha256, path }) => {
    if (content === undefined || sha256 === undefined) return [];
    const hash = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex');
    return hash === sha256 ? [] : [{ path, message: 'does not match its hash: the file is damaged' }];
  });
}

function isRecordOf(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A case file from a parsed value: every fault with its path, none of them quoting what the file says. A file of
 * another version is refused before its content is looked at.
 */
export function readCaseFile(value: unknown): Result<CaseFile> {
  const limits = checkLimits(value);
  if (!limits.ok) return limits;
  if (!isRecordOf(value) || value['format'] !== caseFileFormat) {
    return fail('invalid-input', 'This is not a Golden Thread case file.', {
      issues: [{ path: 'format', message: `must be "${caseFileFormat}"` }],
    });
  }
  if (value['version'] !== caseFileVersion) {
    const message = `must be ${caseFileVersion}: this program reads no other version. Export the file again with a program of this version.`;
    return fail('invalid-input', 'This case file has a version that this program does not read.', {
      issues: [{ path: 'version', message }],
    });
  }
  const parsed = CaseFile.safeParse(value);
  if (!parsed.success) return faulty(issuesOf(parsed.error));
  const issues = [...checkReferences(parsed.data), ...wrongHashes(parsed.data), ...wrongFiles(parsed.data)];
  return issues.length > 0 ? faulty(issues) : ok(parsed.data);
}

function faulty(issues: readonly Issue[]): Result<never> {
  const count = issues.length === 1 ? 'one fault' : `${issues.length} faults`;
  return fail('invalid-input', `The case file has ${count}. Nothing was imported.`, { issues });
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { isoDate } from '../../../shared/domain/dates.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import { CaseRelease, documentKinds, Release } from '../../../shared/domain/model/issue.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import type { Report } from '../../../shared/report/blocks.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import { buildReport } from '../../../shared/report/documents.ts';
import type { IssueState } from '../../../shared/report/issueState.ts';
import { readContent } from '../../../shared/report/readContent.ts';
import { marginWordsOf, wordsOf } from '../../../shared/report/words.ts';
import { forNobody } from './demoDocuments.ts';

/** `tests/frozen/vN/`: what a version of the frozen content looked like, and what its documents said. */
export const frozenFolder = fileURLToPath(new URL('../../frozen', import.meta.url));

export const Sample = z.strictObject({
  sha256: z.strictObject({ decisions: z.string(), record: z.string() }),
  /** What was released to whom: kept beside the content, as in the store. */
  releases: z.array(CaseRelease),
  documents: z.array(
    z.strictObject({
      kind: z.enum(documentKinds),
      personId: PersonId.optional(),
      words: z.int().positive(),
      /** Of the words of the body, header and footer, one a line. */
      sha256: z.string(),
    }),
  ),
});
export type Sample = z.infer<typeof Sample>;

export type FrozenSample = {
  readonly version: number;
  /** Canonical JSON, byte for byte as it was finalised. */
  readonly decisions: string;
  readonly record: string;
  readonly sample: Sample;
};

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Every version there is a sample of, the oldest first. */
export function frozenSamples(): FrozenSample[] {
  const folders = readdirSync(frozenFolder).filter((name) => /^v\d+$/.test(name));
  return folders
    .map((name) => {
      const read = (file: string) => readFileSync(join(frozenFolder, name, file), 'utf8');
      return {
        version: Number(name.slice(1)),
        decisions: read('decisions.json'),
        record: read('record.json'),
        sample: Sample.parse(JSON.parse(read('sample.json'))),
      };
    })
    .sort((a, b) => a.version - b.version);
}

/** As it stood when the sample was issued; fixed, so that its words are. */
const state: IssueState = {
  edition: 1,
  decisionsFinalisedOn: isoDate('2026-10-05'),
  recordFinalisedOn: isoDate('2026-10-20'),
  addenda: [],
};

export type FrozenDocument = {
  readonly kind: Sample['documents'][number]['kind'];
  readonly personId: PersonId | undefined;
  readonly report: Report;
};

/** Every document of a frozen review for everybody who gets one, from nothing but the frozen content. */
export function documentsOfFrozen(
  frozen: Pick<FrozenSample, 'decisions' | 'record'> & {
    readonly releases: Readonly<Sample['releases']>;
  },
): FrozenDocument[] {
  const onDecisions = readContent(frozen.decisions);
  const onRecord = readContent(frozen.record);
  return documentKinds.flatMap((kind) => {
    const content = ['decisions', 'manager', 'chair'].includes(kind) ? onDecisions : onRecord;
    return readersIn(content, kind).map((personId) => {
      const person = content.record.people.find(({ id }) => id === personId);
      const owner = { childId: content.record.child.id, reviewId: content.review.id };
      const releases = frozen.releases.map((release) => Release.parse({ ...release, ...owner }));
      const filtered = contentFor(content, { kind, person, releases }).content;
      return { kind, personId, report: buildReport(kind, filtered, state, person) };
    });
  });
}

function readersIn({ record }: ReviewContent, kind: FrozenDocument['kind']): (PersonId | undefined)[] {
  if (forNobody.includes(kind)) return [undefined];
  return record.people.filter(({ copy }) => copy === kind).map(({ id }) => id);
}

/** What a document says, as the sample keeps it. */
export function saidBy({ kind, personId, report }: FrozenDocument): Sample['documents'][number] {
  const { header, footer } = marginWordsOf(report);
  const words = [...header, ...wordsOf(report), ...footer];
  return {
    kind,
    ...(personId !== undefined && { personId }),
    words: words.length,
    sha256: sha256(words.join('\n')),
  };
}

import { describe, expect, it } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { documentKinds } from '../../shared/domain/model/issue.ts';
import { contentVersion } from '../../shared/report/content.ts';
import { linkFaults } from '../../shared/report/links.ts';
import { readContent, readNumbers } from '../../shared/report/readContent.ts';
import { canonicalJson } from '../../shared/text/canonicalJson.ts';
import { documentsOfFrozen, frozenSamples, saidBy, sha256 } from './support/frozenSamples.ts';
import { validateDocx } from './support/validate.ts';

const samples = frozenSamples();

describe('the samples of frozen content', () => {
  it('are there for every version, the newest included (tests/frozen/README.md says how to add one)', () => {
    const versions = Array.from({ length: contentVersion }, (_, index) => index + 1);
    expect(samples.map(({ version }) => version)).toEqual(versions);
  });

  it('hold nothing that the newest version does not read', () => {
    const { record = '' } = samples.at(-1) ?? {};
    expect(canonicalJson(readContent(record))).toBe(record);
  });
});

describe.each(samples)('frozen content of version $version', ({ decisions, record, sample }) => {
  const documents = () => documentsOfFrozen({ decisions, record, releases: sample.releases });

  it('is as it was finalised, to the byte', () => {
    expect({ decisions: sha256(decisions), record: sha256(record) }).toEqual(sample.sha256);
    for (const text of [decisions, record]) expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('is read', () => {
    for (const text of [decisions, record]) {
      const content = readContent(text);
      expect(content.version).toBe(contentVersion);
      expect(readNumbers(text)).toEqual(content.numbers);
      expect(content.record.decisions.length).toBeGreaterThan(5);
    }
  });

  it('gives every kind of document, each saying what it said', () => {
    expect(new Set(documents().map(({ kind }) => kind))).toEqual(new Set(documentKinds));
    expect(documents().map(saidBy)).toEqual(sample.documents);
  });

  it('prints as valid Word files whose links lead somewhere', async () => {
    const reports = documents().map(({ report }) => report);
    expect(reports.map(({ blocks }) => linkFaults(blocks))).toEqual(
      reports.map(() => ({ dangling: [], repeated: [] })),
    );
    const files = await Promise.all(reports.map((report) => toBuffer(report)));
    expect(await validateDocx(files)).toEqual(files.map(() => []));
  });
});

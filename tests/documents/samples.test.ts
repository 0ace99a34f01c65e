import { beforeAll, describe, expect, it, vi } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { targetsOf } from '../../shared/report/links.ts';
import { marginWordsOf, splitWords, wordsOf } from '../../shared/report/words.ts';
import { samples } from './samples/all.ts';
import { linksResolve, partOf, structureOf, textOfEveryPart } from './support/package.ts';
import { pagesFromLibreOffice, wordsFromLibreOffice, wordsFromPandoc } from './support/readers.ts';
import { structureOfReport } from './support/reportStructure.ts';
import { validateDocx } from './support/validate.ts';

let files: Uint8Array[] = [];
let office: string[][] = [];
let pandoc: string[][] = [];
let pages: string[][] = [];
let faults: string[][] = [];

beforeAll(async () => {
  files = await Promise.all(samples.map(({ report }) => toBuffer(report)));
  office = await wordsFromLibreOffice(files);
  pandoc = await wordsFromPandoc(files);
  pages = await pagesFromLibreOffice(files);
  faults = await validateDocx(files);
});

const cases = samples.map((sample, index) => ({ ...sample, index }));

function fileOf(index: number): Uint8Array {
  const file = files[index];
  if (file === undefined) throw new Error('The sample was not printed');
  return file;
}

describe.each(cases)('the sample page $name', ({ report, pages: pageCount, index }) => {
  it('passes the Open XML SDK', () => {
    expect(faults[index]).toEqual([]);
  });

  it('has the words of the view-model, in order, in LibreOffice and in pandoc', () => {
    const words = wordsOf(report);
    expect(words.length).toBeGreaterThan(200);
    expect(office[index]).toEqual(words);
    expect(pandoc[index]).toEqual(words);
  });

  it('fills the pages it is drawn on, with header and footer on each', () => {
    const { header, footer } = marginWordsOf(report);
    expect(pages[index]).toHaveLength(pageCount);
    for (const [page, text] of (pages[index] ?? []).entries()) {
      const words = splitWords(text);
      expect(words.slice(0, header.length)).toEqual(header);
      const ending = [...footer, 'page', String(page + 1), 'of', String(pageCount)];
      expect(words.slice(-ending.length)).toEqual(ending);
    }
  });

  it('links within the file only, each link to a bookmark', () => {
    const found = linksResolve(fileOf(index));
    expect(found.dangling).toEqual([]);
    expect(found.repeated).toEqual([]);
    expect(found.external).toEqual([]);
    expect(found.bookmarks).toHaveLength(targetsOf(report.blocks).length);
  });

  it('has the headings, tables, rows and boxes of the view-model, and rows that stay whole', () => {
    expect(structureOf(fileOf(index))).toEqual(structureOfReport(report));
  });

  it('carries a title without a name, British English, and neither author nor time', () => {
    const core = partOf(fileOf(index), 'docProps/core.xml');
    expect(core).toContain(`<dc:title>${report.title}</dc:title>`);
    expect(core).toContain('<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>');
    expect(core).not.toMatch(/dcterms|Un-named/);
    expect(partOf(fileOf(index), 'word/styles.xml')).toContain('w:lang w:val="en-GB"');
    const told = [...textOfEveryPart(fileOf(index))]
      .filter(([path]) => path !== '[Content_Types].xml')
      .flatMap(([, part]) => `${part.attributes}\n${part.text}`.split('\n'));
    expect(told.filter((line) => /^(?:\/\w|file:|[A-Z]:\\)/.test(line))).toEqual([]);
  });

  it('describes every table for screen readers', () => {
    const xml = partOf(fileOf(index), 'word/document.xml');
    const { tables } = structureOf(fileOf(index));
    expect([
      ...xml.matchAll(/<w:tblCaption w:val="[^"]+"\/><w:tblDescription w:val="[^"]+"\/><\/w:tblPr>/g),
    ]).toHaveLength(tables);
    expect([...xml.matchAll(/<w:tblLayout w:type="fixed"\/>/g)]).toHaveLength(tables);
  });

  it('is the same to the byte when printed again in another year', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 2, 4, 5, 6, 7) });
    try {
      expect(await toBuffer(structuredClone(report))).toEqual(fileOf(index));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what the pages are made of', () => {
  it('names every style of the style sheet', () => {
    const styles = partOf(fileOf(0), 'word/styles.xml');
    for (const name of [
      'GT Narrative',
      'GT Meta',
      "GT Child's words",
      'GT Status line',
      'GT Pair',
      'GT Numbered',
      'GT Reply by',
      'GT Decision',
      'GT Table text',
      'GT Fact',
      'GT Table heading',
      'GT Tick',
      'GT Write-in box',
      'GT Gap',
      'GT Addendum',
      'GT Letter',
      'GT Number',
      'GT Source',
      'GT Status',
      'GT Shape',
      'GT Flagged',
      'GT Table',
      'GT Facts',
      'GT Table without rules',
      'GT Cards',
    ]) {
      expect(styles).toMatch(new RegExp(`<w:name w:val="${name.replace("'", "(?:'|&apos;)")}"/>`));
    }
    expect(styles.match(/<w:outlineLvl w:val="[012]"\/>/g)).toHaveLength(3);
  });

  it('gives each tick box its title', () => {
    const manager = samples.findIndex((sample) => sample.name === 'manager-page');
    const xml = partOf(fileOf(manager), 'word/document.xml');
    expect(xml).toContain('<w:alias w:val="D1: agree"/>');
    expect(xml).toContain('<w:alias w:val="D7: not agree"/>');
  });

  it('uses gold for the child’s words alone', () => {
    const styles = partOf(fileOf(0), 'word/styles.xml');
    const gold = [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]*)"(?:(?!<\/w:style>)[^])*9A6B00/g)].map(
      (match) => match[1],
    );
    expect(gold).toEqual(['GTChildswords']);
    for (const file of files) expect(partOf(file, 'word/document.xml')).not.toContain('9A6B00');
  });
});

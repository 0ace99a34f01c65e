import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import type { ThrowAway } from '../../main/cli/throwAwayStore.ts';
import type { LetterheadParts } from '../../main/documents/letterhead/letterheadParts.ts';
import { readLetterhead } from '../../main/documents/letterhead/readLetterhead.ts';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { marginWordsOf, splitWords, textOfRuns, wordsOf } from '../../shared/report/words.ts';
import { withPlayedDemo } from './support/demoDocuments.ts';
import { sampleLetterheads } from './support/letterheads.ts';
import type { SampleLetterhead } from './support/letterheads.ts';
import { linksResolve, partOf, structureOf, textOfEveryPart } from './support/package.ts';
import type { OfficeMargin } from './support/readers.ts';
import {
  marginsFromLibreOffice,
  pagesFromLibreOffice,
  savedByLibreOffice,
  wordsFromLibreOffice,
  wordsFromPandoc,
} from './support/readers.ts';
import { structureOfReport } from './support/reportStructure.ts';
import { validateDocx } from './support/validate.ts';
import { hiddenTrace } from './support/wordFile.ts';

/* Leah's record for her mum and her carer and her letter, on letterheads of every kind, read back by other programs. */

type Printed = {
  readonly name: string;
  readonly letterhead: SampleLetterhead;
  readonly parts: LetterheadParts;
  readonly report: Report;
  readonly bytes: Uint8Array;
};

let printed: Printed[] = [];
let office: string[][] = [];
let margins: OfficeMargin[][] = [];
let pandoc: string[][] = [];
let pages: string[][] = [];
let faults: string[][] = [];

/** Leah's mum, whose first page is full, her carer, and her letter, as the core gives them out on a letterhead. */
async function documentsOn(store: ThrowAway, letterhead: SampleLetterhead): Promise<Printed[]> {
  const content = Buffer.from(letterhead.file).toString('base64');
  await store.call('letterhead:add', { name: letterhead.name, content });
  const read = readLetterhead(letterhead.file);
  if (!read.ok) throw new Error(`${letterhead.name}: ${read.error.message}`);
  const documents: Printed[] = [];
  for (const [document, person] of wanted) {
    const request = {
      reviewId: 'leah-r11',
      document,
      ...(person !== undefined && { personId: PersonId.parse(person) }),
    };
    const preview = await store.call('document:preview', request);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract carries the view-model as it is
    const report = preview.report as Report;
    const exported = await store.call('document:export', request);
    const bytes = new Uint8Array(Buffer.from(exported.content, 'base64'));
    const name = `${document} on ${letterhead.name}`;
    documents.push({ name, letterhead, parts: read.value.parts, report, bytes });
  }
  return documents;
}

const wanted = [
  ['parent', 'leah-p-kerry'],
  ['carer', 'leah-p-gwen'],
  ['letter', undefined],
] as const;

beforeAll(async () => {
  const table = sampleLetterheads.find(({ name }) => name.startsWith('a table'));
  if (!table) throw new Error('The sample is there');
  const saved = { ...table, name: 'as LibreOffice saves it', file: await savedByLibreOffice(table.file) };
  printed = await withPlayedDemo(readDemo(), async (store) => {
    store.clock.setDay('2026-10-20');
    const documents: Printed[] = [];
    for (const letterhead of [...sampleLetterheads, saved]) {
      documents.push(...(await documentsOn(store, letterhead)));
    }
    return documents;
  });
  const files = printed.map(({ bytes }) => bytes);
  office = await wordsFromLibreOffice(files);
  margins = await marginsFromLibreOffice(files);
  pages = await pagesFromLibreOffice(files);
  pandoc = await wordsFromPandoc(files);
  faults = await validateDocx(files);
}, 900_000);

/** What a look at each document found, by its name; nothing for those it found nothing in. */
function found(look: (document: Printed, index: number) => readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    printed
      .map((document, index) => [document.name, look(document, index)] as const)
      .filter(([, what]) => what.length > 0),
  );
}

const differ = (wanted: readonly string[], read: readonly string[] | undefined): string[] =>
  wanted.join(' ') === read?.join(' ')
    ? []
    : [`wanted ${wanted.slice(0, 12).join(' ')}, read ${read?.slice(0, 12).join(' ')}`];

describe('documents on a letterhead', () => {
  it('pass the Open XML SDK', () => {
    expect(printed).toHaveLength(3 * (sampleLetterheads.length + 1));
    expect(found((_document, index) => faults[index] ?? ['not looked at'])).toEqual({});
  });

  it('have the words of the view-model, in order, in LibreOffice and in pandoc', () => {
    expect(found(({ report }, index) => differ(wordsOf(report), office[index]))).toEqual({});
    expect(found(({ report }, index) => differ(wordsOf(report), pandoc[index]))).toEqual({});
  });

  it('have the letterhead’s words and ours in each header and footer, and no others', () => {
    const wrong = found(({ report, letterhead }, index) => {
      const own = marginWordsOf(report);
      return (margins[index] ?? []).flatMap(({ place, pages: kind, words }) => {
        // LibreOffice calls the usual pages those of the second kind where the first or the even ones differ.
        const isOther =
          letterhead.second !== undefined &&
          kind !== (letterhead.name.includes('first') ? 'first' : 'default');
        const theirs = splitWords((isOther ? letterhead.second : letterhead.first)?.[place] ?? '');
        const read = words.join(' ').replace(/ page \d+ of \d+/u, '');
        const wanted = place === 'header' ? [...theirs, ...own.header] : [...own.footer, ...theirs];
        return differ(wanted, [read]);
      });
    });
    expect(wrong).toEqual({});
    expect(margins.every((all) => all.some(({ place }) => place === 'footer'))).toBe(true);
  });

  it('say on every page whose copy it is, and which page of how many', () => {
    const wrong = found(({ report }, index) => {
      const { header, footer } = marginWordsOf(report);
      const all = pages[index] ?? [];
      return all.flatMap((text, page) => {
        const words = splitWords(text).join(' ');
        const wanted = [header.join(' '), [...footer, 'page', page + 1, 'of', all.length].join(' ')];
        return wanted.filter((each) => !words.includes(each));
      });
    });
    expect(wrong).toEqual({});
  });

  it('hold page 1 of a record on one page, or let it run on where the letterhead leaves too little', () => {
    const pagesWith = (index: number, words: string): number =>
      (pages[index] ?? []).findIndex((text) => splitWords(text).join(' ').includes(words)) + 1;
    const opened = found(({ report }, index) => {
      if (report.layout !== 'record') return [];
      const opening = report.blocks.find(
        (block) => block.kind === 'heading' && block.pageBreakBefore === true,
      );
      const title = opening?.kind === 'heading' ? splitWords(textOfRuns(opening.runs)).join(' ') : '';
      return title === ''
        ? ['runs on']
        : pagesWith(index, title) === 2
          ? []
          : [`“${title}” is not on page 2`];
    });
    // Her mum's and her carer's first pages need 224 mm and 236 without a decision, and these leave less.
    expect(opened).toEqual({
      'parent on a table, a PNG that floats, a link and a page number': ['runs on'],
      'parent on as LibreOffice saves it': ['runs on'],
      'carer on a JPEG and an EMF in the line': ['runs on'],
      'carer on a table, a PNG that floats, a link and a page number': ['runs on'],
      'carer on another first page': ['runs on'],
      'carer on as LibreOffice saves it': ['runs on'],
    });
    const ofTable = printed.findIndex(({ name }) => name.startsWith('parent on a table'));
    expect(pagesWith(ofTable, 'What we decided')).toBe(1);
  });

  it('have the headings, tables and rows of the view-model, and links within the file only', () => {
    const wrong = found(({ report, bytes }) => {
      const { dangling, repeated, external } = linksResolve(bytes);
      const [counted, wanted] = [
        JSON.stringify(structureOf(bytes)),
        JSON.stringify(structureOfReport(report)),
      ];
      return [...dangling, ...repeated, ...external, ...(counted === wanted ? [] : [counted])];
    });
    expect(wrong).toEqual({});
  });

  it('carry nothing of the letterhead’s properties, names, paths or editing', () => {
    const told = found(({ bytes }) => {
      const parts = [...textOfEveryPart(bytes)];
      const said = parts.flatMap(([path, { text, attributes }]) =>
        `${path}\n${text}\n${attributes}`
          .split('\n')
          .filter((line) => line.includes(hiddenTrace) || /^(?:file:|[A-Z]:\\)/.test(line)),
      );
      const core = partOf(bytes, 'docProps/core.xml');
      return [...said, ...(core.includes('<dc:creator></dc:creator>') ? [] : ['an author'])];
    });
    expect(told).toEqual({});
  });

  it('are the same to the byte when printed again in another year', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 2, 4, 5, 6, 7) });
    try {
      for (const { report, parts, bytes } of printed) {
        expect(await toBuffer(structuredClone(report), structuredClone(parts))).toEqual(bytes);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

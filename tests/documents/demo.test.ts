import { beforeAll, describe, expect, it } from 'vitest';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { ageAtReview } from '../../shared/domain/reviews.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { checkLetter, letterNames } from '../../shared/report/letterCheck.ts';
import { targetsOf } from '../../shared/report/links.ts';
import { marginWordsOf, splitWords, textOfRuns, wordsOf, wordsOfBlocks } from '../../shared/report/words.ts';
import type { DemoDocument } from './support/demoDocuments.ts';
import { demoDocuments } from './support/demoDocuments.ts';
import { linksResolve, partOf, structureOf, textOfEveryPart } from './support/package.ts';
import { pagesFromLibreOffice, wordsFromLibreOffice, wordsFromPandoc } from './support/readers.ts';
import { structureOfReport } from './support/reportStructure.ts';
import { validateDocx } from './support/validate.ts';

/*
 * The demo caseload played through the core, and every document of every reader read back by three other programs.
 * Each test looks at all of them and names those that fail.
 */

/** ms; a minute and a half on two free cores, and far more on busy ones. */
const longest = 900_000;

let documents: DemoDocument[] = [];
let office: string[][] = [];
let pandoc: string[][] = [];
let pages: string[][] = [];
let faults: string[][] = [];

beforeAll(async () => {
  documents = await demoDocuments();
  const files = documents.map(({ bytes }) => bytes);
  // LibreOffice beside the two others: together they keep two cores busy.
  const throughOffice = async (): Promise<void> => {
    office = await wordsFromLibreOffice(files);
    pages = await pagesFromLibreOffice(files);
  };
  const throughOthers = async (): Promise<void> => {
    pandoc = await wordsFromPandoc(files);
    faults = await validateDocx(files);
  };
  await Promise.all([throughOffice(), throughOthers()]);
}, longest);

/** What a look at each document found, by its name; nothing for those it found nothing in. */
function found(look: (document: DemoDocument, index: number) => unknown): Record<string, unknown> {
  const all = documents.map((document, index) => [document.name, look(document, index)] as const);
  return Object.fromEntries(
    all.filter(([, what]) => what !== undefined && !(Array.isArray(what) && what.length === 0)),
  );
}

const ofKind = (kind: DemoDocument['kind']) => documents.filter((document) => document.kind === kind);

/** The first words that differ, so that a message stays short. */
function firstDifference(expected: readonly string[], read: readonly string[] | undefined): unknown {
  if (read === undefined) return 'was not read';
  const at = expected.findIndex((word, index) => word !== read[index]);
  if (at === -1 && read.length === expected.length) return undefined;
  const from = at === -1 ? expected.length : at;
  return { at: from, wanted: expected.slice(from, from + 8), read: read.slice(from, from + 8) };
}

describe('the documents of the demo', () => {
  it('are for every reader there is, of eight children', () => {
    expect(documents.length).toBeGreaterThan(70);
    expect(new Set(documents.map(({ file }) => file.child.id)).size).toBe(8);
    expect([...new Set(documents.map(({ kind }) => kind))].toSorted()).toEqual(
      [
        'service-file',
        'decisions',
        'manager',
        'chair',
        'letter',
        'parent',
        'carer',
        'school',
        'health',
      ].toSorted(),
    );
  });

  it('pass the Open XML SDK', () => {
    expect(found((_document, index) => faults[index])).toEqual({});
  });

  it('have the words of the view-model, in order, in LibreOffice', () => {
    expect(found(({ report }, index) => firstDifference(wordsOf(report), office[index]))).toEqual({});
  });

  it('have the words of the view-model, in order, in pandoc', () => {
    expect(found(({ report }, index) => firstDifference(wordsOf(report), pandoc[index]))).toEqual({});
  });

  it('link within the file only, each link to a bookmark that is there once', () => {
    const links = found(({ bytes, report }) => {
      const { dangling, repeated, external, bookmarks } = linksResolve(bytes);
      const isWhole = bookmarks.length === targetsOf(report.blocks).length;
      return [...dangling, ...repeated, ...external, ...(isWhole ? [] : ['a bookmark too many or too few'])];
    });
    expect(links).toEqual({});
    expect(
      documents.every(({ kind, bytes }) => kind !== 'service-file' || linksResolve(bytes).links.length > 10),
    ).toBe(true);
  });

  it('have the headings, tables, rows and boxes of the view-model, and rows that stay whole', () => {
    const counted = documents.map(({ name, bytes }) => [name, structureOf(bytes)]);
    const wanted = documents.map(({ name, report }) => [name, structureOfReport(report)]);
    expect(counted).toEqual(wanted);
  });

  it('tell nothing of a machine, a time or a child by name in their properties', () => {
    const told = found(({ bytes, report, file }) => {
      const core = partOf(bytes, 'docProps/core.xml');
      const parts = [...textOfEveryPart(bytes)].filter(([path]) => path !== '[Content_Types].xml');
      const lines = parts.flatMap(([, part]) => `${part.attributes}\n${part.text}`.split('\n'));
      const names = namesOf(file.child);
      return [
        ...(core.includes(`<dc:title>${report.title}</dc:title>`) ? [] : ['the title']),
        ...(core.includes('<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>')
          ? []
          : ['an author']),
        ...(/dcterms|Un-named/.test(core) ? ['a time'] : []),
        ...lines.filter((line) => /^(?:\/\w|file:|[A-Z]:\\)/.test(line)),
        ...names.filter((name) => core.includes(name)),
      ];
    });
    expect(told).toEqual({});
  });

  it('have file names without a child’s name, each its own', () => {
    expect(
      found(({ fileName, file }) =>
        namesOf(file.child).filter((name) =>
          fileName.toLocaleLowerCase('en-GB').includes(name.toLocaleLowerCase('en-GB')),
        ),
      ),
    ).toEqual({});
    const byChild = documents.map(({ file, fileName }) => `${file.child.id}/${fileName}`);
    expect(new Set(byChild).size).toBe(byChild.length);
  });
});

/** The parts of a child's name; the short ones count too, since nothing here is called so. */
function namesOf({ fullName, preferredName }: DemoDocument['file']['child']): string[] {
  return [...new Set([fullName, preferredName, ...fullName.split(/[\s-]+/u)])].filter(
    (name) => name.length > 2,
  );
}

describe('the pages of the demo’s documents', () => {
  it('have the header and footer of the view-model on each', () => {
    const wrong = found(({ report }, index) => {
      const { header, footer } = marginWordsOf(report);
      const all = pages[index] ?? [];
      return all.flatMap((text, page) => {
        const words = splitWords(text);
        const ending = [...footer, 'page', String(page + 1), 'of', String(all.length)];
        const isRight =
          firstDifference(header, words.slice(0, header.length)) === undefined &&
          firstDifference(ending, words.slice(-ending.length)) === undefined;
        return isRight ? [] : [`page ${page + 1}`];
      });
    });
    expect(wrong).toEqual({});
  });

  it('hold page 1 on one page: what comes next opens page 2', () => {
    const wrong = found(({ report }, index) => {
      const opening = openingOfPageTwo(report);
      if (opening === undefined) return undefined;
      const words = splitWords(pages[index]?.[1] ?? '');
      const start = marginWordsOf(report).header.length;
      return firstDifference(opening, words.slice(start, start + opening.length));
    });
    expect(wrong).toEqual({});
    const withPages = documents.filter(({ report }) => openingOfPageTwo(report) !== undefined);
    expect(withPages.filter(({ kind }) => kind === 'service-file')).toHaveLength(
      ofKind('service-file').length,
    );
  });

  it('are one for the chair, and one for the manager unless there are nine decisions', () => {
    const long = found(({ kind, review }, index) => {
      const isOnePage = kind === 'chair' || (kind === 'manager' && review.decisions.length < 9);
      return isOnePage && pages[index]?.length !== 1 ? pages[index]?.length : undefined;
    });
    expect(long).toEqual({});
    expect(ofKind('chair').length).toBeGreaterThan(3);
    expect(ofKind('manager').length).toBeGreaterThan(5);
  });

  it('are one for a letter to a child under thirteen, and at most two', () => {
    const long = found(({ kind, report }, index) => {
      if (kind !== 'letter') return undefined;
      const most = wordsOf(report).length <= 300 ? 1 : 2;
      return (pages[index]?.length ?? 0) > most ? pages[index]?.length : undefined;
    });
    expect(long).toEqual({});
  });

  it('never end with a heading', () => {
    const orphans = found(({ kind, report }, index) => {
      // What stands under a letter's last heading is an empty box.
      if (kind === 'letter') return undefined;
      const headings = new Set(
        report.blocks.flatMap((block) =>
          block.kind === 'heading' ? [wordsOfBlocks([block]).join(' ')] : [],
        ),
      );
      const { footer } = marginWordsOf(report);
      return (pages[index] ?? []).flatMap((text, page) => {
        const lines = text
          .split('\n')
          .map((line) => splitWords(line).join(' '))
          .filter((line) => line !== '');
        const body = lines.filter((line) => !line.startsWith(footer.join(' ')));
        const last = body.at(-1) ?? '';
        return headings.has(last) ? [`page ${page + 1}: ${last}`] : [];
      });
    });
    expect(orphans).toEqual({});
  });
});

/** The words of the block that a page break puts on top of page 2. */
function openingOfPageTwo({ blocks }: Report): string[] | undefined {
  const opening = blocks.find((block) => block.kind === 'heading' && block.pageBreakBefore === true);
  return opening?.kind === 'heading' ? splitWords(textOfRuns(opening.runs)) : undefined;
}

describe('what the demo’s documents say', () => {
  it('counts kept promises for the service alone', () => {
    const totals = found(({ kind, report }) => {
      if (kind === 'service-file' || kind === 'manager') return undefined;
      return /\b\d+ of \d+ done\b/u.exec(wordsOf(report).join(' '))?.[0];
    });
    expect(totals).toEqual({});
  });

  it('joins its sentences without a doubled stop, a stop before a small letter or a lost space', () => {
    // "n.b." and the dots of a cut quotation are not there; a time has its stop between figures.
    const joins = found(({ report }) => {
      const texts = report.blocks.flatMap((block) => [wordsOfBlocks([block]).join(' ')]);
      return texts.flatMap((text) => [
        ...[...text.matchAll(/\S*(?:\.\.|,,|;;|::|\.,|,\.|;\.|:\.|\s[.,;:])(?:\s|$)\S*/gu)].map(
          ([match]) => match,
        ),
        ...[...text.matchAll(/[\p{L}\d)”]\. \p{Ll}\S*/gu)].map(([match]) => match),
      ]);
    });
    expect(joins).toEqual({});
  });

  it('keeps each letter to its length and to sentences that its child can read', () => {
    const letters = found(({ kind, file, review }) => {
      if (kind !== 'letter' || review.letter === undefined) return undefined;
      const record = recordFromCaseFile(file);
      const own = record.reviews.find(({ id }) => id === review.id);
      if (own === undefined) return 'is of no review';
      const age = ageAtReview(record, own, own.decisionsSentOn ?? record.child.dateOfBirth);
      const { length, sentences } = checkLetter(review.letter, letterNames(record), age);
      const hard = sentences.map(({ sentence }) => sentence);
      return length === 'right' || age < 1 ? hard : [length, ...hard];
    });
    expect(letters).toEqual({});
    expect(ofKind('letter').every(({ review }) => review.letter !== undefined)).toBe(true);
  });

  it('never shows what was seen of a baby as words', () => {
    const blip = documents.filter(({ file }) => file.child.preferredName === 'Blip');
    const quoted = blip.filter(({ report }) =>
      report.blocks.some((block) => block.kind === 'paragraph' && block.style === 'childsWords'),
    );
    expect(quoted.map(({ name }) => name)).toEqual([]);
    const headings = blip.flatMap(({ report }) =>
      report.blocks.flatMap((block) => (block.kind === 'heading' ? [textOfRuns(block.runs)] : [])),
    );
    expect(headings).toContain('What Blip shows us');
    expect(headings.filter((text) => /words/.test(text))).toEqual([]);
  });
});

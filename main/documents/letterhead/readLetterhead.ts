import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { LetterheadPaper, PageType } from '../../../shared/report/letterheadPaper.ts';
import { marginsOn } from '../../../shared/report/letterheadRoom.ts';
import { cleanPart, linkedPicture } from './cleanPart.ts';
import { damaged, LetterheadFault } from './fault.ts';
import { withoutPageNumbers } from './fields.ts';
import type { LetterheadParts, ReadLetterhead } from './letterheadParts.ts';
import { heightOf } from './measure.ts';
import { barePicture } from './pictures.ts';
import { restyle } from './restyle.ts';
import type { LastSection, Margins, PageKind } from './sections.ts';
import {
  checkPage,
  lastSection,
  leastTextHeight,
  mainPartOf,
  pageKinds,
  relatedPart,
  tooLittleHeight,
} from './sections.ts';
import { createStyleBook, type StyleBook } from './styles.ts';
import { themeXml } from './theme.ts';
import { openWordPackage, type WordPackage } from './wordPackage.ts';
import { wordsOfPart } from './words.ts';
import { everyElement, xmlOf, type XmlElement } from './xml.ts';

const mainTypes = /wordprocessingml\.(?:document|template)\.main\+xml$/;

/** Programs and objects in a file are refused as a whole, though nothing of them would be taken: nobody put them there for a letterhead. */
function refuseActive(file: WordPackage, main: string): void {
  const type = file.typeOf(main);
  if (/macroEnabled/.test(type) || file.paths.some((path) => /vbaProject\.bin$|vbaData\.xml$/i.test(path))) {
    throw new LetterheadFault(
      'This document holds macros. Open it in Word, save it as a Word Document (.docx) without macros, then choose that file.',
    );
  }
  if (!mainTypes.test(type)) {
    throw new LetterheadFault(
      'There is no Word document in this file. Choose the .docx file of the letterhead.',
    );
  }
  if (file.paths.some((path) => /(?:^|\/)(?:embeddings|activeX)\//i.test(path))) {
    throw new LetterheadFault(
      'This document holds an embedded object or a control. Delete it in Word, save the document, then choose it again.',
    );
  }
}

type Pictures = LetterheadParts['pictures'];

/** Gives each picture one id, however many parts show it. */
function picturesOf(file: WordPackage) {
  const kept: Pictures = [];
  const ids = new Map<string, string>();
  return {
    kept,
    of:
      (part: string) =>
      (relationship: string): string => {
        const found = file.relationshipsOf(part).get(relationship);
        if (!found) throw damaged();
        if (found.isExternal) throw linkedPicture();
        const known = ids.get(found.target);
        if (known !== undefined) return known;
        const { type, content } = barePicture(file.bytes(found.target));
        const id = `rIdPicture${kept.length + 1}`;
        kept.push({ id, type, content: Buffer.from(content).toString('base64') });
        ids.set(found.target, id);
        return id;
      },
  };
}

type ReadPart = {
  readonly nodes: readonly XmlElement[];
  readonly hasLink: boolean;
  readonly hadNumber: boolean;
};

function partReader(file: WordPackage, pictures: ReturnType<typeof picturesOf>) {
  let drawings = 0;
  return (path: string): ReadPart => {
    const root = file.xml(path);
    const nodes = cleanPart(root, {
      picture: pictures.of(path),
      nextDrawing: () => {
        drawings += 1;
        return drawings;
      },
    });
    const kept = withoutPageNumbers(nodes);
    const text = kept.map(xmlOf).join('');
    return {
      nodes: kept,
      hasLink: [...everyElement(root)].some(({ name }) => name === 'w:hyperlink'),
      hadNumber: text !== nodes.map(xmlOf).join(''),
    };
  };
}

/** The kinds of pages that have a header or footer of their own in this letterhead. */
function kindsOf({ isFirstDifferent, isEvenDifferent }: LastSection): PageKind[] {
  return pageKinds.filter(
    (kind) =>
      kind === 'default' || (kind === 'first' && isFirstDifferent) || (kind === 'even' && isEvenDifferent),
  );
}

type Parts = Readonly<Partial<Record<PageKind, ReadPart>>>;
const emptyPart: ReadPart = { nodes: [], hasLink: false, hadNumber: false };

function readAll(kinds: readonly PageKind[], margins: Margins, read: (path: string) => ReadPart): Parts {
  return Object.fromEntries(
    kinds.map((kind) => {
      const path = margins[kind];
      return [kind, path === undefined ? emptyPart : read(path)];
    }),
  );
}

function xmlOfParts(parts: Parts, styles: StyleBook): LetterheadParts['headers'] {
  const xml = (part: ReadPart): string => restyle(part.nodes, styles).map(xmlOf).join('');
  return {
    default: xml(parts.default ?? emptyPart),
    ...(parts.first && { first: xml(parts.first) }),
    ...(parts.even && { even: xml(parts.even) }),
  };
}

/** The paper of the first page; throws when a header or footer leaves too little of any page. */
function paperOf(page: PageType, headers: Parts, footers: Parts, styles: StyleBook): LetterheadPaper {
  const width = page.width - page.left - page.right;
  const height = (parts: Parts, kind: PageKind): number => heightOf(parts[kind]?.nodes ?? [], width, styles);
  const papers = pageKinds.map((kind): LetterheadPaper => ({
    page,
    headerHeight: height(headers, kind),
    footerHeight: height(footers, kind),
  }));
  for (const letterhead of papers) {
    const { top, bottom } = marginsOn({ layout: 'record', isLay: true, letterhead });
    const left = page.height - top - bottom;
    if (left < leastTextHeight) throw tooLittleHeight(left);
  }
  const [usual, first] = papers;
  const chosen = headers.first === undefined ? usual : first;
  return chosen ?? { page, headerHeight: 0, footerHeight: 0 };
}

function notesOf(all: readonly ReadPart[]): string[] {
  return [
    ...(all.every(({ nodes }) => wordsOfPart(nodes).lines.length === 0 && !nodes.some(hasPicture))
      ? [
          'There is nothing in its header and footer. What stands in the text of the document is not taken: put it in the header (Insert, Header).',
        ]
      : []),
    ...(all.some(({ hasLink }) => hasLink) ? ['Its links are printed as plain words.'] : []),
    ...(all.some(({ hadNumber }) => hadNumber)
      ? ['Its own page number is left out: every page says “page 1 of 3” already.']
      : []),
  ];
}

const hasPicture = (node: XmlElement): boolean =>
  [...everyElement(node)].some(({ name }) => name === 'w:drawing' || name === 'w:pict');

function read(bytes: Uint8Array): ReadLetterhead {
  const file = openWordPackage(bytes);
  const main = mainPartOf(file);
  refuseActive(file, main);
  const section = lastSection(file, main);
  checkPage(section.page);
  const pictures = picturesOf(file);
  const reader = partReader(file, pictures);
  const kinds = kindsOf(section);
  const headers = readAll(kinds, section.headers, reader);
  const footers = readAll(kinds, section.footers, reader);
  const stylesPart = relatedPart(file, main, 'styles');
  const styles = createStyleBook(stylesPart === undefined ? undefined : file.xml(stylesPart));
  const themePart = relatedPart(file, main, 'theme');
  const theme = themePart === undefined ? '' : themeXml(file.xml(themePart));
  const paper = paperOf(section.page, headers, footers, styles);
  const ofHeaders = kinds.map((kind) => wordsOfPart(headers[kind]?.nodes ?? []));
  const ofFooters = kinds.map((kind) => wordsOfPart(footers[kind]?.nodes ?? []));
  const parts: LetterheadParts = {
    version: 1,
    headers: xmlOfParts(headers, styles),
    footers: xmlOfParts(footers, styles),
    styles: '',
    ...(theme !== '' && { theme }),
    pictures: pictures.kept,
  };
  return {
    parts: { ...parts, styles: styles.xml() },
    facts: {
      paper,
      words: {
        header: ofHeaders.flatMap(({ lines }) => lines),
        footer: ofFooters.flatMap(({ lines }) => lines),
        descriptions: [...ofHeaders, ...ofFooters].flatMap(({ descriptions }) => descriptions),
      },
      notes: notesOf([...Object.values(headers), ...Object.values(footers)]),
    },
  };
}

/**
 * Reads an authority's Word document as its letterhead: headers, footers, pictures and the page of its last section, and
 * nothing else of it. `invalid-input` says what is wrong with a file that cannot be one, and what to do.
 */
export function readLetterhead(bytes: Uint8Array): Result<ReadLetterhead> {
  try {
    return ok(read(bytes));
  } catch (cause) {
    if (!(cause instanceof LetterheadFault)) throw cause;
    return fail('invalid-input', cause.message);
  }
}

import { strFromU8, unzipSync } from 'fflate';
import { attributeValues, countElements, unescapeXml } from './xml.ts';

/** The XML of one part of a file, such as `word/document.xml`. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (part === undefined) throw new Error(`The file has no ${path}`);
  return strFromU8(part);
}

export type PartText = {
  /** What stands between the tags, paragraphs apart, runs joined: a word split over runs is whole. */
  readonly text: string;
  /** Every attribute value, one a line: titles, descriptions, names of bookmarks, paths. */
  readonly attributes: string;
};

/** All that every part of a file says, by the part's path; for a search that must find nothing. */
export function textOfEveryPart(bytes: Uint8Array): Map<string, PartText> {
  const parts = Object.entries(unzipSync(bytes));
  return new Map(
    parts.map(([path, data]) => {
      const xml = strFromU8(data);
      const attributes = [...xml.matchAll(/\s[\w:]+="([^"]*)"/g)].map((match) => unescapeXml(match[1] ?? ''));
      const text = xml
        .replaceAll(
          /<(?:w:br|w:tab|w:cr)\b[^>]*>|<\/w:p>|<\/[\w]+:?(?:title|creator|lastModifiedBy|subject|description|keywords)>/g,
          '\n',
        )
        .replaceAll(/<[^>]*>/g, '');
      return [path, { text: unescapeXml(text), attributes: attributes.join('\n') }];
    }),
  );
}

export type LinkReport = {
  readonly links: readonly string[];
  readonly bookmarks: readonly string[];
  /** Links to a bookmark that is not there. */
  readonly dangling: readonly string[];
  /** Bookmark names and ids that are there twice. */
  readonly repeated: readonly string[];
  /** Targets outside the file. */
  readonly external: readonly string[];
};

/** The links of a file; a good one has nothing in the last three lists. */
export function linksResolve(bytes: Uint8Array): LinkReport {
  const xml = partOf(bytes, 'word/document.xml');
  const links = attributeValues(xml, 'w:hyperlink', 'w:anchor');
  const bookmarks = attributeValues(xml, 'w:bookmarkStart', 'w:name');
  const ids = attributeValues(xml, 'w:bookmarkStart', 'w:id');
  const ends = attributeValues(xml, 'w:bookmarkEnd', 'w:id');
  const known = new Set(bookmarks);
  const external = [...textOfRelationships(bytes)].flatMap((relationships) =>
    relationships.includes('TargetMode="External"') ? [relationships] : [],
  );
  return {
    links,
    bookmarks,
    dangling: links.filter((name) => !known.has(name)),
    repeated: [...repeats(bookmarks), ...repeats(ids), ...repeats(ends)],
    external,
  };
}

function* textOfRelationships(bytes: Uint8Array): Generator<string> {
  for (const [path, data] of Object.entries(unzipSync(bytes))) {
    if (path.endsWith('.rels')) yield strFromU8(data);
  }
}

function repeats(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

export type Structure = {
  /** How many headings of levels 1, 2 and 3. */
  readonly headings: readonly [number, number, number];
  readonly tables: number;
  readonly rows: number;
  /** Rows that repeat on each page. */
  readonly headRows: number;
  /** Rows that stay whole. */
  readonly wholeRows: number;
  readonly checkboxes: number;
  /** Merged or nested cells, text boxes and pictures: there must be none. */
  readonly forbidden: number;
};

export function structureOf(bytes: Uint8Array): Structure {
  const xml = partOf(bytes, 'word/document.xml');
  const styles = attributeValues(xml, 'w:pStyle', 'w:val');
  const count = (style: string): number => styles.filter((found) => found === style).length;
  return {
    headings: [count('Heading1'), count('Heading2'), count('Heading3')],
    tables: countElements(xml, 'w:tbl'),
    rows: countElements(xml, 'w:tr'),
    headRows: countElements(xml, 'w:tblHeader'),
    wholeRows: countElements(xml, 'w:cantSplit'),
    checkboxes: countElements(xml, 'w14:checkbox'),
    forbidden: ['w:gridSpan', 'w:vMerge', 'w:txbxContent', 'w:drawing', 'w:pict', 'w:fldSimple'].reduce(
      (sum, element) => sum + countElements(xml, element),
      [...xml.matchAll(/<w:tc>(?:(?!<\/w:tc>)[^])*<w:tbl>/g)].length,
    ),
  };
}

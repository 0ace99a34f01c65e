import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate/browser';
import type { LetterheadParts } from './letterheadParts.ts';
import { namespaceDeclarations } from './namespaces.ts';
import { pictureTypes, type PictureType } from './pictures.ts';
import type { PageKind } from './sections.ts';

/**
 * Puts a printed document on a letterhead. The document comes from the library with a header and footer for each kind
 * of page that the letterhead has; the letterhead's content goes above our line in each header and below it in each
 * footer. Names and ids are the letterhead's own, so that nothing meets anything of ours.
 */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const documentRelationships = 'word/_rels/document.xml.rels';

function read(parts: Unzipped, path: string): string {
  const part = parts[path];
  // A file of another shape is a change of the library's, to be seen and not written over.
  if (!part) throw new TypeError(`The printed document has no ${path}`);
  return strFromU8(part);
}

/** Replaces what must be there, once. */
function replaced(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new TypeError('The printed document is not as it was expected');
  return text.replace(what, () => by);
}

type Reference = { readonly isHeader: boolean; readonly kind: PageKind; readonly path: string };

/** Which part is which header or footer, as the document itself says. */
function referencesOf(parts: Unzipped): Reference[] {
  const targets = new Map(
    [
      ...read(parts, documentRelationships).matchAll(/<Relationship Id="([^"]+)"[^>]*? Target="([^"]+)"/g),
    ].map(([, id = '', target = '']) => [id, target] as const),
  );
  const found = read(parts, 'word/document.xml').matchAll(
    /<w:(header|footer)Reference w:type="(default|first|even)" r:id="([^"]+)"\/>/g,
  );
  return [...found].map(([, where, kind, id = '']) => ({
    isHeader: where === 'header',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the expression allows no other
    kind: kind as PageKind,
    path: `word/${targets.get(id) ?? ''}`,
  }));
}

const extensions: Readonly<Record<PictureType, string>> = {
  png: 'png',
  jpeg: 'jpeg',
  emf: 'emf',
  wmf: 'wmf',
};
type Picture = LetterheadParts['pictures'][number];
const fileOf = (picture: Picture, index: number): string =>
  `media/letterhead${index + 1}.${extensions[picture.type]}`;

/** A header or footer around our own line, and what it shows. */
function withMargin(parts: Unzipped, { isHeader, kind, path }: Reference, letterhead: LetterheadParts): void {
  const own = /<w:(?:hdr|ftr)\b[^>]*?(?:\/>|>([^]*)<\/w:(?:hdr|ftr)>)/.exec(read(parts, path))?.[1] ?? '';
  const theirs = (isHeader ? letterhead.headers : letterhead.footers)[kind] ?? '';
  const content = isHeader ? theirs + own : own + theirs;
  const root = isHeader ? 'w:hdr' : 'w:ftr';
  // A header must hold a paragraph, and so must what follows a table.
  const needsParagraph = content === '' || content.endsWith('</w:tbl>');
  const xml = `${head}<${root} ${namespaceDeclarations}>${content}${needsParagraph ? emptyParagraph : ''}</${root}>`;
  parts[path] = strToU8(xml);
  const shown = letterhead.pictures.flatMap((picture, index) =>
    theirs.includes(`"${picture.id}"`)
      ? [
          `<Relationship Id="${picture.id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${fileOf(picture, index)}"/>`,
        ]
      : [],
  );
  const at = path.lastIndexOf('/') + 1;
  parts[`${path.slice(0, at)}_rels/${path.slice(at)}.rels`] = strToU8(
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${shown.join('')}</Relationships>`,
  );
}

const emptyParagraph =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

function withPictures(parts: Unzipped, pictures: readonly Picture[]): void {
  for (const [index, picture] of pictures.entries()) {
    parts[`word/${fileOf(picture, index)}`] = new Uint8Array(Buffer.from(picture.content, 'base64'));
  }
  const types = read(parts, '[Content_Types].xml');
  const missing = [...new Set(pictures.map(({ type }) => type))].filter(
    (type) => !types.includes(`Extension="${extensions[type]}"`),
  );
  const added = missing.map(
    (type) => `<Default ContentType="${pictureTypes[type]}" Extension="${extensions[type]}"/>`,
  );
  const first = '<Default ';
  parts['[Content_Types].xml'] = strToU8(replaced(types, first, `${added.join('')}${first}`));
}

/** `printed` as `toBuffer` makes it for this letterhead. The same document on the same letterhead has the same bytes. */
export function ontoLetterhead(printed: Uint8Array, letterhead: LetterheadParts): Uint8Array {
  const parts = unzipSync(printed);
  for (const reference of referencesOf(parts)) withMargin(parts, reference, letterhead);
  withPictures(parts, letterhead.pictures);
  const styles = read(parts, 'word/styles.xml');
  parts['word/styles.xml'] = strToU8(replaced(styles, '</w:styles>', `${letterhead.styles}</w:styles>`));
  if (letterhead.theme !== undefined) {
    read(parts, 'word/theme/theme1.xml');
    parts['word/theme/theme1.xml'] = strToU8(letterhead.theme);
  }
  // The first moment a zip file can name, whatever the machine's zone.
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) });
}

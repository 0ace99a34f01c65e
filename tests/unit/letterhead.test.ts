import { assert, nat, property, string } from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseXml, xmlOf } from '../../main/documents/letterhead/xml.ts';
import { readLetterhead } from '../../main/documents/letterhead/readLetterhead.ts';
import { sampleLetterheads } from '../documents/support/letterheads.ts';
import { png, traceOfMaker } from '../documents/support/pictures.ts';
import {
  a4Section,
  field,
  hiddenTrace,
  link,
  paragraph,
  picture,
  wordFile,
  words,
} from '../documents/support/wordFile.ts';
import type { LetterheadFile } from '../documents/support/wordFile.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const header = (
  xml: string,
  relations: NonNullable<LetterheadFile['headers']>[number]['relations'] = [],
) => ({
  headers: [{ kind: 'default' as const, xml, relations }],
});

/** Why a file is not read as a letterhead; empty when it is. */
function refusal(bytes: Uint8Array): string {
  const read = readLetterhead(bytes);
  if (read.ok) return '';
  expect(read.error.code).toBe('invalid-input');
  return read.error.message;
}
const refusalOf = (file: LetterheadFile): string => refusal(wordFile(file));

function readOf(bytes: Uint8Array) {
  const read = readLetterhead(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** A compound file as Word writes one that has a password. */
function encrypted(): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024);
  return bytes;
}

const withFile = (path: string, bytes: Uint8Array = strToU8('x')) => wordFile({ files: { [path]: bytes } });
const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';

describe('a file that is no letterhead is refused with what to do', () => {
  it.each([
    ['nothing', new Uint8Array(), /empty/],
    ['words', strToU8('Dear Sir'), /not a Word document/],
    ['a PDF', strToU8('%PDF-1.7 …'), /PDF.*save it as a Word Document/],
    ['Rich Text', strToU8('{\\rtf1'), /Rich Text.*save it as a Word Document/],
    ['a password', encrypted(), /password.*take the password off/],
    [
      'an old .doc',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      /older Word \(\.doc\)/,
    ],
    [
      'an .odt',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
      /OpenDocument.*save it as a Word Document/,
    ],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), /zip file without a Word document/],
    ['half a file', wordFile().subarray(0, 900), /damaged/],
    ['macros by type', wordFile({ mainType: macros }), /macros.*without macros/],
    ['macros by part', withFile('word/vbaProject.bin'), /macros/],
    ['an embedded object', withFile('word/embeddings/oleObject1.bin'), /embedded object.*Delete it/],
    ['a control', withFile('word/activeX/activeX1.bin'), /control/],
    ['too many parts', withFile('x', new Uint8Array()), /^$/],
    ['a huge file', Buffer.alloc(16 * 1024 * 1024, 'PK'), /16 MB; a letterhead may have 15 MB/],
    ['a bomb', withFile('word/media/x.png', new Uint8Array(61 * 1024 * 1024)), /unpacks to more than 60 MB/],
    [
      'very many parts',
      wordFile({
        files: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`x${at}`, strToU8('x')])),
      }),
      /more than 500 parts/,
    ],
  ])('%s', (_name, bytes, says) => {
    expect(refusal(bytes)).toMatch(says);
  });

  it.each<[string, LetterheadFile, RegExp]>([
    ['an object', header(paragraph('<w:r><w:object/></w:r>')), /embedded object/],
    [
      'a date field',
      header(paragraph(field('DATE \\@ "d MMM yyyy"', '1 Jan 2020'))),
      /the field DATE, which Word fills/,
    ],
    [
      'its own file name',
      header(paragraph('<w:fldSimple w:instr=" FILENAME \\p "><w:r/></w:fldSimple>')),
      /field FILENAME/,
    ],
    ['half a field', header(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')), /field.*damaged/],
    [
      'a list',
      header(paragraph(words('one'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')),
      /list/,
    ],
    [
      'a picture elsewhere',
      header(paragraph(picture('rId7', 10, 10)), [
        {
          id: 'rId7',
          type: `${office}/image`,
          target: 'https://www.example.gov.uk/logo.png',
          isExternal: true,
        },
      ]),
      /linked, not in the document/,
    ],
    [
      'a picture that is linked',
      header(paragraph(picture('rId7', 10, 10).replace('r:embed', 'r:link'))),
      /linked/,
    ],
    [
      'a GIF',
      {
        ...header(paragraph(picture('rId7', 10, 10)), [
          { id: 'rId7', type: `${office}/image`, target: 'media/a.gif' },
        ]),
        files: { 'word/media/a.gif': strToU8('GIF89a') },
      },
      /neither PNG, JPEG, EMF nor WMF/,
    ],
    ['a picture that is not there', header(paragraph(picture('rId7', 10, 10))), /damaged/],
    ['a document type', header('<!DOCTYPE a [<!ENTITY b "c">]>'), /damaged/],
    [
      'a landscape page',
      { section: a4Section.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"') },
      /297 × 210 mm.*A4, upright/,
    ],
    ['wide margins', { section: a4Section.replace('w:left="1440"', 'w:left="4000"') }, /margins.*narrower/],
    ['a header that fills the page', header(paragraph(words('a')).repeat(40)), /leave \d+ mm.*lower/],
  ])('%s', (_name, file, says) => {
    expect(refusalOf(file)).toMatch(says);
  });
});

describe('what is kept of a letterhead', () => {
  it.each(sampleLetterheads)('of $name: its words, and no trace of who made it', ({ file, first }) => {
    const { parts, facts } = readOf(file);
    const said = facts.words.header.join(' ').replaceAll(/\s+/gu, ' ');
    for (const word of first.header.split(' ')) expect(said).toContain(word);
    const all = JSON.stringify(parts) + JSON.stringify(facts);
    expect(all).not.toContain(hiddenTrace);
    expect(all).not.toMatch(/rsid|paraId|anchorId|TargetMode|https?:\/\/www|Picture 1/);
    for (const { content } of parts.pictures) {
      const bytes = Buffer.from(content, 'base64');
      for (const encoding of ['latin1', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(traceOfMaker, encoding))).toBe(false);
      }
    }
  });

  it('is its links as words, and not its page number, and it says so', () => {
    const footer = `<w:hyperlink r:id="rIdLink">${words('www.example.gov.uk')}</w:hyperlink>`;
    const { parts, facts } = readOf(
      wordFile({
        headers: [{ kind: 'default', xml: paragraph(`${words('Page ')}${field('PAGE', '1')}`) }],
        footers: [{ kind: 'default', xml: paragraph(footer), relations: [link] }],
      }),
    );
    expect(parts.headers.default).toBe('');
    expect(parts.footers.default).toContain('www.example.gov.uk');
    expect(parts.footers.default).not.toMatch(/hyperlink/);
    expect(facts.notes).toEqual([
      'Its links are printed as plain words.',
      expect.stringMatching(/own page number is left out/),
    ]);
  });

  it('is a page number that stands among words of its own', () => {
    const { parts } = readOf(
      wordFile(header(paragraph(`${words('Draftshire, page ')}${field('PAGE', '1')}`))),
    );
    expect(parts.headers.default).toMatch(/Draftshire, page .*PAGE/);
  });

  it('is that of the last section, with what it takes over from those before', () => {
    const file = wordFile({
      headers: [{ kind: 'default', xml: paragraph(words('From before')) }],
      isInherited: true,
      section: a4Section.replace('w:top="1440"', 'w:top="2880"'),
    });
    const { words: said, paper } = readOf(file).facts;
    expect(said.header).toEqual(['From before']);
    expect(Math.round(paper.page.top)).toBe(51);
  });

  it('is one picture where two headers show the same', () => {
    const relations = [{ id: 'rId7', type: `${office}/image`, target: 'media/a.png' }];
    const shown = paragraph(picture('rId7', 10, 10));
    const { parts } = readOf(
      wordFile({
        headers: [
          { kind: 'default', xml: shown, relations },
          { kind: 'first', xml: shown, relations },
        ],
        section: a4Section.replace('<w:docGrid', '<w:titlePg/><w:docGrid'),
        files: { 'word/media/a.png': png() },
      }),
    );
    expect(parts.pictures).toHaveLength(1);
    expect(parts.headers.first).toContain('rIdPicture1');
  });

  it('looks as its own styles say: theme, defaults of the document and the table around', () => {
    const { parts } = readOf(
      wordFile(
        header(
          `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid><w:gridCol w:w="9026"/></w:tblGrid><w:tr><w:tc><w:p>${words('in a cell')}</w:p></w:tc></w:tr></w:tbl>${paragraph(words('below'), '')}`,
        ),
      ),
    );
    const styles = [...parts.styles.matchAll(/<w:style w:type="paragraph"[^]*?<\/w:style>/g)].map(
      ([style]) => style,
    );
    expect(styles.map((style) => /w:after="(\d+)"/.exec(style)?.[1])).toEqual(['0', '160']);
    expect(styles[0]).toContain('w:asciiTheme="minorHAnsi"');
    expect(styles[0]).not.toContain('w:ascii="Times');
  });
});

describe('XML as it is read and written', () => {
  const text = string({ unit: 'grapheme' }).filter((words) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(words));

  it('comes back as it was', () => {
    assert(
      property(text, text, (words, value) => {
        const first = {
          name: 'w:t',
          attributes: new Map([['w:val', value]]),
          children: words === '' ? [] : [words],
        };
        const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
        const written = xmlOf(first).replace('<w:t', `<w:t xmlns:w="${namespace}"`);
        expect(parseXml(written)).toEqual(first);
      }),
    );
  });

  it('is a letterhead or refused, whatever a byte of the file is changed to', () => {
    const good = sampleLetterheads[1]?.file ?? new Uint8Array();
    assert(
      property(nat(good.length - 1), nat(255), (at, byte) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = byte;
        const read = readLetterhead(bytes);
        expect(read.ok || read.error.code === 'invalid-input').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '<a>',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a>&b;</a>',
    '<a>&#0;</a>',
    '<x:a/>',
    '<a/><b/>',
    '',
    'words',
    '<a'.repeat(9),
  ])('refuses %s', (source) => {
    expect(() => parseXml(source)).toThrow(/damaged/);
  });

  it('refuses what is nested more deeply than any page', () => {
    expect(() => parseXml('<a>'.repeat(1_000) + '</a>'.repeat(1_000))).toThrow(/damaged/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import type { Block, Report } from '../../shared/report/blocks.ts';
import {
  cell,
  checkbox,
  fact,
  heading,
  headOf,
  linkTo,
  numberAtHome,
  pair,
  paragraph,
  rowOf,
  runsOf,
  tickCell,
} from '../../shared/report/runs.ts';
import { wordsOf } from '../../shared/report/words.ts';
import { richTextFromPlain, type RichText } from '../../shared/richText.ts';
import { asPointId } from './samples/anchors.ts';
import { oddTexts } from './support/hostileCase.ts';
import { linksResolve, partOf, structureOf } from './support/package.ts';
import { pagesFromLibreOffice, wordsFromLibreOffice, wordsFromPandoc } from './support/readers.ts';
import { validateDocx } from './support/validate.ts';

const reportOf = (blocks: readonly Block[], more: Partial<Report> = {}): Report => ({
  layout: 'record',
  isLay: false,
  title: 'Review record 1',
  header: { left: 'Service file: not for circulation', right: 'Kit’s review 1', isBoxed: true },
  footer: { left: 'edition 1' },
  blocks,
  ...more,
});

const oddEverywhere = (text: string): Report =>
  reportOf(
    [
      heading(1, text),
      paragraph('meta', text),
      paragraph('childsWords', [text, ' ', numberAtHome('V1')]),
      pair(text, [text, ' ', linkTo('V1')]),
      { kind: 'numbered', items: [runsOf(text), runsOf(text)] },
      { kind: 'narrative', style: 'narrative', numbers: {}, body: richTextFromPlain(text) },
      {
        kind: 'table',
        layout: 'chairPromises',
        caption: text,
        description: text,
        head: headOf(text, 'Done', 'Part', 'Not', text),
        rows: [
          {
            cells: [
              cell(text),
              tickCell(text),
              tickCell(text, true),
              tickCell(text),
              cell([text, linkTo('V1')]),
            ],
          },
        ],
      },
      { kind: 'facts', caption: text, description: text, facts: [fact(text, text)] },
      {
        kind: 'cards',
        caption: text,
        description: text,
        cards: [{ mark: 'heart', heading: runsOf(text), paragraphs: [runsOf(text)] }],
      },
      { kind: 'writeInBox', label: runsOf(text) },
      { kind: 'writingSpace', caption: text, description: text, height: 20 },
    ],
    { title: text, header: { left: text, right: text, isBoxed: false }, footer: { left: text } },
  );

/** Words that differ, so that a lost or moved one is seen. */
const manyWords = Array.from(
  { length: 20_000 },
  (_, index) => `word${index}${index % 40 === 39 ? '.\n\n' : ''}`,
).join(' ');

const longSection = reportOf([
  heading(2, 'Health'),
  { kind: 'narrative', style: 'narrative', numbers: {}, body: richTextFromPlain(manyWords) },
]);

const manyActions = reportOf([
  heading(2, 'Actions'),
  {
    kind: 'table',
    layout: 'actions',
    caption: 'Actions',
    description: 'Each action by its number.',
    head: headOf('No.', 'Action', 'Who', 'By when'),
    rows: Array.from({ length: 200 }, (_, index) =>
      rowOf(
        numberAtHome(`A${index + 1}`),
        ['Do thing ', String(index), ' for ', linkTo('D1')],
        'Robin Sampleton',
        '5 Oct 2026',
      ),
    ),
  },
  paragraph('decision', [
    numberAtHome('D1'),
    ' has ',
    linkTo('A1'),
    ' to ',
    linkTo('A200'),
    ' and ',
    linkTo('A201'),
  ]),
]);

const nested: RichText = {
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'outer', marks: [{ type: 'bold' }] }] },
            { type: 'paragraph', content: [{ type: 'text', text: 'still outer' }] },
            {
              type: 'orderedList',
              attrs: { start: 4 },
              content: [
                {
                  type: 'listItem',
                  content: [
                    {
                      type: 'paragraph',
                      content: [{ type: 'text', text: 'four', marks: [{ type: 'italic' }] }],
                    },
                  ],
                },
                {
                  type: 'listItem',
                  content: [
                    {
                      type: 'paragraph',
                      content: [{ type: 'text', text: 'five', marks: [{ type: 'underline' }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'quoted' },
            { type: 'hardBreak' },
            {
              type: 'text',
              text: 'on two lines',
              marks: [{ type: 'point', attrs: { id: asPointId('p1') } }],
            },
          ],
        },
      ],
    },
    { type: 'paragraph' },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
    },
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'again one' }] }],
        },
      ],
    },
  ],
};

const lists = reportOf([
  {
    kind: 'narrative',
    style: 'narrative',
    numbers: { p1: { number: 'R2', from: 'review of 14 Apr 2026' } },
    body: nested,
  },
]);

/** Names that Word would take for one bookmark, and titles longer than it takes. */
const names = reportOf([
  paragraph(
    'normal',
    ['n1', 'N1', 'a'.repeat(60), `${'a'.repeat(60)}b`, 'é-1'].flatMap((name) => [
      numberAtHome(name),
      ' ',
      linkTo(name),
      ' ',
    ]),
  ),
  paragraph('normal', [checkbox('very long '.repeat(30)), numberAtHome('n1')]),
]);

const empty = reportOf([], { header: null, layout: 'letter', isLay: true });

const cases = [
  ...Object.entries(oddTexts).map(([name, text]) => ({ name, report: oddEverywhere(text) })),
  { name: 'a section of 20,000 words', report: longSection },
  { name: 'a table of 200 actions', report: manyActions },
  { name: 'lists in lists', report: lists },
  { name: 'names and titles', report: names },
  { name: 'nothing at all', report: empty },
].map((entry, index) => ({ ...entry, index }));

let files: Uint8Array[] = [];
let faults: string[][] = [];
let office: string[][] = [];
let pandoc: string[][] = [];

beforeAll(async () => {
  files = await Promise.all(cases.map(({ report }) => toBuffer(report)));
  faults = await validateDocx(files);
  office = await wordsFromLibreOffice(files);
  pandoc = await wordsFromPandoc(files);
});

function fileOf(name: string): Uint8Array {
  const file = files[cases.findIndex((entry) => entry.name === name)];
  if (file === undefined) throw new Error(`No case is called ${name}`);
  return file;
}

describe.each(cases)('$name', ({ report, index }) => {
  it('is a valid file', () => {
    expect(faults[index]).toEqual([]);
  });

  it('loses no word, in LibreOffice or in pandoc', () => {
    expect(office[index]).toEqual(wordsOf(report));
    expect(pandoc[index]).toEqual(wordsOf(report));
  });
});

describe('what is left of hostile text', () => {
  it('keeps words apart that a lost character stood between, and loses none', () => {
    const words = wordsOf(oddEverywhere(oddTexts['control characters'])).slice(0, 9);
    expect(words).toEqual(['sleeps', 'badly', 'since', 'June[31m', 'and', 'more', 'then', 'sleeps', 'badly']);
    expect(wordsOf(reportOf([paragraph('normal', oddTexts['a vertical tab and a form feed'])]))).toEqual([
      'eight',
      'nine',
      'ten',
    ]);
  });

  it('marks right-to-left words as such, and only them', () => {
    const xml = partOf(fileOf('right-to-left text'), 'word/document.xml');
    const marked = [...xml.matchAll(/<w:rtl\/><\/w:rPr><w:t[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(new Set(marked)).toEqual(new Set(['אני רוצה לראות את אמא', 'أريد أن أرى أمي.', 'שלום']));
  });

  it('does not take the library’s own placeholders for lists from what was typed', () => {
    const xml = partOf(fileOf('markup'), 'word/document.xml');
    expect(xml.replaceAll(/<[^>]*>/g, '')).toContain('{gt-bullets-0} {default-bullet-numbering-0}');
  });
});

describe('links and pages under load', () => {
  it('links to what is there, and prints a number without a home unlinked', () => {
    const found = linksResolve(fileOf('a table of 200 actions'));
    expect(found.links).toHaveLength(202);
    expect(found.dangling).toEqual([]);
    expect(found.bookmarks).toHaveLength(201);
    expect(structureOf(fileOf('a table of 200 actions'))).toMatchObject({
      rows: 201,
      headRows: 1,
      wholeRows: 201,
    });
  });

  it('gives every target one name of its own, of the length and letters that Word takes', () => {
    const found = linksResolve(fileOf('names and titles'));
    expect(found.repeated).toEqual([]);
    expect(found.dangling).toEqual([]);
    expect(new Set(found.bookmarks.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of found.bookmarks) expect(name).toMatch(/^[A-Za-z]\w{1,39}$/);
    const [title] =
      /(?<=<w:alias w:val=")[^"]*/.exec(partOf(fileOf('names and titles'), 'word/document.xml')) ?? [];
    expect(title).toHaveLength(64);
  });

  it('repeats the heading row on every page of the table', async () => {
    const [pages = []] = await pagesFromLibreOffice([fileOf('a table of 200 actions')]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toMatch(/No\.\s+Action\s+Who\s+By when/);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitWords } from '../../../shared/report/words.ts';
import { convert, inPairs, runTool, withFiles } from './tools.ts';
import { unescapeXml } from './xml.ts';

/** The words of each file's body as LibreOffice reads it, in order; list labels are not among them. */
export function wordsFromLibreOffice(files: readonly Uint8Array[]): Promise<string[][]> {
  return withFiles(files, async (folder, paths) => {
    await convert(paths, 'fodt', folder);
    return inPairs(paths, async (path) =>
      wordsOfOpenDocument(await readFile(path.replace(/docx$/, 'fodt'), 'utf8')),
    );
  });
}

/** Paragraphs end words, and so do the elements that stand for white space. */
const endsWord = /^<\/?text:(?:p|h|tab|s|line-break|list-item|section)\b|^<\/?table:/;

function wordsOfOpenDocument(xml: string): string[] {
  const body = /<office:text\b[^]*<\/office:text>/.exec(xml)?.[0];
  if (body === undefined) throw new Error('LibreOffice gave a file without a text');
  const text = body
    .replaceAll(/<(text:sequence-decls|office:forms|text:tracked-changes)\b[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, (tag) => (endsWord.test(tag) ? ' ' : ''));
  return splitWords(unescapeXml(text));
}

export type OfficeMargin = {
  readonly place: 'header' | 'footer';
  readonly pages: 'default' | 'first' | 'even';
  readonly words: readonly string[];
};

/** The words of each file's headers and footers as LibreOffice reads them; it names even pages the left ones. */
export function marginsFromLibreOffice(files: readonly Uint8Array[]): Promise<OfficeMargin[][]> {
  return withFiles(files, async (folder, paths) => {
    await convert(paths, 'fodt', folder);
    return inPairs(paths, async (path) => {
      const xml = await readFile(path.replace(/docx$/, 'fodt'), 'utf8');
      return [...xml.matchAll(/<style:master-page\b[^>]*[^/]>[^]*?<\/style:master-page>/g)].flatMap(
        ([page]) => marginsOfMasterPage(page),
      );
    });
  });
}

function marginsOfMasterPage(page: string): OfficeMargin[] {
  return [...page.matchAll(/<style:(header|footer)(-first|-left)?>([^]*?)<\/style:\1\2>/g)].map(
    ([, place, kind, content = '']) => ({
      place: place === 'header' ? 'header' : 'footer',
      pages:
        kind === '-first' || page.includes('style:name="First_20_Page"')
          ? 'first'
          : kind === '-left'
            ? 'even'
            : 'default',
      words: splitWords(
        unescapeXml(
          content
            .replaceAll(/<(office:binary-data|svg:desc|svg:title)>[^]*?<\/\1>/g, '')
            .replaceAll(/<[^>]*>/g, (tag) => (endsWord.test(tag) ? ' ' : '')),
        ),
      ),
    }),
  );
}

/** A Word file as LibreOffice writes it when it saves it again: the work of another program than Word. */
export async function savedByLibreOffice(file: Uint8Array): Promise<Uint8Array> {
  const [saved] = await withFiles([file], async (folder, paths) => {
    const again = join(folder, 'again');
    await convert(paths, 'docx', folder, again);
    return [new Uint8Array(await readFile(join(again, '0.docx')))];
  });
  if (!saved) throw new Error('LibreOffice saved nothing');
  return saved;
}

/** The words of each file's body as pandoc reads it, in order; list labels are not among them. */
export function wordsFromPandoc(files: readonly Uint8Array[]): Promise<string[][]> {
  return withFiles(files, (_folder, paths) =>
    inPairs(paths, async (path) => {
      const tree: unknown = JSON.parse(await runTool('pandoc', ['-f', 'docx', '-t', 'json', path]));
      const pieces: string[] = [];
      walk(tree, pieces);
      return splitWords(pieces.join(''));
    }),
  );
}

const whiteSpace = new Set(['Space', 'SoftBreak', 'LineBreak']);
const blocks = new Set(['Para', 'Plain', 'Header', 'LineBlock']);

function walk(node: unknown, pieces: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, pieces);
  } else if (typeof node === 'object' && node !== null) {
    const kind = 't' in node ? node.t : undefined;
    const content = 'c' in node ? node.c : 'blocks' in node ? node.blocks : undefined;
    if (kind === 'Str' && typeof content === 'string') pieces.push(content);
    else if (typeof kind === 'string' && whiteSpace.has(kind)) pieces.push(' ');
    // A table's caption and description are for screen readers; the reader that this is prints them.
    else walk(kind === 'Table' && Array.isArray(content) ? content.slice(2) : content, pieces);
    if (typeof kind === 'string' && blocks.has(kind)) pieces.push(' ');
  }
}

/** Each file as pictures of its pages (70 dots an inch), in `folder`, named by `names`; gives their paths. */
export function renderPages(
  files: readonly Uint8Array[],
  names: readonly string[],
  folder: string,
): Promise<string[][]> {
  return withFiles(files, async (temporary, paths) => {
    await convert(paths, 'pdf', temporary);
    return inPairs(
      paths.map((path, index) => ({
        pdf: path.replace(/docx$/, 'pdf'),
        name: names[index] ?? String(index),
      })),
      async ({ pdf, name }) => {
        const count = await pageCount(pdf);
        await runTool('pdftoppm', ['-r', '70', '-png', pdf, join(folder, name)]);
        const digits = String(count).length;
        return Array.from({ length: count }, (_, page) =>
          join(folder, `${name}-${String(page + 1).padStart(digits, '0')}.png`),
        );
      },
    );
  });
}

/** The text of each page of each file, as LibreOffice lays it out. */
export function pagesFromLibreOffice(files: readonly Uint8Array[]): Promise<string[][]> {
  return withFiles(files, async (folder, paths) => {
    await convert(paths, 'pdf', folder);
    return inPairs(paths, (path) => pageTexts(path.replace(/docx$/, 'pdf')));
  });
}

async function pageTexts(pdf: string): Promise<string[]> {
  const text = await runTool('pdftotext', ['-layout', pdf, '-']);
  return text.split('\f').slice(0, -1);
}

async function pageCount(pdf: string): Promise<number> {
  return (await pageTexts(pdf)).length;
}

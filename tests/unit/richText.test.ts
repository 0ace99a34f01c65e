import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  RichText,
  anchoredPoints,
  anchorsOf,
  emptyRichText,
  isBlank,
  paragraphsOf,
  plainText,
  richTextFromPlain,
  withoutAnchor,
} from '../../shared/richText.ts';

type Json = Record<string, unknown>;
const doc = (...content: unknown[]): Json => ({ type: 'doc', content });
const p = (...content: unknown[]): Json => ({
  type: 'paragraph',
  ...(content.length > 0 ? { content } : {}),
});
const t = (text: string, ...marks: Json[]): Json => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
});
const point = (id: string): Json => ({ type: 'point', attrs: { id } });
const item = (...content: unknown[]): Json => ({ type: 'listItem', content });
const quote = (...content: unknown[]): Json => ({ type: 'blockquote', content });
const list = (...content: unknown[]): Json => ({ type: 'bulletList', content });
const bold = { type: 'bold' };
const isValid = (value: unknown) => RichText.safeParse(value).success;

describe('the schema of a rich text', () => {
  it.each([
    ['an empty paragraph', doc(p())],
    [
      'marks of each kind',
      doc(p(t('a', bold, { type: 'italic' }, { type: 'underline' }, point('p1'), point('p2')))),
    ],
    ['a marked break', doc(p(t('a', bold), { type: 'hardBreak', marks: [bold] }, t('b', bold)))],
    ['lists in lists and quotes', doc(quote(list(item(p(t('a')), list(item(p(t('b'))))))))],
    [
      'a numbered list as the editor writes it',
      doc({ type: 'orderedList', attrs: { start: 3, type: null }, content: [item(p())] }),
    ],
    ['a numbered list without attributes', doc({ type: 'orderedList', content: [item(p())] })],
  ])('takes %s', (_, value) => {
    expect(RichText.safeParse(value).error?.issues).toBeUndefined();
    expect(RichText.parse(value)).toEqual(value);
  });

  it.each([
    ['no document', p(t('a'))],
    ['an empty document', doc()],
    ['text outside a paragraph', doc(t('a'))],
    ['empty text', doc(p(t('')))],
    ['an unknown node', doc({ type: 'image', attrs: { src: 'x' } })],
    ['a heading', doc({ type: 'heading', attrs: { level: 1 }, content: [t('a')] })],
    ['an unknown mark', doc(p(t('a', { type: 'link', attrs: { href: 'https://example.invalid' } })))],
    ['an anchor without a point', doc(p(t('a', { type: 'point', attrs: {} })))],
    ['an anchor with more', doc(p(t('a', { type: 'point', attrs: { id: 'p1', title: 'x' } })))],
    ['a mark twice', doc(p(t('a', bold, bold)))],
    ['an anchor twice', doc(p(t('a', point('p1'), point('p1'))))],
    ['a mark on a paragraph', doc({ ...p(t('a')), marks: [bold] })],
    ['an attribute that no node has', doc({ ...p(t('a')), attrs: { textAlign: 'left' } })],
    ['a list item outside a list', doc(item(p()))],
    ['an empty list', doc(list())],
    ['an empty item', doc(list(item()))],
    ['an item that begins with a list', doc(list(item(list(item(p())))))],
    ['an empty quote', doc(quote())],
    [
      'a list number that is none',
      doc({ type: 'orderedList', attrs: { start: null }, content: [item(p())] }),
    ],
    ['a document in a document', doc(doc(p()))],
    ['nothing', undefined],
  ])('refuses %s', (_, value) => {
    expect(isValid(value)).toBe(false);
  });

  it('reads 200 quotes in each other, and names the one place of a fault there', () => {
    const nested = (innermost: Json) =>
      Array.from({ length: 200 }).reduce<Json>((inner) => quote(inner), innermost);
    expect(isValid(doc(nested(p(t('deep')))))).toBe(true);
    const faulty = RichText.safeParse(doc(nested(list(item(p(t('a', { type: 'x' })))))));
    expect(faulty.error?.issues).toHaveLength(1);
    expect(faulty.error?.issues[0]?.path.slice(-2)).toEqual(
      ['0', 'type'].map((part) => (part === '0' ? 0 : part)),
    );
    expect(JSON.stringify(faulty.error?.issues).length).toBeLessThan(5_000);
  });

  it('never throws, and never drops anything, whatever comes', () => {
    const parts = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, 7, 'text', t('a'), t(''), { type: 'hardBreak' }, p(), {
          type: 'constructor',
        }),
        fc.array(tie('node'), { maxLength: 3 }).map((content) => p(...content)),
        fc.array(tie('node'), { maxLength: 3 }).map((content) => quote(...content)),
        fc.array(tie('node'), { maxLength: 3 }).map((content) => list(...content)),
        fc.array(tie('node'), { maxLength: 3 }).map((content) => item(...content)),
      ),
    }));
    fc.assert(
      fc.property(fc.array(parts.node, { maxLength: 4 }), (content) => {
        const parsed = RichText.safeParse(doc(...content));
        expect(parsed.success ? parsed.data : doc(...content)).toEqual(doc(...content));
      }),
      { numRuns: 500 },
    );
  });

  it('has a JSON Schema', () => {
    expect(() => z.toJSONSchema(RichText, { io: 'input' })).not.toThrow();
  });
});

describe('a text without an anchor', () => {
  const marked = fc
    .uniqueArray(fc.constantFrom(bold, point('p1'), point('p2')), { maxLength: 3 })
    .map((marks) => t('word', ...marks));
  const tree = fc.letrec<{ block: Json }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small' },
      fc.array(marked, { maxLength: 3 }).map((content) => p(...content)),
      fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content) => quote(...content)),
      fc.array(tie('block'), { maxLength: 2 }).map((rest) => list(item(p(t('first', point('p1'))), ...rest))),
    ),
  }));

  it('keeps its words, its other anchors and its looks', () => {
    fc.assert(
      fc.property(fc.array(tree.block, { minLength: 1, maxLength: 3 }), (content) => {
        const text = RichText.parse(doc(...content));
        const bare = withoutAnchor(text, 'p1');
        expect(RichText.parse(bare)).toEqual(bare);
        expect(plainText(bare)).toBe(plainText(text));
        expect(anchoredPoints(bare)).toEqual(anchoredPoints(text).filter((id) => id !== 'p1'));
        expect(JSON.stringify(bare).split('"bold"')).toHaveLength(
          JSON.stringify(text).split('"bold"').length,
        );
        expect(withoutAnchor(bare, 'p1')).toEqual(bare);
        expect(withoutAnchor(text, 'p3')).toEqual(text);
      }),
    );
  });
});

describe('plain text', () => {
  it('comes out in reading order, whatever the lists and quotes', () => {
    const text = RichText.parse(
      doc(
        p(t('One '), t('two', bold), { type: 'hardBreak' }, t('three')),
        list(item(p(t('four')), list(item(p(t('five')))))),
        quote(p(t('six'))),
      ),
    );
    expect(plainText(text)).toBe('One two\nthree\n\nfour\n\nfive\n\nsix');
    expect(paragraphsOf(text)).toHaveLength(4);
  });

  it.each([
    ['', doc(p())],
    ['a', doc(p(t('a')))],
    ['a\nb', doc(p(t('a'), { type: 'hardBreak' }, t('b')))],
    ['a\r\n \r\nb', doc(p(t('a')), p(t('b')))],
    ['a\rb', doc(p(t('a'), { type: 'hardBreak' }, t('b')))],
  ])('%j goes in', (plain, value) => {
    expect(richTextFromPlain(plain)).toEqual(value);
  });

  it('makes a valid text of anything typed, and comes back as it went in', () => {
    const piece = fc.constantFrom('a', 'Zoë', ' ', '\n', '\n\n', '\t', '\r\n', '😀', '\u0000', '.');
    const typed = fc.oneof(
      fc.array(piece).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (plain) => {
        const text = richTextFromPlain(plain);
        expect(isValid(text)).toBe(true);
        const tidy = plain.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]*\n/g, '\n\n');
        expect(plainText(text)).toBe(tidy);
        expect(richTextFromPlain(plainText(text))).toEqual(text);
      }),
      { numRuns: 500 },
    );
  });

  it('knows a text with nothing in it', () => {
    expect(isBlank(emptyRichText)).toBe(true);
    expect(isBlank(richTextFromPlain(' \n\n\t'))).toBe(true);
    expect(isBlank(richTextFromPlain('.'))).toBe(false);
  });
});

describe('anchors', () => {
  it('are each once, in reading order, also on a break', () => {
    const first = p(t('a', point('p2')), { type: 'hardBreak', marks: [point('p2'), point('p3')] });
    const text = RichText.parse(doc(first, quote(p(t('b', point('p1'), point('p2'))), p(t('c')))));
    expect(anchoredPoints(text)).toEqual(['p2', 'p3', 'p1']);
    expect(paragraphsOf(text).map(anchorsOf)).toEqual([['p2', 'p3'], ['p1', 'p2'], []]);
  });
});

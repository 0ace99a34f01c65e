import { describe, expect, it } from 'vitest';
import { PointId } from '../../../shared/domain/ids.ts';
import type { AnchorNumber, Narrative } from '../../../shared/report/blocks.ts';
import { narrativeParagraphs } from '../../../shared/report/narrative.ts';
import { textOfRuns, wordsOfBlocks } from '../../../shared/report/words.ts';
import {
  type Inline,
  type Mark,
  type Paragraph,
  richTextFromPlain,
  type RichText,
} from '../../../shared/richText.ts';

const point = (id: string): Mark => ({ type: 'point', attrs: { id: PointId.parse(id) } });
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks });
const paragraph = (...content: Inline[]): Paragraph => ({ type: 'paragraph', content });
const narrative = (numbers: Record<string, AnchorNumber>, ...paragraphs: Paragraph[]): Narrative => ({
  kind: 'narrative',
  style: 'narrative',
  numbers,
  body: { type: 'doc', content: paragraphs },
});
const printed = (block: Narrative): string[] =>
  narrativeParagraphs(block).map(({ runs }) => textOfRuns(runs));

describe('the number of a point in a narrative', () => {
  it('stands in brackets after the words that anchor it, as a link', () => {
    const block = narrative(
      { p1: { number: 'N1' } },
      paragraph(text('She is '), text('awake at four', point('p1')), text('.')),
    );
    expect(printed(block)).toEqual(['She is awake at four (N1).']);
    expect(narrativeParagraphs(block)[0]?.runs).toContainEqual({ kind: 'link', to: 'N1' });
  });

  it('goes before a space that is anchored with the words', () => {
    const block = narrative(
      { p1: { number: 'N1' } },
      paragraph(text('no sleep ', point('p1')), text('and no rest')),
    );
    expect(printed(block)).toEqual(['no sleep (N1) and no rest']);
  });

  it('prints once, after the last of several pieces, even in a later paragraph', () => {
    const block = narrative(
      { p1: { number: 'R1' } },
      paragraph(text('missing', point('p1')), text(' eleven times')),
      paragraph(text('and once for '), text('61 hours', { type: 'bold' }, point('p1'))),
    );
    expect(printed(block)).toEqual(['missing eleven times', 'and once for 61 hours (R1)']);
  });

  it('shares its brackets with another that ends at the same word', () => {
    const block = narrative(
      { p1: { number: 'N1' }, p2: { number: 'V2' } },
      paragraph(text('the clinic', point('p1'), point('p2'))),
    );
    expect(printed(block)).toEqual(['the clinic (N1, V2)']);
  });

  it('has no link when it is an earlier review’s', () => {
    const block = narrative(
      { p1: { number: 'R2', from: 'review of 14 Apr 2026' } },
      paragraph(text('then', point('p1'))),
    );
    expect(wordsOfBlocks([block]).join(' ')).toBe('then (R2, review of 14 Apr 2026)');
    expect(narrativeParagraphs(block)[0]?.runs.some((run) => run.kind === 'link')).toBe(false);
  });

  it('is not printed for a point that has none, whatever its id is called', () => {
    const block = narrative({}, paragraph(text('a', point('withheld')), text('b', point('constructor'))));
    expect(printed(block)).toEqual(['ab']);
  });
});

describe('the paragraphs of a narrative', () => {
  const nested: RichText = {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('one')), paragraph(text('under one'))] },
          {
            type: 'listItem',
            content: [
              paragraph(text('two')),
              {
                type: 'orderedList',
                attrs: { start: 3 },
                content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
              },
            ],
          },
        ],
      },
      { type: 'blockquote', content: [paragraph(text('said'))] },
    ],
  };

  it('know the list they stand in, and only the first of an item has its label', () => {
    const found = narrativeParagraphs({ kind: 'narrative', style: 'narrative', numbers: {}, body: nested });
    expect(
      found.map(({ runs, label, depth }) => [
        textOfRuns(runs),
        label?.kind,
        label?.level,
        label?.start,
        depth,
      ]),
    ).toEqual([
      ['one', 'bullet', 0, 1, 1],
      ['under one', undefined, undefined, undefined, 1],
      ['two', 'bullet', 0, 1, 1],
      ['three', 'ordered', 1, 3, 2],
      ['said', undefined, undefined, undefined, 1],
    ]);
  });

  it('leave out the empty ones', () => {
    expect(printed({ ...narrative({}), body: richTextFromPlain('one\n\n\n\ntwo') })).toEqual(['one', 'two']);
    expect(printed(narrative({}, { type: 'paragraph' }))).toEqual([]);
  });

  it('print italic as bold, since the house style has no italics', () => {
    const [first] = narrativeParagraphs(
      narrative({}, paragraph(text('so', { type: 'italic' }), text('it', { type: 'underline' }))),
    );
    expect(first?.runs.map((run) => (run.kind === 'text' ? run.look : run.kind))).toEqual([
      'strong',
      'underlined',
    ]);
  });
});

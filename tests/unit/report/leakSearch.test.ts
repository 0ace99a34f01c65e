import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/report/blocks.ts';
import type { LeakHit } from '../../../shared/report/leak.ts';
import { notPassed, searchLeaks, textsOfReport } from '../../../shared/report/leak.ts';
import { cell, checkbox, heading, paragraph } from '../../../shared/report/runs.ts';
import { containsLiteral } from '../../../shared/text/literals.ts';
import * as build from '../support/builders.ts';
import { asForbidden, found, gather } from '../support/leakCase.ts';

describe('the search', () => {
  const texts = [
    { part: 'header', text: 'Copy for 12 Larkspur Road\nsecond line' },
    { part: 'body', text: 'Fictive Care Homes' },
  ];

  it('says what, in which part and in which line', () => {
    expect(searchLeaks(texts, asForbidden({}))).toEqual([
      {
        what: 'Part of: an address of the child (1)',
        part: 'header',
        excerpt: 'Copy for 12 Larkspur Road',
        lines: ['Copy for 12 Larkspur Road'],
        isPassable: true,
      },
      {
        what: 'Who provides a home (1)',
        part: 'body',
        excerpt: 'Fictive Care Homes',
        lines: ['Fictive Care Homes'],
        isPassable: true,
      },
    ]);
  });

  it('lets a common word pass with a reason in the words it was seen in, and nothing else', () => {
    const seenOf = ({ lines }: LeakHit) => lines.join('\n');
    const passed = (because: string, seen = 'Fictive Care Homes', all = texts) =>
      notPassed(
        searchLeaks(all, asForbidden({})),
        [{ what: 'Who provides a home (1)', because, seen }],
        seenOf,
      );
    expect(passed('A common phrase').map((hit) => hit.part)).toEqual(['header']);
    expect(passed(' ')).toHaveLength(2);
    expect(passed('A common phrase', 'Other words of Fictive Care Homes')).toHaveLength(2);
    const oneLineMore = texts.map((each) => ({ ...each, text: `${each.text}\nFictive Care Homes rang` }));
    expect(passed('A common phrase', 'Fictive Care Homes', oneLineMore)).toHaveLength(3);
  });

  it('takes every run of one private text for one hit: a line more of another run is another hit', () => {
    const entry = (literal: string) =>
      ({ what: 'Words of a private point (1)', literal, kind: 'phrase', isPassable: true }) as const;
    const runs = [entry('nan rings on sundays at six'), entry('he cries when nan rings on')];
    const hits = (text: string) => searchLeaks([{ part: 'body', text }], runs);
    const one = hits('Nan rings on Sundays at six.');
    const two = hits('Nan rings on Sundays at six.\nHe cries when Nan rings on.');
    expect([one.length, two.length]).toEqual([1, 1]);
    expect(two[0]?.lines).toHaveLength(2);
    const seenOf = ({ lines }: LeakHit) => lines.join('\n');
    const seen = one.map(seenOf).join('');
    const passed = [{ what: 'Words of a private point (1)', because: 'a common phrase', seen }];
    expect(notPassed(one, passed, seenOf)).toEqual([]);
    expect(notPassed(two, passed, seenOf)).toHaveLength(1);
  });

  it('lets no whole address, postcode, family phone number or other child pass', () => {
    const all = asForbidden({ others: [{ id: 'otis', fullName: 'Otis Fictionwood' }] });
    const text = '12 Larkspur Road, Little Invention, ZZ9 4QX, 07700 900 215, Otis Fictionwood';
    const every = all.map(({ what }) => ({ what, because: 'Please', seen: '' }));
    const left = notPassed(searchLeaks([{ part: 'body', text }], all), every, () => '').map(
      (hit) => hit.what,
    );
    expect(left).toEqual([
      'The name of another child (1)',
      'An address of the child (1)',
      'An address of the child (2)',
      'A phone number (1)',
    ]);
  });

  it('names a thing without any of its words, each by a name of its own', () => {
    const all = asForbidden({ others: [{ id: 'otis', fullName: 'Otis Fictionwood' }] });
    const named = new Map<string, Set<string>>();
    for (const { what, literal, kind } of all) {
      for (const word of literal.split(/\W+/u).filter((part) => part.length > 4))
        expect(what).not.toContain(word);
      if (kind === 'literal') named.set(what, (named.get(what) ?? new Set()).add(literal));
    }
    expect([...named.values()].every((literals) => literals.size === 1)).toBe(true);
  });

  it('finds what the literal search finds, whatever its marks and spacing', () => {
    const part = fc.stringMatching(/^[A-Za-zéØß]{2,8}$/u);
    const join = fc.constantFrom(' ', '’', "'", '-', '  ', '\n', ', ');
    const spelling = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => `${text}s`,
      (text: string) => text.replaceAll(/['’-]/gu, ''),
    );
    fc.assert(
      fc.property(part, join, part, spelling, join, (first, between, last, spell, other) => {
        const literal = `${first}${between}${last}`;
        const text = `Then ${spell(`${first}${other}${last}`)} came.`;
        const entry = { what: 'A name (1)', literal, kind: 'literal', isPassable: true } as const;
        const hits = searchLeaks([{ part: 'body', text }], [entry]);
        expect(hits.length > 0).toBe(containsLiteral(text, literal));
      }),
      { numRuns: 500 },
    );
  });

  it('finds any six words of a private text in a row, wherever they stand', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 6, maxLength: 30 }),
        fc.nat(24),
        fc.array(word),
        fc.array(word),
        (words, at, before, after) => {
          const point = build.aPoint({ words: words.join(' '), audience: { level: 'worker-and-iro' } });
          const from = Math.min(at, words.length - 6);
          const text = [...before, ...words.slice(from, from + 6), ...after].join(' ');
          expect(found(text, { content: gather({ points: [point] }) })).toContain(
            'The words of a private point (1)',
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the texts of a report', () => {
  it('are all of them: title, header, footer, body, captions and the names of boxes', () => {
    const report: Report = {
      layout: 'record',
      isLay: true,
      title: 'mark-title',
      header: { left: 'mark-left', right: 'mark-right', isBoxed: false },
      footer: { left: 'mark-footer' },
      blocks: [
        heading(2, 'mark-heading', { anchor: 'mark-anchor' }),
        paragraph('normal', ['split', ' over runs']),
        {
          kind: 'table',
          layout: 'dates',
          caption: 'mark-caption',
          description: 'mark-description',
          head: null,
          rows: [{ cells: [cell('mark-cell'), cell([checkbox('mark-box')])] }],
        },
        { kind: 'writingSpace', caption: 'mark-space', description: 'mark-empty', height: 30 },
      ],
    };
    const said = textsOfReport(report)
      .map(({ text }) => text)
      .join('\n');
    for (const mark of [
      'title',
      'left',
      'right',
      'footer',
      'heading',
      'anchor',
      'caption',
      'description',
      'cell',
      'box',
      'space',
      'empty',
    ]) {
      expect(said).toContain(`mark-${mark}`);
    }
    expect(said).toContain('split over runs');
  });
});

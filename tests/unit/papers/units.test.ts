// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isBefore, unitsIn, wordsBetween } from '../../../renderer/papers/units.ts';
import type { Unit } from '../../../renderer/papers/units.ts';

function paper(html: string): Unit[] {
  const root = document.createElement('section');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return unitsIn(root);
}

/** Two pages as the library lays their words: spans, and a break at each line's end. */
const pdf =
  '<div class="textLayer"><span>Seen</span><span> alone on Tues-</span><br><span>day, by the long-</span><br>' +
  '<span>Term team.</span><br><span> </span><br></div><div class="textLayer"><span>Page two.</span></div>';

function wordsOf(units: readonly Unit[], from: number, to: number): string {
  const [start, end] = [units[from], units[to]];
  if (!start || !end) throw new RangeError('no such unit');
  return wordsBetween(units, start.from, end.to);
}

describe('what can be chosen in a paper', () => {
  it('is a line of a PDF, whatever pieces it is laid in, and no blank one', () => {
    expect(paper(pdf).map(({ words }) => words)).toEqual([
      'Seen alone on Tues-',
      'day, by the long-',
      'Term team.',
      'Page two.',
    ]);
  });

  it('is a sentence of a Word file', () => {
    const units = paper(
      '<div class="paperwords"><p>A green car, at 1.30 pm. Joss saw it.</p><p>It left.</p></div>',
    );
    expect(units.map(({ words }) => words)).toEqual(['A green car, at 1.30 pm.', 'Joss saw it.', 'It left.']);
  });

  it('is nothing in a picture', () => {
    expect(paper('<img alt="a drawing">')).toEqual([]);
  });
});

describe('the chosen words', () => {
  it('stand in one line: a space where a line ends, and a broken word as it was printed', () => {
    expect(wordsOf(paper(pdf), 0, 3)).toBe('Seen alone on Tues-day, by the long- Term team. Page two.');
  });

  it('begin and end where the choice does, in the middle of a line too', () => {
    const units = paper(pdf);
    const [first, second] = units;
    if (!first || !second) throw new RangeError('the page has lines');
    const from = { node: first.to.node, offset: 1 };
    expect(wordsBetween(units, from, { node: second.from.node, offset: 3 })).toBe('alone on Tues-day');
    expect(wordsBetween(units, second.to, second.to)).toBe('');
    expect(isBefore(first.from, second.from)).toBe(true);
    expect(isBefore(second.from, first.from)).toBe(false);
  });
});

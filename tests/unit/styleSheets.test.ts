import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheets = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

/** The classes that a sheet gives a look of their own, outside of any condition. */
function ownClasses(sheet: string): string[] {
  const text = readFileSync(join('renderer', sheet), 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/@(?:media|supports|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    // A comma in `:is(.note, .btns)` begins no selector of its own.
    .replaceAll(/\([^()]*\)/g, (brackets) => brackets.replaceAll(',', ' '));
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return [...new Set(selectors.map((selector) => selector.trim()).filter((one) => /^\.[\w-]+$/.test(one)))];
}

/** The sheets of one screen load together, and its later ones may say more of what its first one began. */
const screenOf = (sheet: string): string => /^[a-z]+(?:Up)?/.exec(basename(sheet))?.[0] ?? sheet;

describe('the style sheets', () => {
  it('give each class its look in one place: what loads with one screen must not change another', () => {
    const places = new Map<string, Set<string>>();
    for (const sheet of sheets) {
      for (const name of ownClasses(sheet))
        places.set(name, (places.get(name) ?? new Set()).add(screenOf(sheet)));
    }
    expect(sheets.length).toBeGreaterThan(10);
    expect([...places].filter(([, all]) => all.size > 1)).toEqual([]);
  });
});

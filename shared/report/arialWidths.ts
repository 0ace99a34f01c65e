/**
 * The widths of Arial's characters in thousandths of the type size, from the metrics of Liberation Sans, which is
 * made to the same widths. Used to estimate where lines break; no file of the font is needed.
 */

/** U+0020 (space) to U+007E (~), in order. */
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;

const bold = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
] as const;

const others: Readonly<Record<string, number>> = {
  '\u00A0': 278,
  '·': 278,
  '‘': 250,
  '’': 250,
  '“': 420,
  '”': 420,
  '◊': 494,
};

/** Accented Latin letters and signs are about this wide; pictures and ideographs are as wide as they are high. */
const usual = 600;
const square = 1000;
const firstSquare = 0x2e80;

/** The width of a text in points, at a size in points. */
export function widthOf(text: string, size: number, isBold: boolean): number {
  const table: readonly number[] = isBold ? bold : regular;
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths +=
      table[code - 32] ?? others[character] ?? (code >= firstSquare || isWideShape(code) ? square : usual);
  }
  return (thousandths * size) / 1000;
}

/** Triangles and arrows; the other shapes of a status are of usual width. */
function isWideShape(code: number): boolean {
  return code === 0x25b2 || code === 0x2192 || code === 0x2014 || code === 0x2026;
}

/** The shapes of a status. Each is in Arial and prints in black and white; its word always stands beside it. */
export type MarkName =
  | 'done'
  | 'part'
  | 'not'
  | 'onTrack'
  | 'notNeeded'
  | 'replaced'
  | 'riskHigh'
  | 'riskMedium'
  | 'riskLow'
  | 'heart'
  | 'diamond'
  | 'club'
  | 'spade';

/** Only the shape is coloured, never its word. */
export type MarkColour = 'green' | 'amber' | 'red' | 'black';

export type Mark = { readonly glyph: string; readonly colour: MarkColour };

/** `look-pages/pages.md`, "Marks": one look for each state. */
export const marks: Readonly<Record<MarkName, Mark>> = {
  done: { glyph: '●', colour: 'green' },
  part: { glyph: '◊', colour: 'amber' },
  not: { glyph: '▲', colour: 'red' },
  onTrack: { glyph: '○', colour: 'black' },
  notNeeded: { glyph: '–', colour: 'black' },
  replaced: { glyph: '→', colour: 'black' },
  riskHigh: { glyph: '■■■', colour: 'black' },
  riskMedium: { glyph: '■■□', colour: 'black' },
  riskLow: { glyph: '■□□', colour: 'black' },
  heart: { glyph: '♥', colour: 'red' },
  diamond: { glyph: '♦', colour: 'red' },
  club: { glyph: '♣', colour: 'black' },
  spade: { glyph: '♠', colour: 'black' },
};

/** How a tick box reads, as text. */
export const checkboxGlyphs = { checked: '■', unchecked: '□' } as const;

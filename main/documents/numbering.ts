import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { Block } from '../../shared/report/blocks.ts';
import { narrativeParagraphs } from '../../shared/report/narrative.ts';
import { colours } from '../../shared/report/paragraphTypes.ts';
import { listIndent } from '../../shared/report/styleSheet.ts';
import { mmTwips } from './units.ts';

export const numberedReference = 'gt-numbered';
export const bulletReference = 'gt-bullets';
export function orderedReference(start: number): string {
  return `gt-ordered-${start}`;
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const bullets = ['●', '○', '■'] as const;

/** The lists that a report uses; an ordered list that starts elsewhere than at 1 has a definition of its own. */
export function numberingFor(blocks: readonly Block[]): INumberingOptions {
  const starts = new Set(
    blocks.flatMap((block) =>
      block.kind === 'narrative'
        ? narrativeParagraphs(block).flatMap(({ label }) => (label?.kind === 'ordered' ? [label.start] : []))
        : [],
    ),
  );
  return {
    config: [
      { reference: numberedReference, levels: [numberedLevel] },
      { reference: bulletReference, levels: levels.map(bulletLevel) },
      ...[...starts].map((start) => ({
        reference: orderedReference(start),
        levels: levels.map((level) => orderedLevel(level, start)),
      })),
    ],
  };
}

function indentOf(level: number): NonNullable<ILevelsOptions['style']> {
  return {
    paragraph: { indent: { left: mmTwips(listIndent * (level + 1)), hanging: mmTwips(listIndent) } },
  };
}

const numberedLevel: ILevelsOptions = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1',
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.TAB,
  style: { ...indentOf(0), run: { bold: true, color: colours.ink } },
};

function bulletLevel(level: number): ILevelsOptions {
  return {
    level,
    format: LevelFormat.BULLET,
    text: bullets[level % bullets.length] ?? '●',
    alignment: AlignmentType.LEFT,
    style: { ...indentOf(level), run: { font: 'Arial' } },
  };
}

function orderedLevel(level: number, start: number): ILevelsOptions {
  return {
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start: Math.max(0, start),
    style: indentOf(level),
  };
}

import { assertNever } from '../domain/result.ts';
import type { Block, Runs } from './blocks.ts';
import { narrativeParagraphs } from './narrative.ts';

/** Every line of runs in a block, in reading order. */
export function runsOfBlock(block: Block): readonly Runs[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.runs];
    case 'labelled':
      return [block.label, block.runs];
    case 'numbered':
      return block.items;
    case 'narrative':
      return narrativeParagraphs(block).map((paragraph) => paragraph.runs);
    case 'table':
      return [
        ...(block.head ?? []),
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.map((entry) => entry.runs))),
      ];
    case 'facts':
      return block.facts.map((fact) => fact.runs);
    case 'cards':
      return block.cards.flatMap((card) => [card.heading, ...card.paragraphs]);
    case 'writeInBox':
      return [block.label];
    case 'writingSpace':
      return [];
    default:
      return assertNever(block);
  }
}

/** What links can go to, in reading order: numbers at home and headings with an anchor. A repeat is a fault. */
export function targetsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [
    ...(block.kind === 'heading' && block.anchor !== undefined ? [block.anchor] : []),
    ...runsOfBlock(block).flatMap((runs) =>
      runs.flatMap((run) => (run.kind === 'number' ? [run.number] : [])),
    ),
  ]);
}

/** Where links go, in reading order, repeats included. */
export function linksOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    runsOfBlock(block).flatMap((runs) => runs.flatMap((run) => (run.kind === 'link' ? [run.to] : []))),
  );
}

export type LinkFaults = {
  /** Links to what the report does not hold. They print as plain numbers. */
  readonly dangling: readonly string[];
  /** Numbers at home twice. Only the first can be linked to. */
  readonly repeated: readonly string[];
};

/** What is wrong with a report's links; a builder's tests want both lists empty. */
export function linkFaults(blocks: readonly Block[]): LinkFaults {
  const homes = targetsOf(blocks);
  const known = new Set(homes);
  return {
    dangling: [...new Set(linksOf(blocks).filter((to) => !known.has(to)))],
    repeated: [...new Set(homes.filter((home, index) => homes.indexOf(home) !== index))],
  };
}

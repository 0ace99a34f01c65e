import { assertNever } from '../domain/result.ts';
import type { Block, Cell, Runs } from './blocks.ts';
import { linkTo, plainNumber, text } from './runs.ts';
import { targetsOf } from './links.ts';

type Change = (runs: Runs) => Runs;

/**
 * Makes the numbers of a report sound, whatever was left out of it: a number is at home once, where it stands first,
 * and a link elsewhere; a link to what the report does not hold is a plain number. Builders need not know what
 * stands before them, and a copy shows no link that leads nowhere.
 */
export function settleNumbers(blocks: readonly Block[]): Block[] {
  const homes = new Set(targetsOf(blocks));
  const seen = new Set<string>();
  const change: Change = (runs) =>
    runs.map((run) => {
      if (run.kind === 'link' && !homes.has(run.to)) {
        return run.text === undefined ? plainNumber(run.to) : text(run.text);
      }
      if (run.kind !== 'number') return run;
      if (seen.has(run.number)) return linkTo(run.number);
      seen.add(run.number);
      return run;
    });
  return blocks.map((block) => inBlock(block, change, homes));
}

function inBlock(block: Block, change: Change, homes: ReadonlySet<string>): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: change(block.runs) };
    case 'labelled':
      return { ...block, label: change(block.label), runs: change(block.runs) };
    case 'numbered':
      return { ...block, items: block.items.map(change) };
    case 'narrative': {
      const kept = Object.entries(block.numbers).filter(
        ([, anchor]) => anchor.from !== undefined || homes.has(anchor.number),
      );
      return { ...block, numbers: Object.fromEntries(kept) };
    }
    case 'table':
      return {
        ...block,
        head: block.head === null ? null : block.head.map(change),
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inCell(cell, change)) })),
      };
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => ({ ...fact, runs: change(fact.runs) })) };
    case 'cards':
      return {
        ...block,
        cards: block.cards.map((card) => ({
          ...card,
          heading: change(card.heading),
          paragraphs: card.paragraphs.map(change),
        })),
      };
    case 'writeInBox':
      return { ...block, label: change(block.label) };
    case 'writingSpace':
      return block;
    default:
      return assertNever(block);
  }
}

function inCell(cell: Cell, change: Change): Cell {
  return cell.map((paragraph) => ({ ...paragraph, runs: change(paragraph.runs) }));
}

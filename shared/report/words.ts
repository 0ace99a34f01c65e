import { assertNever } from '../domain/result.ts';
import type { Block, Card, Cell, Report, Run, Runs } from './blocks.ts';
import { checkboxGlyphs, marks } from './marks.ts';
import { narrativeParagraphs } from './narrative.ts';
import { printedText } from './printedText.ts';

/** What a run reads as, as printed: its words, its shape, or the white space it stands for. */
export function textOfRun(run: Run): string {
  switch (run.kind) {
    case 'text':
      return printedText(run.text);
    case 'mark':
      return marks[run.mark].glyph;
    case 'number':
      return run.number;
    case 'link':
      return printedText(run.text ?? run.to);
    case 'break':
      return '\n';
    case 'checkbox':
      return run.isChecked ? checkboxGlyphs.checked : checkboxGlyphs.unchecked;
    default:
      return assertNever(run);
  }
}

export function textOfRuns(runs: Runs): string {
  return runs.map(textOfRun).join('');
}

/** The paragraphs of a block as text, in reading order; a table is read row by row. List labels are not text. */
export function paragraphTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOfRuns(block.runs)];
    case 'labelled':
      return [`${textOfRuns(block.label)}\t${textOfRuns(block.runs)}`];
    case 'numbered':
      return block.items.map(textOfRuns);
    case 'narrative':
      return narrativeParagraphs(block).map((paragraph) => textOfRuns(paragraph.runs));
    case 'table':
      return [
        ...(block.head ?? []).map(textOfRuns),
        ...block.rows.flatMap((row) => row.cells.flatMap(cellTexts)),
      ];
    case 'facts':
      return block.facts.map((fact) => `${printedText(fact.label)} ${textOfRuns(fact.runs)}`);
    case 'cards':
      return block.cards.flatMap(cardTexts);
    case 'writeInBox':
      return [textOfRuns(block.label)];
    case 'writingSpace':
      return [];
    default:
      return assertNever(block);
  }
}

function cellTexts(cell: Cell): string[] {
  return cell.map((paragraph) => textOfRuns(paragraph.runs));
}

function cardTexts(card: Card): string[] {
  return [`${marks[card.mark].glyph} ${textOfRuns(card.heading)}`, ...card.paragraphs.map(textOfRuns)];
}

/** The words of some text: what stands between white space, no-break spaces included. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

export function wordsOfBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(paragraphTexts).flatMap(splitWords);
}

/** Every word and shape of the body in reading order; header and footer apart (`marginWordsOf`). */
export function wordsOf(report: Report): string[] {
  return wordsOfBlocks(report.blocks);
}

/** The words of header and footer, without the page number. */
export function marginWordsOf(report: Report): { readonly header: string[]; readonly footer: string[] } {
  const { header, footer } = report;
  return {
    header: header === null ? [] : splitWords(printedText(`${header.left}\t${header.right}`)),
    footer: splitWords(printedText(footer.left)),
  };
}

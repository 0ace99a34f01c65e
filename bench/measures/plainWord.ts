import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { Block, Report, Runs } from '../../shared/report/blocks.ts';
import { paragraphsOf } from '../../shared/richText.ts';

/** The floor for Word: the same paragraphs and tables, printed by the library in the simplest way it has. */

function textOf(runs: Runs): string {
  return runs
    .map((run) => {
      if (run.kind === 'text') return run.text;
      if (run.kind === 'number') return run.number;
      if (run.kind === 'link') return run.text ?? run.to;
      return '';
    })
    .join('');
}

const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });

function table(rows: readonly (readonly (readonly string[])[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (lines) => new TableCell({ children: (lines.length > 0 ? lines : ['']).map(paragraph) }),
          ),
        }),
    ),
  });
}

function plain(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [paragraph(textOf(block.runs))];
    case 'labelled':
      return [paragraph(`${textOf(block.label)}\t${textOf(block.runs)}`)];
    case 'numbered':
      return block.items.map((item) => paragraph(textOf(item)));
    case 'narrative':
      return paragraphsOf(block.body).map(
        ({ content }) =>
          new Paragraph({
            children: (content ?? []).map((node) => new TextRun(node.type === 'text' ? node.text : '\n')),
          }),
      );
    case 'table':
      return [
        table([
          ...(block.head ? [block.head.map((runs) => [textOf(runs)])] : []),
          ...block.rows.map((row) => row.cells.map((cell) => cell.map(({ runs }) => textOf(runs)))),
        ]),
      ];
    case 'facts':
      return [table(block.facts.map(({ label, runs }) => [[label, textOf(runs)]]))];
    case 'cards':
      return [table(block.cards.map((card) => [[textOf(card.heading), ...card.paragraphs.map(textOf)]]))];
    case 'writeInBox':
      return [paragraph(textOf(block.label))];
    case 'writingSpace':
      return [table([[['']]])];
    default:
      return block satisfies never;
  }
}

export async function plainWord(report: Report): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: report.blocks.flatMap(plain) }] }));
}

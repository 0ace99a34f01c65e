import type { Block, Cards, Cell, Facts, Narrative, Runs, Table } from '../../../../shared/report/blocks.ts';
import { narrativeParagraphs } from '../../../../shared/report/narrative.ts';
import { marks } from '../../../../shared/report/marks.ts';
import { tableLayoutOf } from '../../../../shared/report/tableLayouts.ts';
import { assertNever } from '../../../../shared/domain/result.ts';
import { RunsOf } from './ReportRuns.tsx';

// oxlint-disable react/no-array-index-key -- a printed page never changes its order

function CellOf({ cell }: { readonly cell: Cell }) {
  return cell.map((paragraph, index) => (
    <p key={index}>
      <RunsOf runs={paragraph.runs} />
    </p>
  ));
}

function TableOf({ table, isLay }: { readonly table: Table; readonly isLay: boolean }) {
  const { columns, ruling } = tableLayoutOf(table.layout, isLay);
  const all = columns.reduce((sum, column) => sum + column, 0);
  return (
    <table className={`rp-table ${ruling}`}>
      <caption className="hide">
        {table.caption}. {table.description}
      </caption>
      <colgroup>
        {columns.map((column, index) => (
          <col key={index} style={{ width: `${(column / all) * 100}%` }} />
        ))}
      </colgroup>
      {table.head && (
        <thead>
          <tr>
            {table.head.map((runs, index) => (
              <th scope="col" key={index}>
                <RunsOf runs={runs} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index} style={row.minHeight === undefined ? undefined : { height: `${row.minHeight}mm` }}>
            {row.cells.map((cell, column) => (
              <td key={column}>
                <CellOf cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactsOf({ facts }: { readonly facts: Facts }) {
  return (
    <dl className="rp-facts" aria-label={facts.caption}>
      {facts.facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd>
            <RunsOf runs={fact.runs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CardsOf({ cards }: { readonly cards: Cards }) {
  return (
    <ul className="rp-cards" aria-label={cards.caption}>
      {cards.cards.map((card, index) => (
        <li key={index}>
          <p className="rp-strong">
            <span aria-hidden="true">{marks[card.mark].glyph} </span>
            <RunsOf runs={card.heading} />
          </p>
          {card.paragraphs.map((runs, place) => (
            <p key={place}>
              <RunsOf runs={runs} />
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function NarrativeOf({ narrative }: { readonly narrative: Narrative }) {
  return narrativeParagraphs(narrative).map(({ runs, label, depth }, index) => (
    <p
      key={index}
      className={`rp-${narrative.style}`}
      style={depth === 0 ? undefined : { marginLeft: `${depth * 1.25}rem` }}
    >
      {label !== null && <span aria-hidden="true">{label.kind === 'bullet' ? '• ' : '– '}</span>}
      <RunsOf runs={runs} />
    </p>
  ));
}

function NumberedOf({ items }: { readonly items: readonly Runs[] }) {
  return (
    <ol className="rp-numbered">
      {items.map((runs, index) => (
        <li key={index}>
          <RunsOf runs={runs} />
        </li>
      ))}
    </ol>
  );
}

const headings = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

/** One block of a document as it prints. */
export function BlockOf({ block, isLay }: { readonly block: Block; readonly isLay: boolean }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level];
      return (
        <Heading className={`rp-h${block.level}`}>
          <RunsOf runs={block.runs} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={`rp-${block.style}${block.align === 'right' ? ' rp-right' : ''}`}>
          <RunsOf runs={block.runs} />
        </p>
      );
    case 'labelled':
      return (
        <div className={`rp-labelled ${block.style}`}>
          <span>
            <RunsOf runs={block.label} />
          </span>
          <span>
            <RunsOf runs={block.runs} />
          </span>
        </div>
      );
    case 'numbered':
      return <NumberedOf items={block.items} />;
    case 'narrative':
      return <NarrativeOf narrative={block} />;
    case 'table':
      return <TableOf table={block} isLay={isLay} />;
    case 'facts':
      return <FactsOf facts={block} />;
    case 'cards':
      return <CardsOf cards={block} />;
    case 'writeInBox':
      return (
        <p className="rp-box">
          <RunsOf runs={block.label} />
        </p>
      );
    case 'writingSpace':
      return (
        <div className="rp-space" style={{ height: `${block.height}mm` }}>
          <span className="hide">{block.caption}</span>
        </div>
      );
    default:
      return assertNever(block);
  }
}

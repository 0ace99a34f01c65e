import type { Line } from './lines.ts';
import { judgedBy, ratioOf, verdictOf } from './lines.ts';

function figure(value: number): string {
  if (value >= 1_000) return String(Math.round(value));
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function budgetOf({ budget, ratioBudget, unit }: Line): string {
  const parts = [
    ...(budget ? [`${budget.figure} ≤ ${budget.most}${unit === '×' ? '' : ' '}${unit}`] : []),
    ...(ratioBudget ? [`${ratioBudget.figure} ≤ ${ratioBudget.most} × floor`] : []),
  ];
  return parts.join(', ') || '–';
}

const head = ['What', 'Unit', 'Median', 'p95', 'p99', 'CPU', 'Floor', 'Ratio', 'Budget', 'Verdict', 'Notes'];

/** The floor by the figure that the line is judged by, since the ratio is of that. */
function floorOf({ floor, ...line }: Line): string {
  if (!floor) return '–';
  const by = judgedBy(line);
  const name = by === 'median' ? '' : `${by} `;
  return `${name}${figure(floor.sample[by])} (${floor.what})`;
}

function cellsOf(line: Line): string[] {
  const { sample } = line;
  const isOne = sample.count === 1;
  const ratio = ratioOf(line);
  return [
    line.what.replace(/^ {2}/, '· '),
    line.unit,
    figure(sample.median),
    isOne ? '–' : figure(sample.p95),
    isOne ? '–' : figure(sample.p99),
    sample.cpu === undefined ? '–' : figure(sample.cpu),
    floorOf(line),
    ratio === undefined ? '–' : `${figure(ratio)} ×`,
    budgetOf(line),
    verdictOf(line),
    line.note ?? '',
  ];
}

/** The lines of one size as a table in Markdown: what a terminal shows is what the documentation holds. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [head, head.map(() => '---'), ...lines.map(cellsOf)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

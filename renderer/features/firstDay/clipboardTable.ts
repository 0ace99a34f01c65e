import type { Cells } from './sheetRows.ts';

/** What was pasted: a Word table comes as HTML, and as text with tabs. */
export type Pasted = { readonly html: string; readonly text: string };

/** A line of a cell ends in a space, so that no two words grow together. The document is ours alone to change. */
function wordsIn(cell: Element): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith(' ');
  for (const block of cell.querySelectorAll('p, div, li')) block.append(' ');
  return (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Cells of a row; one that spans columns leaves the next ones empty, so that columns stay in line. */
function cellsIn(row: Element): string[] {
  return [...row.children].flatMap((cell) => {
    const span = Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, 50);
    return [wordsIn(cell), ...Array.from({ length: span - 1 }, () => '')];
  });
}

/** The table with most rows; nothing in it runs or is fetched, since a parsed document is never shown. */
function largestTable(html: string): Cells {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...parsed.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table).map(cellsIn),
  );
  return tables.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Rows and cells of what was pasted; rows without a word are left out. Text without a tab is one column. */
export async function tableOf({ html, text }: Pasted): Promise<Cells> {
  const isFilled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '');
  const fromHtml = html.includes('<t') ? largestTable(html).filter(isFilled) : [];
  if (fromHtml.length > 0) return fromHtml;
  const { default: Papa } = await import('papaparse');
  const rows = Papa.parse<string[]>(text, { delimiter: '\t' }).data;
  return rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ').trim())).filter(isFilled);
}

/** How a table is ruled: see `look-pages/pages.md`, "Styles". */
export const tableRulings = [
  /** A line under the heading row, thin rules between rows. */
  'ruled',
  /** A line under the heading row only. */
  'plain',
  /** Lines above and below, thin rules between rows. */
  'facts',
  /** Boxes. */
  'cards',
  /** Ruled rows to write in, with a margin line after the first column. */
  'lines',
  /** One box to write in. */
  'box',
] as const;

export type TableRuling = (typeof tableRulings)[number];

/** Widths in mm, left to right. */
export type CustomTableLayout = {
  readonly columns: readonly number[];
  readonly ruling: TableRuling;
  /** Columns (from 0) of tick boxes, whose headings are centred. */
  readonly tickColumns?: readonly number[];
};

export type TableLayout = CustomTableLayout & {
  /** Widths in a lay copy, whose type is larger. */
  readonly layColumns?: readonly number[];
};

const ruled = (columns: readonly number[], layColumns?: readonly number[]): TableLayout => ({
  columns,
  ruling: 'ruled',
  ...(layColumns === undefined ? {} : { layColumns }),
});

/** `look-pages/pages.md`, "Column widths, mm". Lay widths beyond those given there hold 12 point dates. */
export const tableLayouts = {
  decisions: ruled([9, 76.5, 32, 24.5, 28], [10, 62, 36, 27, 35]),
  facts: { columns: [57, 61, 52], layColumns: [58, 58, 54], ruling: 'facts' },
  tookPart: ruled([38, 132], [43, 127]),
  dates: ruled([46, 36, 38, 50], [46, 39, 40, 45]),
  points: ruled([9, 82, 79], [10, 82, 78]),
  actions: ruled([9, 66, 71, 24], [10, 66, 67, 27]),
  managerRisks: ruled([39, 18, 49, 64]),
  managerDecisions: {
    columns: [9, 56, 24.5, 24, 16.5, 12, 15.5, 12.5],
    ruling: 'ruled',
    tickColumns: [5, 6, 7],
  },
  managerPromises: { columns: [52, 50, 42, 26], ruling: 'plain' },
  sheetDecisions: ruled([9, 50, 50, 42, 19]),
  sheetActions: ruled([10, 76, 48, 24, 12]),
  chairAsks: ruled([62, 40, 68]),
  chairPromises: { columns: [70, 11, 11, 11, 67], ruling: 'ruled', tickColumns: [1, 2, 3] },
  chairLines: { columns: [11, 159], ruling: 'lines' },
  cards: { columns: [80, 80], ruling: 'cards' },
  singleCards: { columns: [160], ruling: 'cards' },
} as const satisfies Record<string, TableLayout>;

export type TableLayoutName = keyof typeof tableLayouts;

/** The layout as it prints: widths in mm, lay ones in a lay copy. */
export function tableLayoutOf(
  layout: TableLayoutName | CustomTableLayout,
  isLay: boolean,
): CustomTableLayout {
  if (typeof layout !== 'string') return layout;
  const named: TableLayout = tableLayouts[layout];
  return { ...named, columns: (isLay ? named.layColumns : undefined) ?? named.columns };
}

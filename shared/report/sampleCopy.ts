import type { Report } from './blocks.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import { headOf, heading, paragraph, rowOf, statusLine } from './runs.ts';

type Sender = { readonly name: string; readonly phone?: string | undefined };

/**
 * A copy of a record about nobody, of two pages, to see how documents look on a letterhead: the first page and the
 * next, prose, a table, and our own lines in header and footer.
 */
export function sampleCopy({ name, phone }: Sender, letterhead: LetterheadPaper): Report {
  return {
    layout: 'record',
    isLay: true,
    title: 'Sample of the letterhead',
    header: { left: 'Copy for: a reader', right: 'A sample, nobody’s review', isBoxed: false },
    footer: { left: phone === undefined ? `Questions? Ask ${name}` : `Questions? Ring ${name} on ${phone}` },
    letterhead,
    blocks: [
      heading(1, 'A sample of your letterhead'),
      paragraph(
        'meta',
        'Letters to children and copies for parents, carers, school and health go out on it.',
      ),
      heading(2, 'Where things are'),
      paragraph(
        'narrative',
        'This is how words stand on it. Nothing here is about a child. See that they begin below your own header, and end above your own footer.',
      ),
      heading(2, 'What we promised'),
      statusLine('done', 'Done', 'Things that were done stand like this.'),
      heading(2, 'What we decided'),
      {
        kind: 'table',
        layout: 'decisions',
        caption: 'Decisions',
        description: 'Invented rows, to see how wide the columns are.',
        head: headOf('No.', 'What will change', 'Who', 'By when', 'Manager’s reply'),
        rows: [
          rowOf('D1', 'A table is as wide as your margins leave room for.', 'Somebody', '12 Oct 2026', ''),
          rowOf('D2', 'Dates and numbers stay on one line.', 'Somebody else', '19 Oct 2026', ''),
        ],
      },
      heading(2, 'The next page', { pageBreakBefore: true }),
      paragraph('narrative', 'Your letterhead may have another header and footer here.'),
    ],
  };
}

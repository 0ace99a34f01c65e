import type { Report, TableRow } from '../../../shared/report/blocks.ts';
import {
  blankCell,
  cell,
  cellParagraph,
  heading,
  headOf,
  paragraph,
  runsOf,
  source,
  statusLine,
  tickCell,
} from '../../../shared/report/runs.ts';

const promise = (words: string, who: string): TableRow => ({
  cells: [
    [cellParagraph(words), cellParagraph(source(who))],
    tickCell(`${words}: done`),
    tickCell(`${words}: part done`),
    tickCell(`${words}: not done`),
    blankCell,
  ],
});

const lines: TableRow[] = Array.from({ length: 8 }, () => ({ cells: [blankCell, blankCell], minHeight: 9 }));

/** `look-pages/pages/chair-sheet.png`. */
export const chairSheetSample: Report = {
  layout: 'chair',
  isLay: false,
  title: 'Chair’s sheet, review 11',
  header: { left: 'Chair’s sheet: working paper, not a record', right: 'Helen Draftwell', isBoxed: false },
  footer: { left: 'Write up by 26 Oct 2026, then shred' },
  blocks: [
    heading(1, 'Leah’s review 11: chair’s sheet'),
    paragraph(
      'meta',
      'Mon 5 Oct 2026, 1.30 pm, at home · last lawful day 14 Oct 2026 · advocate: Nadia Protowell',
    ),
    { kind: 'writeInBox', label: runsOf('Start here. Something Leah is proud of:') },
    heading(2, 'Leah asked last time'),
    {
      kind: 'table',
      layout: 'chairAsks',
      caption: 'What Leah asked last time',
      description: 'What she asked, what we said, and room for what happened.',
      head: headOf('She asked', 'We said', 'What happened'),
      rows: [
        { cells: [cell('“Can I see Kian more?”'), cell('Yes, every month'), blankCell], minHeight: 9 },
        { cells: [cell('“I want to cook, properly cook.”'), cell('Yes, a course'), blankCell], minHeight: 9 },
      ],
    },
    heading(2, 'We promised on 14 Apr 2026'),
    {
      kind: 'table',
      layout: 'chairPromises',
      caption: 'Promises',
      description: 'Each promise, boxes for done, part done and not done, and room for how we know.',
      head: headOf('Promise', 'Done', 'Part', 'Not', 'How we know, and what it did for Leah'),
      rows: [
        promise('New exploitation assessment', 'Farah Testerby, 29 May 2026'),
        promise('What Leah says after going missing', 'Tomasz Mockford, 30 Apr 2026'),
        promise('A safe place at night', 'Gwen Sampleford, 30 Jun 2026'),
        promise('First mental health appointment', 'Tomasz Mockford, 31 Aug 2026'),
        promise('Kian every month', 'Tomasz Mockford, 9 May 2026'),
        promise('Dentist', 'Joss Fauxwell, 31 Jul 2026'),
        promise('An advocate', 'Tomasz Mockford, 15 May 2026'),
        promise('Cookery course paid for', 'Gwen Sampleford, 1 Jun 2026'),
      ],
    },
    heading(2, 'Dates to ask about'),
    statusLine('not', 'Overdue', 'Eye test, 9 Jun 2026 · vaccinations, 12 Mar 2026'),
    statusLine('not', 'Not seen', 'Exploitation assessment newer than 12 Feb 2026 · strategy meeting'),
    heading(2, 'What I hear'),
    paragraph(
      'meta',
      'w wish · y worry · q question · n need · r risk · s strength · d decision · a action: who, by when',
    ),
    {
      kind: 'table',
      layout: 'chairLines',
      caption: 'Lines to write on',
      description: 'Empty lines with a narrow column for the letter of what was said.',
      head: null,
      rows: lines,
    },
  ],
};

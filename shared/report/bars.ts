import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import type { PrintedAddendum } from './issueState.ts';
import { clause, counted, day, listInWords, sentence } from './phrases.ts';
import { heading, lineBreak, linkTo, paragraph, strong } from './runs.ts';

const anchor = 'addenda';

const kindWords: Readonly<Record<PrintedAddendum['kind'], string>> = {
  reply: 'Later reply',
  correction: 'Correction',
  'from-the-child': 'From the child',
  note: 'Addendum',
};

/** The bars under the title: which edition this is, and which addenda stand at the end. */
export function bars(context: ReportContext): Block[] {
  return [...editionBar(context), ...context.state.addenda.map((addendum) => addendumBar(addendum))];
}

function editionBar({ state, reader }: ReportContext): Block[] {
  const { replaces } = state;
  if (replaces === undefined) return [];
  const had = reader === 'service-file' && replaces.receivedBy.length > 0;
  return [
    paragraph('addendum', [
      strong(`Edition ${state.edition}, ${day(replaces.on)}, replaces edition ${replaces.edition}`),
      replaces.because === undefined ? ', withdrawn.' : `, withdrawn because ${clause(replaces.because)}.`,
      had
        ? ` Edition ${replaces.edition} had gone to ${listInWords(replaces.receivedBy)}.`
        : ` Please destroy edition ${replaces.edition}.`,
    ]),
  ];
}

function titleOf(addendum: PrintedAddendum): string {
  return `${kindWords[addendum.kind]}, ${day(addendum.on)}, by ${clause(addendum.by)}`;
}

function addendumBar(addendum: PrintedAddendum): Block {
  const where = addendum.page === undefined ? 'at the end' : `page ${addendum.page}`;
  return paragraph('addendum', [strong(`${titleOf(addendum)}:`), ' ', linkTo(anchor, where), '.']);
}

/** The whole text of each addendum, at the end of the record, which itself stays as it was. */
export function addendaInFull({ state }: ReportContext): Block[] {
  if (state.addenda.length === 0) return [];
  const title = state.addenda.length === 1 ? 'Addendum' : 'Addenda';
  return [
    heading(2, title, { anchor }),
    paragraph(
      'meta',
      `${counted(state.addenda.length, 'addition')} after the record was finalised. The record above is unchanged.`,
      { keepWithNext: true },
    ),
    ...state.addenda.flatMap((addendum): Block[] => [
      paragraph('addendum', [strong(`${titleOf(addendum)}.`), lineBreak, sentence(addendum.text)], {}),
    ]),
  ];
}

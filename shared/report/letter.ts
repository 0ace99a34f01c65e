import type { Letter } from '../domain/model/review.ts';
import type { Block, Card, Report } from './blocks.ts';
import type { ReviewContent } from './content.ts';
import { heightOfBlocks, pageHeight, spare } from './fitting.ts';
import { withDraft } from './frames.ts';
import type { IssueState } from './issueState.ts';
import { draftLetter } from './letterDraft.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import type { MarkName } from './marks.ts';
import { day, firstName } from './phrases.ts';
import { heading, lineBreak, paragraph, strong, text } from './runs.ts';

/** The suits of a pack of cards, in the order the sample letter has them. */
const suits: readonly MarkName[] = ['heart', 'diamond', 'club', 'spade'];

/** mm; as in the sample letter. Where the page has more room, a child has more to draw in. */
const boxHeight = 30;
const mostBoxHeight = 130;

/** A blank line starts a new paragraph; a single line end stays one. */
function passages(words: string): Block[] {
  return words
    .split(/\n[ \t]*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph('letter', part));
}

function cardOf({ heading: title, text: words }: Letter['cards'][number], index: number): Card {
  return {
    mark: suits[index % suits.length] ?? 'heart',
    heading: [text(title)],
    paragraphs: words
      .split(/\n[ \t]*\n/u)
      .filter((part) => part.trim() !== '')
      .map((part) => [text(part.trim())]),
  };
}

/** Cards with the suits of a pack; plain lines for a child who does not like symbols. */
function asks(letter: Letter, hasSymbols: boolean): Block[] {
  if (letter.cards.length === 0) return [];
  if (!hasSymbols) {
    return letter.cards.map((card) =>
      paragraph('letter', [strong(card.heading), lineBreak, text(card.text)]),
    );
  }
  const description = 'One card for each thing you asked, with what we said in its heading.';
  return [{ kind: 'cards', caption: 'What you asked', description, cards: letter.cards.map(cardOf) }];
}

/** The box for the answer fills the page that the letter ends on, as far as a drawing needs. */
function withBox(blocks: readonly Block[], letterhead: LetterheadPaper | undefined): Block[] {
  const paper = { layout: 'letter', isLay: true, letterhead } as const;
  const box = (height: number): Block => ({
    kind: 'writingSpace',
    caption: 'Your answer',
    description: 'An empty box to write or draw in.',
    height,
  });
  const page = pageHeight(paper) - spare;
  const used = heightOfBlocks([...blocks, box(0)], paper);
  // Where a page breaks is known only roughly, so a letter of two pages keeps more to spare.
  const left = used <= page ? page - used : page - (used % page) - 3 * spare;
  return [...blocks, box(Math.max(boxHeight, Math.min(mostBoxHeight, Math.floor(left))))];
}

/**
 * The child's letter, in the order of `look-pages/pages.md`: what they are proud of, a card for each ask with the
 * answer in its heading, what we must mend, what stays, when we speak, and an empty box for the answer. `content` is
 * what the letter may hold (`contentFor`); where the officer has left no letter yet it is drafted from that content,
 * and is a draft.
 */
export function buildLetter(content: ReviewContent, state: IssueState, letterhead?: LetterheadPaper): Report {
  const { child } = content.record;
  const letter = content.review.letter ?? draftLetter(content);
  const isFinal = content.review.letter !== undefined && state.recordFinalisedOn !== undefined;
  const { officer, settings } = content;
  return {
    layout: 'letter',
    isLay: true,
    title: `Letter about ${settings.words.review} ${content.review.number}`,
    header: null,
    letterhead,
    footer: {
      left: withDraft(
        `For ${child.preferredName}, from ${officer.name}, who runs your ${settings.words.review}s`,
        isFinal,
      ),
    },
    blocks: withBox(
      [
        ...(letter.datedOn ? [paragraph('letter', day(letter.datedOn), { align: 'right' })] : []),
        heading(1, `Dear ${child.preferredName}`),
        ...passages(letter.proudOf),
        ...asks(letter, child.letterSymbols !== 'none'),
        ...letter.toMend.flatMap(passages),
        ...passages(letter.staysTheSame ?? ''),
        ...passages(letter.whenWeSpeak),
        paragraph('letter', ['With warm wishes,', lineBreak, firstName(officer.name)]),
        heading(2, 'Did I get this right?'),
      ],
      letterhead,
    ),
  };
}

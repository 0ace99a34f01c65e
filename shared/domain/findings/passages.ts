import { plainText } from '../../richText.ts';
import type { GivenEnding } from '../model/minutes.ts';
import type { Review } from '../model/review.ts';
import type { Checked } from './context.ts';
import type { Passage } from './passage.ts';
import { passages } from './passage.ts';
import { planPassages, pointPassages } from './rowPassages.ts';

function endingWords(ending: GivenEnding | undefined): string | undefined {
  if (ending === undefined) return undefined;
  return ending.kind === 'no-change' ? ending.checkedWith : ending.because;
}

/** The letter's paragraphs, in its order. */
export function letterParagraphs({ letter }: Review): string[] {
  if (letter === undefined) return [];
  return [
    letter.proudOf,
    ...letter.cards.flatMap(({ heading, text }) => [heading, text]),
    ...letter.toMend,
    letter.staysTheSame ?? '',
    letter.whenWeSpeak,
  ].filter((paragraph) => paragraph.trim() !== '');
}

function headerPassages({ review }: Checked): Passage[] {
  const target = { review: review.id, section: 'front-sheet' } as const;
  const manager = review.forManager;
  const forManager = [
    ...(manager?.asks.map(({ text }) => text) ?? []),
    ...(manager?.goodWork ?? []),
    ...(manager?.late ?? []),
  ];
  return [
    ...passages(
      target,
      (review.pageOne?.whereThingsAre ?? []).map((text) => ['pageOne', text]),
    ),
    ...passages(
      target,
      letterParagraphs(review).map((text) => ['letter', text]),
      { isPrinted: false },
    ),
    ...passages(
      target,
      forManager.map((text) => ['forManager', text]),
      { isPrinted: false, isForLayCopies: false },
    ),
  ];
}

// Four rules read them; a review of 5,000 words is walked once.
const known = new WeakMap<Checked, readonly Passage[]>();

/** Every passage of a review in reading order: the header, section by section, then the plan and what was promised. */
export function passagesOf(checked: Checked): readonly Passage[] {
  const found = known.get(checked) ?? gatherPassages(checked);
  known.set(checked, found);
  return found;
}

function gatherPassages(checked: Checked): Passage[] {
  const { review, record, sectionOrder, points } = checked;
  const bySection = sectionOrder.flatMap((section) => {
    const isHere = (row: { reviewId: string }) => row.reviewId === review.id;
    const ending = record.sections.find((row) => isHere(row) && row.key === section)?.ending;
    const texts = record.texts
      .filter((text) => isHere(text) && text.section === section)
      .sort((a, b) => (a.part < b.part ? -1 : 1));
    return [
      ...texts.flatMap(({ body, part, audience }) =>
        passages({ review: review.id, section }, [[part, plainText(body)]], { audience }),
      ),
      ...points.filter((point) => point.section === section).flatMap(pointPassages),
      ...passages({ review: review.id, section }, [['ending', endingWords(ending)]]),
    ];
  });
  return [...headerPassages(checked), ...bySection, ...planPassages(checked)];
}

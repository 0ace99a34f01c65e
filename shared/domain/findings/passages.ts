import { plainText } from '../../richText.ts';
import type { PointId } from '../ids.ts';
import type { Audience } from '../model/common.ts';
import { isFlagged } from '../model/common.ts';
import type { GivenEnding, Point } from '../model/minutes.ts';
import { kindsFromTheChild } from '../model/minutes.ts';
import type { Review } from '../model/review.ts';
import type { Checked } from './context.ts';
import type { FindingTarget } from './finding.ts';
import { sectionOfAction } from './naming.ts';

/** Some words of a review, where they stand, and who meets them. */
export type Passage = {
  readonly text: string;
  readonly target: FindingTarget;
  readonly point?: PointId;
  /** The child's own words: exact, and nobody's to mend. */
  readonly isChildsWords: boolean;
  /** In the record itself, not only in the letter or for the manager. */
  readonly isPrinted: boolean;
  /** May reach a parent, carer or the child without a release of its own. */
  readonly isForLayCopies: boolean;
};

type Written = readonly [field: string, text: string | undefined];

function passages(
  target: FindingTarget,
  written: readonly Written[],
  more: Partial<Omit<Passage, 'text' | 'target'>> & { audience?: Audience | undefined } = {},
): Passage[] {
  const { audience, ...rest } = more;
  return written.flatMap(([field, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [
          {
            text,
            target: { ...target, field },
            isChildsWords: false,
            isPrinted: true,
            isForLayCopies: !isFlagged(audience),
            ...rest,
          },
        ],
  );
}

function pointPassages(point: Point): Passage[] {
  const { answer, outcome, telling, understood, translation, audience, id } = point;
  const target = { review: point.reviewId, section: point.section, point: id };
  const isChildsWords = kindsFromTheChild.includes(point.kind);
  const own: Written[] = [['words', point.words]];
  const others: Written[] = [
    ['understood', understood?.words],
    ['answer', answer?.kind === 'in-hand' ? `${answer.what} ${answer.who}` : answer?.because],
    ['outcome', outcome?.because],
    ['telling', telling && 'because' in telling ? telling.because : undefined],
    ['telling', telling?.kind === 'told' ? telling.reaction : undefined],
  ];
  return [
    ...passages(target, own, { point: id, isChildsWords, audience }),
    ...passages(target, [['translation', translation?.words]], { isChildsWords, isPrinted: false, audience }),
    ...passages(target, [['gist', point.gist]], { isPrinted: false, audience }),
    ...passages(target, others, { audience }),
  ];
}

function endingWords(ending: GivenEnding | undefined): string | undefined {
  if (ending === undefined) return undefined;
  return ending.kind === 'no-change' ? ending.checkedWith : ending.because;
}

function planPassages(checked: Checked): Passage[] {
  const { review, record, decisions, actions, promised } = checked;
  return [
    ...decisions.flatMap((decision) => {
      const first = record.points.find(({ id }) => id === decision.pointIds[0]);
      const section = decision.section ?? first?.section ?? 'plan';
      const target = { review: review.id, section, decision: decision.id };
      const written: Written[] = [
        ['wording', decision.wording],
        ['howWeWillKnow', decision.howWeWillKnow],
      ];
      return [
        ...passages(target, written, { audience: decision.audience }),
        ...passages(target, [['safeWording', decision.safeWording]], { isPrinted: false }),
      ];
    }),
    ...actions.flatMap((action) => {
      const target = { review: review.id, section: sectionOfAction(action, checked), action: action.id };
      const written: Written[] = [
        ['what', action.what],
        ['interimStep', action.interimStep],
      ];
      return [
        ...passages(target, written, { audience: action.audience }),
        ...passages(target, [['doneBy', action.doneBy]], { isForLayCopies: false }),
        ...passages(target, [['safeWording', action.safeWording]], { isPrinted: false }),
      ];
    }),
    ...promised.flatMap(({ action, progress }) =>
      passages(
        { review: review.id, section: 'previous-actions', action: action.id },
        [
          ['evidence', progress?.evidence],
          ['because', progress?.because],
        ],
        { audience: action.audience },
      ),
    ),
  ];
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

import type { Point } from '../model/minutes.ts';
import { kindsFromTheChild } from '../model/minutes.ts';
import type { Checked } from './context.ts';
import { sectionOfAction } from './naming.ts';
import type { Passage, Written } from './passage.ts';
import { passages } from './passage.ts';

/** The passages of a point: its words, and what was answered and told. */
export function pointPassages(point: Point): Passage[] {
  const { answer, outcome, telling, understood, translation, audience, id } = point;
  const target = { review: point.reviewId, section: point.section, point: id };
  const isChildsWords = kindsFromTheChild.includes(point.kind);
  const own: Written[] = [['words', point.words]];
  const others: Written[] = [
    ['understood', understood?.words],
    ['answer', answer?.kind === 'in-hand' ? answer.what : answer?.because],
    ['outcome', outcome?.because],
    ['telling', telling && 'because' in telling ? telling.because : undefined],
    ['telling', telling?.kind === 'told' ? telling.reaction : undefined],
  ];
  return [
    ...passages(target, own, { point: id, isChildsWords, audience }),
    ...passages(target, [['translation', translation?.words]], { isChildsWords, isPrinted: false, audience }),
    ...passages(target, [['gist', point.gist]], { isPrinted: false, audience }),
    ...passages(target, others, { audience }),
    // Names are searched for other children; no list says which initials people have.
    ...passages(target, [['answer', answer?.kind === 'in-hand' ? answer.who : undefined]], {
      isForLayCopies: false,
    }),
  ];
}

/** The passages of the plan: decisions, new actions, and what is said of earlier promises. */
export function planPassages(checked: Checked): Passage[] {
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

import { readDemo } from '../../../main/cli/demo.ts';
import type { CaseFile } from '../../../shared/caseFile.ts';
import { caseFileAsOf } from '../../../shared/caseFileAsOf.ts';
import { isoDate } from '../../../shared/domain/dates.ts';

export const leahReview = 'leah-r11';

/** Leah as the demo has her on the day of her newest review, which is still open. */
export function leah(): CaseFile {
  const file = readDemo().files.get('leah.case.json');
  if (!file) throw new Error('The demo has Leah');
  return caseFileAsOf(file, isoDate('2026-10-05'));
}

type Review = CaseFile['reviews'][number];

/** The last point of a kind loses its answer, and one more decision answers nothing. */
function withLooseEnds(review: Review): Review {
  const loose = new Set(
    ['wish', 'need'].flatMap((kind) => review.points.filter((point) => point.kind === kind).at(-1)?.id ?? []),
  );
  const decisions = review.decisions.map((decision) => ({
    ...decision,
    pointIds: decision.pointIds.filter((id) => !loose.has(id)),
  }));
  const points = review.points.map(({ answer, ...point }) =>
    answer && !loose.has(point.id) ? { ...point, answer } : point,
  );
  return { ...review, points, decisions };
}

/** The school in the words of an action, where a father who must not learn it would read it in his copy. */
export function leakyLeah(file: CaseFile = leah()): CaseFile {
  return {
    ...file,
    people: file.people.map((person) =>
      person.name.startsWith('Dale') ? { ...person, copy: 'parent' as const } : person,
    ),
    actions: file.actions.map((action) =>
      action.id === 'leah-r11-a9' ? { ...action, what: `${action.what} at Mockbridge` } : action,
    ),
  };
}

/** The same with things missing: answers, the date of an action, the ending of a section, how the child took part. */
export function brokenLeah(): CaseFile {
  const file = leah();
  const actions = file.actions.filter((action) => action.reviewId === leahReview);
  const undated = actions.at(-1)?.id;
  return {
    ...file,
    actions: file.actions.map(({ due, ...action }) =>
      due && action.id !== undated ? { ...action, due } : action,
    ),
    reviews: file.reviews.map((review) => {
      if (review.id !== leahReview) return review;
      const { participation: _removed, ...rest } = withLooseEnds(review);
      return rest;
    }),
  };
}

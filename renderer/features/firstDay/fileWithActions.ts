import type { CaseFileInput, Officer } from '../../../shared/caseFile.ts';
import { caseFileFormat, caseFileVersion } from '../../../shared/caseFile.ts';
import type { Output } from '../../../shared/contract.ts';

/** A record without its child: in a case file nesting says whose it is. */
function bare<T extends { readonly childId: string }>(rows: readonly T[]): Omit<T, 'childId'>[] {
  return rows.map(({ childId: _child, ...row }) => row);
}

/** The child as it stands with new actions of reviews before the store: one import that adds all of them or none. */
export function fileWithActions(
  view: Output<'child:get'>,
  officer: Officer,
  actions: CaseFileInput['actions'],
): unknown {
  return {
    format: caseFileFormat,
    version: caseFileVersion,
    officer,
    child: view.child,
    people: bare(view.people),
    reviews: bare(view.reviews.filter((review) => review.isBeforeStore === true)),
    actions,
  };
}

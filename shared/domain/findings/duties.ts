import type { Person } from '../model/child.ts';
import type { Checked, Rule } from './context.ts';
import { byId } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled } from './naming.ts';

function targetOf({ review }: Checked, field: string) {
  return { review: review.id, section: 'front-sheet', field } as const;
}

/** Regulation 36 (mark U): spoke with the child alone, or the child refused, or it was not appropriate, because. */
const spokeAlone: Rule = (checked) =>
  checked.review.duties?.spokeAlone === undefined
    ? [
        findingOf(
          'duty-spoke-alone',
          targetOf(checked, 'duties.spokeAlone'),
          'Nothing says that you spoke with the child alone, or why not.',
        ),
      ]
    : [];

function isParent({ role, hasParentalResponsibility }: Person): boolean {
  return role === 'parent' || hasParentalResponsibility === true;
}

/** Each parent and holder of parental responsibility: present, views obtained how, or why not. */
const parentsHeard: Rule = (checked) =>
  checked.record.people
    .filter(isParent)
    .filter(({ id }) => {
      const entries = checked.review.duties?.parents.filter(({ personId }) => personId === id) ?? [];
      return !entries.some(
        ({ wasPresent, viewsObtained, whyNot }) => wasPresent || isFilled(viewsObtained) || isFilled(whyNot),
      );
    })
    .sort(byId)
    .map(({ id, name, relationship }) => {
      const who = isFilled(relationship) ? `${name} (${relationship})` : name;
      const what = `${who}: nothing says present, how their views were obtained, or why not.`;
      return findingOf('duty-parent', { ...targetOf(checked, 'duties.parents'), person: id }, what);
    });

const workerReport: Rule = (checked) => {
  const report = checked.review.duties?.workerReport;
  if (report !== undefined && (report.receivedOn !== undefined || isFilled(report.whyNot))) return [];
  const what = 'Nothing says when the social worker’s report was received, or why it was not.';
  return [findingOf('duty-worker-report', targetOf(checked, 'duties.workerReport'), what)];
};

const carePlan: Rule = (checked) =>
  checked.review.duties?.carePlan === undefined
    ? [
        findingOf(
          'duty-care-plan',
          targetOf(checked, 'duties.carePlan'),
          'Nothing says which care plan you saw, and whether it meets the child’s needs.',
        ),
      ]
    : [];

export const dutyRules: readonly Rule[] = [spokeAlone, parentsHeard, workerReport, carePlan];

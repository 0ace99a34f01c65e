import type { StatusKind } from '../../../ui/Status.tsx';
import { counted } from '../../../app/words.ts';
import { isBlank } from '../../../../shared/richText.ts';
import type { GroupKey, SectionKey } from '../../../../shared/domain/model/sections.ts';
import { endingOf } from '../../../../shared/domain/endings.ts';
import type { Finding, ReviewData } from '../useReview.tsx';
import type { Place } from './place.ts';
import { sectionsOfGroup } from './place.ts';

export type PlaceState = { readonly kind: StatusKind; readonly words: string };

const unanswered = /^(need|risk|wish|worry|question)-without-answer$/;

/** Findings that say that a point waits for its answer. */
export function isUnanswered({ code }: Pick<Finding, 'code'>): boolean {
  return unanswered.test(code);
}

function must(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'must');
}

function stateOfSections(
  data: Pick<ReviewData, 'findings' | 'record' | 'view'>,
  keys: readonly SectionKey[],
): PlaceState {
  const here = must(data.findings).filter(({ target }) => keys.includes(target.section));
  const waiting = here.filter(isUnanswered).length;
  if (waiting > 0) return { kind: 'must', words: `${waiting} unanswered` };
  const isBegun = keys.some(
    (key) =>
      endingOf(data.record, data.view.review.id, key) !== undefined ||
      data.view.texts.some((text) => text.section === key && !isBlankText(text)),
  );
  if (!isBegun) return { kind: 'open', words: 'Not begun' };
  const open = here.filter(({ code }) => code === 'section-without-ending').length;
  if (open > 0) return { kind: 'part', words: `${open} without an ending` };
  if (here.length > 0)
    return { kind: 'must', words: counted(here.length, 'thing missing', 'things missing') };
  const isDiscussed = keys.some(
    (key) => endingOf(data.record, data.view.review.id, key)?.kind === 'discussed',
  );
  return { kind: 'settled', words: isDiscussed ? 'Discussed' : 'Ended' };
}

function isBlankText(text: ReviewData['view']['texts'][number]): boolean {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read only
  return isBlank(text.body as Parameters<typeof isBlank>[0]);
}

function stateOfPromises({ view }: Pick<ReviewData, 'view'>): PlaceState {
  const all = view.promised.length;
  if (all === 0) return { kind: 'none', words: 'Nothing promised' };
  const filled = view.promised.filter(({ progress }) => progress !== undefined).length;
  if (filled === all) return { kind: 'settled', words: `All ${all} filled in` };
  return { kind: filled === 0 ? 'open' : 'part', words: `${filled} of ${all} filled in` };
}

const aboutPlan: Readonly<Record<string, string>> = {
  'action-without-date': 'without a date',
  'action-without-who': 'without a name',
  'action-without-what': 'without words',
  'court-date-without-check-by': 'without a check-by date',
  'action-due-before-review': 'due before the review',
};

function stateOfPlan({ findings, view }: Pick<ReviewData, 'findings' | 'view'>): PlaceState {
  for (const [code, words] of Object.entries(aboutPlan)) {
    const count = must(findings).filter((finding) => finding.code === code).length;
    if (count > 0) return { kind: 'must', words: `${count} ${words}` };
  }
  if (view.decisions.length === 0 && view.actions.length === 0) return { kind: 'open', words: 'None yet' };
  return {
    kind: 'settled',
    words: `${counted(view.decisions.length, 'decision')}, ${counted(view.actions.length, 'action')}`,
  };
}

/** Findings of the front sheet. */
export function isAboutFrontSheet({ target, code }: Pick<Finding, 'code' | 'target'>): boolean {
  return target.section === 'front-sheet' || /^(duty-|participation-|next-review-)/.test(code);
}

function stateOfFrontSheet({ findings }: Pick<ReviewData, 'findings'>): PlaceState {
  const missing = must(findings).filter(isAboutFrontSheet).length;
  return missing === 0
    ? { kind: 'settled', words: 'Complete' }
    : { kind: 'part', words: `${missing} to fill in` };
}

/** What the list on the left says under a place: what waits there, or that nothing does. */
export function stateOfPlace(
  data: Pick<ReviewData, 'findings' | 'record' | 'view' | 'settings'>,
  place: Place,
  age: number,
): PlaceState {
  if (place === 'front-sheet') return stateOfFrontSheet(data);
  if (place === 'decisions') return stateOfPlan(data);
  if (place === 'promised') return stateOfPromises(data);
  const group: GroupKey = place;
  return stateOfSections(
    data,
    sectionsOfGroup(group, age, data.settings).map(({ key }) => key),
  );
}

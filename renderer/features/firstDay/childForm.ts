import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { FieldFault, LegalStatus, NewChild, NewChildField } from './newChild.ts';
import { faultsOfNewChild, firstName } from './newChild.ts';

/** What the form holds; a day that is none yet stays as it was typed. */
export type ChildForm = {
  readonly fullName: string;
  readonly preferredName: string;
  readonly dateOfBirth: IsoDate | undefined;
  readonly caseReference: string;
  readonly lookedAfterSince: IsoDate | undefined;
  readonly legalStatus: LegalStatus | '';
  readonly legalStatusSince: IsoDate | undefined;
  readonly worker: string;
  readonly team: string;
  readonly workerSince: IsoDate | undefined;
  readonly lastReviewNumber: string;
  readonly lastReviewOn: IsoDate | undefined;
  readonly nextReviewOn: IsoDate | undefined;
  /** Days that are typed and are none, by their field: the child waits for them. */
  readonly drafts: Readonly<Record<string, string>>;
};

export const emptyChildForm: ChildForm = {
  fullName: '',
  preferredName: '',
  dateOfBirth: undefined,
  caseReference: '',
  lookedAfterSince: undefined,
  legalStatus: '',
  legalStatusSince: undefined,
  worker: '',
  team: '',
  workerSince: undefined,
  lastReviewNumber: '',
  lastReviewOn: undefined,
  nextReviewOn: undefined,
  drafts: {},
};

export type FormResult =
  | { readonly ok: true; readonly child: NewChild }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

function missingIn(form: ChildForm): FieldFault[] {
  const missing: FieldFault[] = [];
  const need = (isMissing: boolean, field: NewChildField, message: string) => {
    if (isMissing && form.drafts[field] === undefined) missing.push({ field, message });
  };
  need(form.fullName.trim() === '', 'fullName', 'Give the child’s full name');
  need(!form.dateOfBirth, 'dateOfBirth', 'Give the date of birth: every clock and code needs the age');
  need(
    !form.lookedAfterSince,
    'lookedAfterSince',
    'Give the day they became looked after: the first clock starts there',
  );
  need(form.legalStatus === '', 'legalStatus', 'Choose the legal status');
  const number = Number(form.lastReviewNumber);
  const hasNumber = form.lastReviewNumber.trim() !== '';
  need(
    hasNumber && !(Number.isInteger(number) && number >= 1 && number <= 200),
    'lastReview',
    'The number of the review is a whole number',
  );
  need(hasNumber && !form.lastReviewOn, 'lastReview', 'Give the day of this review too');
  need(!hasNumber && form.lastReviewOn !== undefined, 'lastReview', 'Give the number of this review too');
  return missing;
}

/** The child that the form tells, or what is missing and wrong, each beside its field. */
export function childOf(form: ChildForm, today: IsoDate): FormResult {
  const missing = missingIn(form);
  const hasDrafts = Object.keys(form.drafts).length > 0;
  const { dateOfBirth, lookedAfterSince, legalStatus } = form;
  if (missing.length > 0 || hasDrafts || !dateOfBirth || !lookedAfterSince || legalStatus === '') {
    return { ok: false, faults: missing };
  }
  const fullName = form.fullName.trim();
  const child: NewChild = {
    fullName,
    preferredName: form.preferredName.trim() || firstName(fullName),
    dateOfBirth,
    caseReference: form.caseReference.trim() || undefined,
    lookedAfterSince,
    legalStatus,
    legalStatusSince: form.legalStatusSince,
    worker: form.worker.trim() || undefined,
    team: form.team.trim() || undefined,
    workerSince: form.workerSince,
    lastReview: form.lastReviewOn && { number: Number(form.lastReviewNumber), on: form.lastReviewOn },
    nextReviewOn: form.nextReviewOn,
  };
  const faults = faultsOfNewChild(child, today);
  return faults.length === 0 ? { ok: true, child } : { ok: false, faults };
}

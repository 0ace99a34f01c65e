import type { CaseFileInput, Officer } from '../../../shared/caseFile.ts';
import { caseFileFormat, caseFileVersion } from '../../../shared/caseFile.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { ageOn } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { legalStatuses } from '../../../shared/domain/model/child.ts';

export type LegalStatus = keyof typeof legalStatuses;

/** A child as an officer can tell in two minutes, from a form or a row of a spreadsheet. */
export type NewChild = {
  readonly fullName: string;
  readonly preferredName: string;
  readonly dateOfBirth: IsoDate;
  readonly caseReference?: string | undefined;
  readonly lookedAfterSince: IsoDate;
  readonly legalStatus: LegalStatus;
  readonly legalStatusSince?: IsoDate | undefined;
  readonly worker?: string | undefined;
  readonly team?: string | undefined;
  readonly workerSince?: IsoDate | undefined;
  /** The last review held before this store began: its number and day only. */
  readonly lastReview?: { readonly number: number; readonly on: IsoDate } | undefined;
  readonly nextReviewOn?: IsoDate | undefined;
};

export type NewChildField = keyof NewChild;
export type FieldFault = { readonly field: NewChildField; readonly message: string };

/** The preferred name where none is given: the first of the full name. */
export function firstName(fullName: string): string {
  return fullName.trim().split(/\s+/)[0] ?? '';
}

/** Days that cannot be, each with what to look at. `today` in Europe/London. */
export function faultsOfNewChild(child: NewChild, today: IsoDate): FieldFault[] {
  const faults: FieldFault[] = [];
  const { dateOfBirth: born, lookedAfterSince: since, lastReview, nextReviewOn } = child;
  const fault = (isFaulty: boolean, field: NewChildField, message: string) => {
    if (isFaulty) faults.push({ field, message });
  };
  fault(born > today, 'dateOfBirth', 'The date of birth is still to come');
  fault(
    born <= today && ageOn(born, today) > 25,
    'dateOfBirth',
    'By this date of birth they are over 25: is the year right?',
  );
  fault(since > today, 'lookedAfterSince', 'Looked after since a day that is still to come');
  fault(born <= today && since < born, 'lookedAfterSince', 'Looked after since before they were born');
  const { legalStatusSince, workerSince } = child;
  fault(
    workerSince !== undefined && workerSince > today,
    'workerSince',
    'The social worker begins on a day that is still to come',
  );
  fault(
    legalStatusSince !== undefined && legalStatusSince > today,
    'legalStatusSince',
    'The legal status begins on a day that is still to come',
  );
  fault(
    legalStatusSince !== undefined && legalStatusSince < born,
    'legalStatusSince',
    'The legal status begins before they were born',
  );
  fault(
    lastReview !== undefined && lastReview.on > today,
    'lastReview',
    'The last review is on a day that is still to come: give it as the next one',
  );
  fault(
    lastReview !== undefined && lastReview.on < since,
    'lastReview',
    'The last review was before they were looked after',
  );
  fault(
    nextReviewOn !== undefined && lastReview === undefined,
    'nextReviewOn',
    'The next review needs the last one before it; plan the first review on the child’s page',
  );
  fault(
    nextReviewOn !== undefined && lastReview !== undefined && nextReviewOn <= lastReview.on,
    'nextReviewOn',
    lastReview ? `The next review is not after the last one, ${formatDate(lastReview.on)}` : '',
  );
  return faults;
}

function periodsOf(child: NewChild, today: IsoDate, newId: () => string): CaseFileInput['periods'] {
  const { worker, team, workerSince } = child;
  return [
    { id: newId(), kind: 'looked-after', from: child.lookedAfterSince },
    {
      id: newId(),
      kind: 'legal-status',
      status: child.legalStatus,
      from: child.legalStatusSince ?? child.lookedAfterSince,
      ...(!child.legalStatusSince && {
        isFromUnknown: true,
        source: 'Since when is not recorded; shown from the day they became looked after',
      }),
    },
    ...(worker
      ? [
          {
            id: newId(),
            kind: 'social-worker' as const,
            name: worker,
            ...(team && { team }),
            from: workerSince ?? today,
            // A period needs a first day; where nobody gave it, it is marked as not known.
            ...(!workerSince && {
              isFromUnknown: true,
              source: `Named on ${formatDate(today)}; since when is not recorded`,
            }),
          },
        ]
      : []),
  ];
}

/** The case file that brings one new child in, by the same door as any other. New ids; nothing is looked up. */
export function caseFileOfNewChild(
  child: NewChild,
  given: { readonly officer: Officer; readonly today: IsoDate; readonly newId: () => string },
): CaseFileInput {
  const { officer, today, newId } = given;
  const { lastReview, nextReviewOn, worker, team } = child;
  return {
    format: caseFileFormat,
    version: caseFileVersion,
    officer,
    child: {
      id: newId(),
      fullName: child.fullName,
      preferredName: child.preferredName,
      dateOfBirth: child.dateOfBirth,
      ...(child.caseReference && { caseReference: child.caseReference }),
      voice: 'about',
    },
    periods: periodsOf(child, today, newId),
    people: worker
      ? [
          {
            id: newId(),
            name: worker,
            role: 'social-worker',
            relationship: 'social worker',
            ...(team && { organisation: team }),
          },
        ]
      : [],
    reviews: lastReview
      ? [
          {
            id: newId(),
            kind: 'looked-after',
            number: lastReview.number,
            isBeforeStore: true,
            heldOn: lastReview.on,
            chairedBy: officer.name,
            countsAsStatutory: true,
            ...(nextReviewOn && { nextReview: { kind: 'date', on: nextReviewOn } }),
          },
        ]
      : [],
  };
}

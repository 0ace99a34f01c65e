import type { FindingCode } from '../../../../shared/domain/findings/table.ts';
import type { Finding } from '../../../../shared/domain/findings/finding.ts';
import { checkReview } from '../../../../shared/domain/findings/check.ts';
import { isoDate } from '../../../../shared/domain/dates.ts';
import { ChildId, ReviewId } from '../../../../shared/domain/ids.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { reviewId } from '../../support/builders.ts';

/** A record with the findings that its review must give, and no other. */
export type CorpusRecord = {
  readonly name: string;
  readonly record: ChildRecord;
  /** The day of the check; Tue 6 Oct 2026 unless told. */
  readonly today?: string;
  readonly settings?: Partial<Settings>;
  /** Full names of the rest of the caseload. */
  readonly caseload?: readonly string[];
  readonly expects: readonly FindingCode[];
};

/** A bad record beside ways to mend it: each takes away the cause, and the finding named by `code`. */
export type SpoiledRecord = CorpusRecord & {
  readonly code: FindingCode;
  readonly mends: Readonly<Record<string, (record: ChildRecord) => ChildRecord>>;
};

type Checking = Pick<CorpusRecord, 'record' | 'today' | 'settings' | 'caseload'>;

export function check({ record, today = '2026-10-06', settings, caseload = [] }: Checking): Finding[] {
  return checkReview(record, ReviewId.parse(reviewId), {
    today: isoDate(today),
    settings: { ...defaultSettings, ...settings },
    otherChildren: caseload.map((fullName, place) => ({ id: ChildId.parse(`other-${place}`), fullName })),
  });
}

export function codesOf(given: Checking): FindingCode[] {
  return check(given).map(({ code }) => code);
}

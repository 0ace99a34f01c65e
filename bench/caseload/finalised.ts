import { createHash } from 'node:crypto';
import type { Officer } from '../../shared/caseFile.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, daysBetween, instant } from '../../shared/domain/dates.ts';
import { FinalisationId, IssuedId, RecordId, ReleaseId } from '../../shared/domain/ids.ts';
import type { Finalisation, Filing, IssuedDocument, Release } from '../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Review } from '../../shared/domain/model/review.ts';
import { heldOn } from '../../shared/domain/reviews.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { gatherContent } from '../../shared/report/content.ts';
import { canonicalJson } from '../../shared/text/canonicalJson.ts';
import type { Random } from '../text/random.ts';
import { stages } from './child.ts';
import { idOn } from './ids.ts';
import { benchDay } from './sizes.ts';

export const benchOfficer: Officer = { name: 'Iris Officer-Benchmark' };

type Followed = {
  readonly finalisations: Finalisation[];
  readonly releases: Release[];
  readonly issued: IssuedDocument[];
  readonly filings: Filing[];
};

const copies = ['parent', 'parent', 'carer', 'school', 'health'] as const;
const groups = ['words', 'health', 'home', 'school', 'plan'] as const;

/** What a record that went out leaves behind: releases, the log of what was issued, the filing stamps. */
function issueOf(
  record: ChildRecord,
  review: Review,
  on: Review['heldOn'],
  random: Random,
): Partial<Followed> {
  if (on === undefined) return {};
  const { childId, id: reviewId } = review;
  const day = addDays(on, stages.issued - 1);
  const at = instant(`${day}T15:00:00Z`);
  const by = benchOfficer.name;
  const readers = copies.flatMap((document, place) => {
    const person = record.people[place];
    return person ? [{ document, person }] : [];
  });
  return {
    releases: readers.slice(0, 4).flatMap(({ person }) =>
      groups.map((group) => ({
        id: ReleaseId.parse(idOn(day, random)),
        childId,
        reviewId,
        personId: person.id,
        item: `group:${group}`,
        at,
        by,
      })),
    ),
    issued: readers.slice(0, 4).map(({ document, person }) => ({
      id: IssuedId.parse(idOn(day, random)),
      childId,
      reviewId,
      document,
      personId: person.id,
      recipient: person.name,
      at,
      by,
      edition: 1,
      fileName: `${document}-review-${review.number}.docx`,
      sha256: createHash('sha256').update(`${reviewId}${document}`).digest('hex'),
      byteLength: 40_000,
    })),
    filings: readers.slice(0, 4).map(({ document }) => ({
      id: RecordId.parse(idOn(day, random)),
      childId,
      reviewId,
      document,
      on: day,
      reference: `R-${review.number}`,
      by,
    })),
  };
}

/** What had happened to the child by a day: a record is frozen with what was known then. */
function knownOn(record: ChildRecord, day: IsoDate): ChildRecord {
  return {
    ...record,
    events: record.events.filter((event) => (event.on ?? day) <= day),
    papers: record.papers.filter((paper) => paper.receivedOn <= day),
    periods: record.periods.filter((period) => period.from <= day),
  };
}

/**
 * The record as it stands on the day of the benchmark: each review finalised, issued and filed as its age asks, and
 * the frozen content of each finalisation by its id. Both finalisations of a review share one content here: gathering
 * it twice would double the time of the build and change no size that is measured.
 */
export function finalisedRecord(
  record: ChildRecord,
  random: Random,
): { readonly record: ChildRecord; readonly contents: ReadonlyMap<string, string> } {
  const contents = new Map<string, string>();
  const followed: Followed = { finalisations: [], releases: [], issued: [], filings: [] };
  for (const review of record.reviews) {
    const on = heldOn(record, review);
    const age = on === undefined ? -1 : daysBetween(on, benchDay);
    if (on === undefined || age < stages.decisionsFinalised) continue;
    const gathered = gatherContent(knownOn(record, addDays(on, 15)), review.id, {
      today: addDays(on, 5),
      officer: benchOfficer,
      settings: defaultSettings,
    });
    const canonical = canonicalJson(JSON.parse(JSON.stringify(gathered)));
    const sha256 = createHash('sha256').update(canonical, 'utf8').digest('hex');
    for (const kind of age >= stages.recordFinalised
      ? (['decisions', 'record'] as const)
      : (['decisions'] as const)) {
      const id = FinalisationId.parse(idOn(on, random));
      const at = instant(`${addDays(on, kind === 'decisions' ? 5 : 15)}T12:00:00Z`);
      const owner = { id, childId: review.childId, reviewId: review.id };
      followed.finalisations.push({
        ...owner,
        kind,
        edition: 1,
        at,
        by: benchOfficer.name,
        sha256,
        gaps: [],
      });
      contents.set(id, canonical);
    }
    if (age < stages.issued) continue;
    const issued = issueOf(record, review, on, random);
    followed.releases.push(...(issued.releases ?? []));
    followed.issued.push(...(issued.issued ?? []));
    followed.filings.push(...(issued.filings ?? []));
  }
  return { record: { ...record, ...followed }, contents };
}

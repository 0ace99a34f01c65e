import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CaseFile } from '../../shared/caseFile.ts';
import type { CaseReview, Narrative } from '../../shared/caseFile.ts';
import { IsoDate } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { RichText } from '../../shared/richText.ts';
import { anchoredPoints, plainText, richTextFromPlain } from '../../shared/richText.ts';

const folder = join(import.meta.dirname, '../../demo');

/** When each review of the demo passes its steps; the command plays them in this order with its own "today". */
const Step = z.strictObject({
  file: z.string(),
  reviewId: ReviewId,
  state: z.enum(['finalised', 'open']),
  today: IsoDate.optional(),
  decisionsFinalisedOn: IsoDate.optional(),
  repliesRecordedOn: IsoDate.optional(),
  recordFinalisedOn: IsoDate.optional(),
  issueOn: IsoDate.optional(),
  filedOn: IsoDate.optional(),
});
export const Plan = z.strictObject({ today: IsoDate, reviews: z.array(Step) });
export type Step = z.infer<typeof Step>;

export function readPlan(): z.infer<typeof Plan> {
  return Plan.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
}

/** The demo caseload by file name, in the order of names. */
export function readCaseload(): { readonly name: string; readonly bytes: number; readonly file: CaseFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.case.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, bytes: Buffer.byteLength(text), file: CaseFile.parse(JSON.parse(text)) };
    });
}

/** A narrative as the editor holds it. */
export function bodyOf(narrative: Narrative | undefined): RichText {
  if (narrative === undefined) return richTextFromPlain('');
  if (typeof narrative === 'string') return richTextFromPlain(narrative);
  if ('type' in narrative) return narrative;
  return bodyOf(narrative.body);
}

export function wordsIn(narrative: Narrative | undefined): string {
  return plainText(bodyOf(narrative));
}

/** Every string of a value, whatever its depth. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Every `id` of a value; a meeting's may stand in several files, so it is left out. */
export function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'meetings' || key === 'marks') return [];
    return key === 'id' && typeof inner === 'string' ? [inner] : idsOf(inner);
  });
}

/** The day a review was held: of a series the last meeting. */
export function heldOn(review: CaseReview): IsoDate {
  const days = [...review.meetings.map((meeting) => meeting.on), ...(review.heldOn ? [review.heldOn] : [])];
  const last = days.sort().at(-1);
  if (last === undefined) throw new Error(`review ${review.id} has no day`);
  return last;
}

/** What refers to nothing, each with its place. */
export function danglingReferences(file: CaseFile, children: ReadonlySet<string>): string[] {
  const people = new Set<string>(file.people.map((row) => row.id));
  const risks = new Set<string>(file.risks.map((row) => row.id));
  const events = new Set<string>(file.events.map((row) => row.id));
  const reviews = new Set<string>(file.reviews.map((row) => row.id));
  const actions = new Set<string>(file.actions.map((row) => row.id));
  const decisions = new Set<string>(file.reviews.flatMap((review) => review.decisions.map((row) => row.id)));
  const points = new Set<string>(file.reviews.flatMap((review) => review.points.map((row) => row.id)));
  const known: Record<string, ReadonlySet<string>> = {
    personId: people,
    personIds: people,
    carerIds: people,
    notFor: people,
    fromPersonId: people,
    riskId: risks,
    aboutEventId: events,
    reviewId: reviews,
    decisionId: decisions,
    replacedById: actions,
    pointIds: points,
    quotePointIds: points,
    pointId: points,
    continuesPointId: points,
    linkedChildId: children,
  };
  const walk = (value: unknown, place: string): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const set = Object.hasOwn(known, key) ? known[key] : undefined;
      if (set === undefined) return walk(inner, `${place}.${key}`);
      return stringsOf(inner).flatMap((id) => (set.has(id) ? [] : [`${place}.${key}: ${id}`]));
    });
  };
  const shared = file.reviews.map((review) => ({ ...review, meetings: [] }));
  return [
    ...walk({ ...file, reviews: shared }, 'file'),
    ...file.reviews.flatMap((review) => [...anchorFaults(review), ...releaseFaults(file, review)]),
  ];
}

function anchorFaults(review: CaseReview): string[] {
  const own = new Map(review.points.map((point) => [point.id, point.section]));
  return review.sections.flatMap((section) =>
    [section.account, section.meaning]
      .flatMap((narrative) => anchoredPoints(bodyOf(narrative)))
      .flatMap((id) => (own.get(id) === section.key ? [] : [`anchor in ${section.key}: ${id}`])),
  );
}

function releaseFaults(file: CaseFile, review: CaseReview): string[] {
  const targets = new Set<string>([
    ...review.points.map((row) => `point:${row.id}`),
    ...review.points.map((row) => `page-one:quote:${row.id}`),
    ...review.decisions.map((row) => `decision:${row.id}`),
    ...file.actions.map((row) => `action:${row.id}`),
    ...file.actions.flatMap((row) => row.progress.map((entry) => `progress:${entry.id}`)),
    ...file.events.map((row) => `event:${row.id}`),
    ...(review.pageOne?.whereThingsAre ?? []).map((_, index) => `page-one:sentence:${index}`),
  ]);
  return review.releases.flatMap(({ item }) =>
    /^(?:group|section|fact|text):/.test(item) || targets.has(item) ? [] : [`release of ${item}`],
  );
}

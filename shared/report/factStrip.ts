import type { Period } from '../domain/model/child.ts';
import { legalStatuses, placementKinds } from '../domain/model/child.ts';
import { participationInWords } from '../domain/participation.ts';
import { daysBetween, monthsBetween } from '../domain/dates.ts';
import { ageAtReview, countedOn, knownFrom } from '../domain/reviews.ts';
import { calendarOf } from '../domain/settings.ts';
import { workingDaysBetween } from '../domain/workingDays.ts';
import type { Fact, Facts } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { capitalise, clause, counted, countInWords, day, firstName, joined } from './phrases.ts';
import { fact } from './runs.ts';
import { currentPeriod } from './releaseFacts.ts';

/** A fact as label and words; undefined words: nothing is known, or it is not for this reader. */
type Told = { readonly label: string; readonly words: string | undefined };

/** Said in the service file, where a fact that is missing must be seen to be missing. */
const notRecorded = 'Not recorded';

/** The fact strip of page 1. A copy prints only what its reader was given; the service file says what is missing. */
export function factStrip(context: ReportContext): Facts[] {
  const told = [
    age(context),
    order(context),
    home(context),
    worker(context),
    part(context),
    alone(context),
    report(context),
    carePlan(context),
    nextReview(context),
  ];
  const facts = told.flatMap(({ label, words }): Fact[] => {
    if (words !== undefined) return [fact(label, words)];
    return context.reader === 'service-file' ? [fact(label, notRecorded)] : [];
  });
  // The age alone, which every copy has, is no strip.
  if (facts.length <= 1) return [];
  const description = `Facts about ${context.voice.name} and this ${context.voice.review}, three a row.`;
  return [{ kind: 'facts', caption: 'Facts', description, facts }];
}

/** The age that counts for this review, in years; "5 months" under two, "3 weeks" in the first month. */
export function ageWords({ content }: ReportContext): string {
  const { record, review, gatheredOn } = content;
  const years = ageAtReview(record, review, gatheredOn);
  if (years >= 2) return String(years);
  const on = countedOn(record, review) ?? content.heldOn ?? gatheredOn;
  const months = monthsBetween(record.child.dateOfBirth, on);
  return months >= 1
    ? counted(months, 'month')
    : counted(Math.max(0, Math.floor(daysBetween(record.child.dateOfBirth, on) / 7)), 'week');
}

function age(context: ReportContext): Told {
  return { label: 'Age', words: ageWords(context) };
}

/** "Riverside School, since 4 Sep 2024", or the name alone where nobody gave the day. */
export function withSince(words: string, period: Pick<Period, 'from' | 'isFromUnknown'>): string {
  const from = knownFrom(period);
  return from === undefined ? words : `${words}, since ${day(from)}`;
}

/** "Care order", "8 Jun 2022": without the section's number; no day where nobody gave one. */
export function orderWords(
  context: ReportContext,
): { readonly label: string; readonly since: string | undefined } | undefined {
  const period = currentPeriod(context.content, 'legal-status');
  if (period === undefined) return undefined;
  const name = legalStatuses[period.status].replace(/ \(.*\)$/u, '');
  const from = knownFrom(period);
  return { label: capitalise(name), since: from && day(from) };
}

function order(context: ReportContext): Told {
  const found = orderWords(context);
  if (found?.since === undefined) return { label: 'Legal status', words: found?.label };
  return { label: `${found.label} since`, words: found.since };
}

type Placement = Extract<Period, { kind: 'placement' }>['placement'];
const livedWith: readonly Placement[] = [
  'foster-carers',
  'long-term-foster-carers',
  'foster-for-adoption',
  'relative-or-friend',
  'relative-or-friend-temporary',
  'parent',
  'adopters',
];

/** "a children’s home": the kind alone, never where it is. */
export function placementWords(context: ReportContext): string | undefined {
  const period = currentPeriod(context.content, 'placement');
  return period && placementKinds[period.placement].replace(/, with temporary approval.*$/u, '');
}

function home(context: ReportContext): Told {
  const period = currentPeriod(context.content, 'placement');
  const label = period !== undefined && livedWith.includes(period.placement) ? 'Lives with' : 'Lives in';
  return { label: period?.placement === 'hospital' ? 'Is in' : label, words: placementWords(context) };
}

/** "children’s home", "with a parent": for a line of facts. */
export function livesWords(context: ReportContext): string | undefined {
  const period = currentPeriod(context.content, 'placement');
  const words = placementWords(context);
  if (period === undefined || words === undefined) return undefined;
  return livedWith.includes(period.placement) ? `with ${words}` : words.replace(/^an? /u, '');
}

function worker(context: ReportContext): Told {
  const period = currentPeriod(context.content, 'social-worker');
  return { label: 'Social worker', words: period && withSince(period.name, period) };
}

/** How the child took part, in words and never as a code: "You chose not to come, and Nadia spoke for you". */
export function participationWords({ content, voice }: ReportContext): string | undefined {
  const participation = content.review.participation;
  if (participation?.code === undefined) return undefined;
  return capitalise(
    participationInWords(participation.code, {
      voice: voice.kind,
      preferredName: voice.name,
      through: participation.through,
      offered: participation.offered,
    }),
  );
}

function part(context: ReportContext): Told {
  return { label: context.voice.headings.part, words: participationWords(context) };
}

function alone({ content }: ReportContext): Told {
  const spoke = content.review.duties?.spokeAlone;
  const label = `Seen alone by ${firstName(content.review.chairedBy)}`;
  if (spoke === undefined) return { label, words: undefined };
  return { label, words: spoke.outcome === 'yes' ? day(spoke.on) : `No: ${clause(spoke.because)}` };
}

/** "1 Oct 2026, one working day late"; "Not received: the worker was ill". */
export function reportWords({ content }: ReportContext): string | undefined {
  const report = content.review.duties?.workerReport;
  if (report === undefined) return undefined;
  if (report.receivedOn === undefined)
    return joined(['Not received', report.whyNot && clause(report.whyNot)], ': ');
  const due = content.record.papers.find(
    (paper) => paper.kind === 'worker-report' && paper.reviewId === content.review.id,
  )?.dueOn;
  const days = due ? workingDaysBetween(due, report.receivedOn, calendarOf(content.settings)) : 0;
  const late =
    days > 0 ? `${countInWords(days)} ${counted(days, 'working day').replace(/^\d+ /u, '')} late` : undefined;
  return joined([day(report.receivedOn), late], ', ');
}

function report(context: ReportContext): Told {
  return { label: 'Report received', words: reportWords(context) };
}

function carePlan({ content }: ReportContext): Told {
  const seen = content.review.duties?.carePlan;
  return { label: 'Care plan dated', words: seen && (seen.datedOn ? day(seen.datedOn) : 'No date on it') };
}

const endings = {
  'turns-18': 'none: 18',
  'returned-home': 'none: home',
  adopted: 'none: adopted',
  'special-guardianship': 'none: special guardianship',
} as const;

/** "7 Dec 2026 (last lawful day 5 Apr 2027)"; "none: adopted". */
export function nextReviewWords({ content }: ReportContext): string | undefined {
  const next = content.review.nextReview;
  const { nextLastLawfulDay } = content.clocks;
  const lawful =
    nextLastLawfulDay.kind === 'computed' ? ` (last lawful day ${day(nextLastLawfulDay.due)})` : '';
  if (next?.kind === 'date') return `${day(next.on)}${lawful}`;
  if (next?.kind === 'none') return joined([endings[next.because], next.on && day(next.on)], ', ');
  return undefined;
}

function nextReview(context: ReportContext): Told {
  return {
    label: `Next ${context.voice.review}`,
    words: capitalise(nextReviewWords(context) ?? '') || undefined,
  };
}

import { legalStatuses } from '../domain/model/child.ts';
import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { nextReviewWords, reportWords, withSince } from './factStrip.ts';
import { capitalise, clause, day, firstName, joined, lowerFirst, sentence } from './phrases.ts';
import { currentPeriod } from './releaseFacts.ts';
import { heading, pair } from './runs.ts';

type Line = readonly [label: string, words: string | undefined];

function pairs(lines: readonly Line[]): Block[] {
  return lines.flatMap(([label, words]) => {
    const said = words?.trim() ?? '';
    return said === '' ? [] : [pair(label, said)];
  });
}

/**
 * Who the child is, for the file: what page 1 leaves out. A copy has only what its reader was given. `level` is that of
 * the heading: 2 where nothing stands above it.
 */
export function identityLines(context: ReportContext, level: 2 | 3 = 3): Block[] {
  const { child } = context.content.record;
  const isFile = context.reader === 'service-file';
  const order = currentPeriod(context.content, 'legal-status');
  const school = currentPeriod(context.content, 'school');
  const lines = pairs([
    ['Full name', child.fullName === child.preferredName ? undefined : child.fullName],
    ['Date of birth', isFile ? day(child.dateOfBirth) : undefined],
    ['Pronouns', isFile ? child.pronouns : undefined],
    ['Case record', child.caseReference],
    ['Legal status', isFile && order ? withSince(capitalise(legalStatuses[order.status]), order) : undefined],
    ['Looked after since', since(context)],
    ['School', school ? withSince(school.name, school) : undefined],
    ['Communication', child.communication],
    ['Languages', child.languages?.join(', ')],
    ['Ethnicity', child.ethnicity],
    ['Religion', child.religion],
  ]);
  return lines.length === 0 ? [] : [heading(level, `About ${context.voice.who}`), ...lines];
}

function since(context: ReportContext): string | undefined {
  const period = currentPeriod(context.content, 'looked-after');
  return period && day(period.from);
}

const meets = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;

/** "Is the plan meeting needs?": the answer, and the officer's sentence on it. */
export function planMeetsNeeds({ content }: ReportContext): { answer: string; words: string } | undefined {
  const plan = content.review.duties?.carePlan;
  return plan && { answer: meets[plan.meetsNeeds], words: plan.sentence.trim() };
}

/** "This home until she is 18; next on 6 Nov 2026." */
export function permanenceWords({ content }: ReportContext): string {
  const plan = content.review.duties?.carePlan;
  const next = plan?.permanenceNextOn ? `next on ${day(plan.permanenceNextOn)}` : undefined;
  return sentence(joined([plan?.permanenceRoute && clause(plan.permanenceRoute), next], '; '));
}

/** The officer's own duties at this review (regulation 36). A copy has what was released of the plan and the next steps. */
export function dutyLines(context: ReportContext): Block[] {
  const { midwayOn, nextReview, chairedBy } = context.content.review;
  const needs = planMeetsNeeds(context);
  const because = nextReview?.kind === 'date' ? nextReview.because : undefined;
  const isFile = context.reader === 'service-file';
  const lines = pairs([
    [
      'Plan meets needs',
      needs && needs.words !== '' ? `${needs.answer}. ${sentence(needs.words)}` : undefined,
    ],
    ['Permanence', capitalise(permanenceWords(context))],
    ...(isFile ? ownDuties(context) : []),
    ['Midway check', midwayOn && day(midwayOn)],
    [
      `Next ${context.voice.review}`,
      isFile || because
        ? joined([nextReviewInFull(context), because && sentence(capitalise(because))], '. ')
        : undefined,
    ],
  ]);
  if (lines.length === 0) return [];
  const title = isFile ? `What ${firstName(chairedBy)} did and found` : 'The plan and what comes next';
  return [heading(3, title), ...lines];
}

function nextReviewInFull(context: ReportContext): string {
  return capitalise(nextReviewWords(context) ?? '');
}

function ownDuties(context: ReportContext): Line[] {
  const { duties, participation } = context.content.review;
  const spoke = duties?.spokeAlone;
  const report = duties?.workerReport;
  const alone =
    spoke?.outcome === 'yes'
      ? `${day(spoke.on)}: ${lowerFirst(spoke.how.trim())}`
      : spoke && `No: ${spoke.because}`;
  const shared = [reportWords(context), report?.sharedWithChild, report?.sharedWithParents];
  return [
    ['Spoke alone', alone && sentence(alone)],
    [
      'Worker’s report',
      report &&
        shared
          .map((words) => sentence(words ?? ''))
          .join(' ')
          .trim(),
    ],
    ['Parents', parents(context)],
    ['Participation code', participation?.code],
  ];
}

function parents(context: ReportContext): string | undefined {
  const { record, review } = context.content;
  const said = (review.duties?.parents ?? []).map(({ personId, wasPresent, viewsObtained, whyNot }) => {
    const name = record.people.find(({ id }) => id === personId)?.name ?? 'A parent';
    const how = wasPresent
      ? joined(['was there', viewsObtained && clause(viewsObtained)], '. ')
      : (viewsObtained ?? whyNot ?? 'not recorded');
    return `${name}: ${lowerFirst(clause(how))}`;
  });
  return said.length === 0 ? undefined : sentence(said.join('. '));
}

import type { IsoDate } from '../domain/dates.ts';
import type { Person } from '../domain/model/child.ts';
import type { Block, Report } from './blocks.ts';
import type { ReviewContent } from './content.ts';
import type { ReportContext } from './context.ts';
import { contextOf, labelsOf } from './context.ts';
import { fileTitle, copyHeader, recordTitle, draftWords, titleOfReview } from './frames.ts';
import type { IssueState } from './issueState.ts';
import { withReasonFor } from './issueState.ts';
import { capitalise, clause, counted, day, joined, sentence } from './phrases.ts';
import { actionPlan } from './planSection.ts';
import { atHome, linksTo, plannedActions, plannedDecisions } from './planWords.ts';
import { nameAndRelation } from './recipient.ts';
import { currentPeriod } from './releaseFacts.ts';
import { noReplyWords } from './replyBy.ts';
import { heading, headOf, pair, paragraph, rowOf } from './runs.ts';
import { settleNumbers } from './settle.ts';
import { answersOnSheet } from './sheetPoints.ts';
import { bars } from './bars.ts';

/** The decisions sheet of day 5: what will change and how we will know, who does what by when, and what comes next. */
export function buildDecisionsSheet(content: ReviewContent, state: IssueState, person?: Person): Report {
  const context = contextOf(content, withReasonFor(state, person), { reader: 'authority', voice: 'about' });
  const forWhom = person === undefined ? 'the social work team' : nameAndRelation(person, content);
  return {
    layout: 'record',
    isLay: false,
    title: fileTitle('Decisions of', context),
    header: copyHeader(
      context,
      { forWhom, name: person?.name ?? forWhom },
      { layout: 'record', isLay: false },
    ),
    footer: { left: standingOfSheet(state) },
    blocks: settleNumbers([
      ...titleBlock(context),
      ...bars({ ...context, state: { ...context.state, addenda: [] } }),
      ...decisions(context),
      ...actions(context),
      ...whatComesNext(context),
    ]),
  };
}

function standingOfSheet({ decisionsFinalisedOn, edition }: IssueState): string {
  const stands = decisionsFinalisedOn ? `Decisions finalised ${day(decisionsFinalisedOn)}` : draftWords;
  return `${stands} · edition ${edition} · numbers as in the service file`;
}

function titleBlock(context: ReportContext): Block[] {
  const { decisionsFinalisedOn } = context.state;
  const proposed = decisionsFinalisedOn ? `Proposed on ${day(decisionsFinalisedOn)}` : draftWords;
  const [title, which] = recordTitle(context, `Decisions from ${titleOfReview(context)}`, '');
  return [
    ...(title === undefined || which === undefined ? [] : [title, which]),
    paragraph('meta', `${proposed}. ${noReplyWords(context)}`),
  ];
}

function decisions(context: ReportContext): Block[] {
  const all = plannedDecisions(context);
  if (all.length === 0) return [paragraph('normal', 'No decision was made.')];
  return [
    heading(2, `What will change for ${context.voice.name}: ${counted(all.length, 'decision')}`),
    {
      kind: 'table',
      layout: 'sheetDecisions',
      caption: 'Decisions',
      description: 'What will change, how we will know, what it answers, and whether the care plan changes.',
      head: headOf('No.', 'What will change', 'How we will know', 'It answers', 'Care plan'),
      rows: all.map((planned) => {
        const { decision, number } = planned;
        const know = decision.howWeWillKnow?.trim() ?? '';
        return rowOf(
          atHome(number),
          [
            sentence(decision.wording),
            ' ',
            linksTo(planned.actions.map((one) => one.number)),
            labelsOf(context, decision.audience),
          ],
          know === '' ? '–' : capitalise(clause(know)),
          answersOnSheet(context, planned),
          decision.changesCarePlan ? 'Changes' : 'Same',
        );
      }),
    },
  ];
}

function actions(context: ReportContext): Block[] {
  const all = plannedActions(context);
  if (all.length === 0) return [];
  return [
    heading(2, `Who does what, by when: ${counted(all.length, 'action')}`),
    actionPlan(context, all, atHome),
  ];
}

/** What falls due after the review, in date order. A date that no rule gives is left out, never guessed. */
function whatComesNext(context: ReportContext): Block[] {
  const { content, voice } = context;
  const { clocks, review, officer } = content;
  const worker = currentPeriod(content, 'social-worker')?.name;
  const changesPlan = plannedDecisions(context).some(({ decision }) => decision.changesCarePlan);
  const due = (clock: typeof clocks.replyDue): IsoDate | undefined =>
    clock.kind === 'computed' ? clock.due : undefined;
  const next = review.nextReview?.kind === 'date' ? review.nextReview : undefined;
  const lawful = due(clocks.nextLastLawfulDay);
  const isForward =
    next !== undefined && lawful !== undefined && next.because !== undefined && next.on < lawful;
  const dated: readonly (readonly [IsoDate | undefined, string])[] = [
    [due(clocks.replyDue), 'Last day for the manager’s reply'],
    [
      changesPlan ? due(clocks.carePlanDue) : undefined,
      joined(['Care plan changed and sent out', worker && `by ${worker}`], ' '),
    ],
    [due(clocks.recordDue), `Full record finalised by ${officer.name}`],
    [review.midwayOn, `Midway check by ${officer.name}, with ${voice.name}`],
    [
      next?.on,
      `Next ${voice.review}${isForward ? ', brought forward' : ''}${lawful ? ` (last lawful day ${day(lawful)})` : ''}`,
    ],
  ];
  const rows = dated
    .flatMap(([on, what]) => (on ? [{ on, what }] : []))
    .sort((a, b) => a.on.localeCompare(b.on, 'en'));
  return rows.length === 0
    ? []
    : [heading(2, 'What comes next'), ...rows.map(({ on, what }) => pair(day(on), what))];
}

import type { ReviewStageName } from '../../app/routeTable.ts';
import { formatDay, formatDaysLeft } from '../../app/words.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { ageOn } from '../../../shared/domain/dates.ts';
import { reviewStages } from '../../../shared/domain/lifecycle.ts';
import type { ReviewStage } from '../../../shared/domain/lifecycle.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import { ageAtReview, heldOn, standingFinalisation } from '../../../shared/domain/reviews.ts';
import type { ReviewData, ReviewView } from './useReview.tsx';

function hasCome(stage: ReviewStage, to: ReviewStage): boolean {
  return reviewStages.indexOf(stage) >= reviewStages.indexOf(to);
}

/** Which stages of the bar are behind the officer. *Write up* is when nothing blocks any more. */
export function stagesDone(
  data: Pick<ReviewData, 'stage' | 'findings' | 'view'>,
): ReadonlySet<ReviewStageName> {
  const { stage, findings, view } = data;
  const done = new Set<ReviewStageName>();
  const isHeld = hasCome(stage, 'held');
  if (isHeld) done.add('prepare');
  if (isHeld && view.notes.every((note) => note.filedSection !== undefined)) done.add('chair');
  const isFinal = hasCome(stage, 'record-finalised');
  if (isFinal || (isHeld && findings.every(({ severity }) => severity !== 'must'))) done.add('write-up');
  if (isFinal) done.add('check');
  if (hasCome(stage, 'issued')) done.add('issue');
  return done;
}

/** `14, review 18, held today`: who and which review, in one line. */
export function aboutReview({ record, review, stage, today }: ReviewData): string {
  const held = heldOn(record, review);
  const age = held ? ageAtReview(record, review, today) : ageOn(record.child.dateOfBirth, today);
  const parts = [String(age), `review ${review.number}`];
  if (held) {
    const word = held <= today && hasCome(stage, 'held') ? 'held' : 'on';
    const isToday = held === today;
    parts.push(isToday ? (word === 'held' ? 'held today' : 'today') : `${word} ${formatDay(held, today)}`);
  }
  return parts.join(', ');
}

export type ShownClock = { readonly title: string; readonly note: string; readonly isLate: boolean };

function clock(view: ReviewView, name: string, title: string, today: IsoDate): ShownClock[] {
  const found = view.clocks[name];
  if (found?.kind !== 'computed') return [];
  const { due, workingDaysLeft } = found;
  return [
    {
      title: `${title} ${formatDay(due, today)}`,
      note: formatDaysLeft(workingDaysLeft),
      isLate: workingDaysLeft < 0 || due < today,
    },
  ];
}

/** The two clocks that run now: before the meeting its last lawful day, then decisions and record, then the copies. */
export function clocksNow({ view, record, review, stage, today }: ReviewData): ShownClock[] {
  const of = (name: string, title: string) => clock(view, name, title, today);
  const final = standingFinalisation(record, review.id, 'record');
  if (final) {
    const day = formatDay(londonDay(final.at), today);
    const finalised = { title: 'Record finalised', note: `${day}, edition ${final.edition}`, isLate: false };
    return [finalised, ...(stage === 'record-finalised' ? of('issueDue', 'Copies by') : [])];
  }
  if (stage === 'prepared') return of('lastLawfulDay', 'Last lawful day');
  if (stage === 'held') return [...of('decisionsDue', 'Decisions by'), ...of('recordDue', 'Record by')];
  if (stage === 'decisions-finalised')
    return [...of('replyDue', 'Reply by'), ...of('recordDue', 'Record by')];
  return of('recordDue', 'Record by');
}

import type { Instant, IsoDate } from '../dates.ts';
import { addDays, addMonths } from '../dates.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { Facts, Happened } from './facts.ts';

/** How far back an episode still asks for its interview, months. */
const lookBack = 12;

const of = ({ id }: Happened): About => ({ entity: 'event', id });

type Interview = {
  readonly on: IsoDate | true;
  readonly at?: Instant | undefined;
  readonly isRefused?: boolean;
};

/** The interview after an episode, or that the child said no, or the reason why none was held. */
function interviewAfter(facts: Facts, episode: Happened): Interview | undefined {
  const held = facts.eventsOf('return-interview').find(({ aboutEventId }) => aboutEventId === episode.id);
  if (held) return { on: held.on, at: held.startedAt, ...(held.isRefused === true && { isRefused: true }) };
  return /\S/u.test(episode.noInterviewBecause ?? '') ? { on: true } : undefined;
}

function interviews(facts: Facts, recent: readonly Happened[]): ChildDeadline[] {
  const last = recent.at(-1);
  return recent.flatMap((episode) => {
    const interview = interviewAfter(facts, episode);
    if (interview && episode !== last) return [];
    return deadlineOf(
      {
        kind: 'return-interview',
        rule: 'M-01',
        startAt: episode.endedAt,
        why: 'The child is still missing, or the time of return is not recorded.',
        of: of(episode),
        doneOn: interview?.on,
        doneAt: interview?.at,
        isRefused: interview?.isRefused,
      },
      facts,
    );
  });
}

/** The first episode since the last strategy meeting that makes so many within so many days. */
function repeated(facts: Facts, recent: readonly Happened[]): ChildDeadline[] {
  const met = facts.eventsOf('strategy-meeting').at(-1)?.on;
  const since = recent.filter(({ on }) => met === undefined || on > met);
  const rule = facts.rules.ruleOn('M-02', since.at(-1)?.on);
  if (rule?.repeats === undefined) return [];
  const { count, days } = rule.repeats;
  const third = since.find((episode, place) => {
    const first = since[place - count + 1];
    return first !== undefined && first.on > addDays(episode.on, -days);
  });
  if (!third) return [];
  const start = third.on;
  return deadlineOf({ kind: 'repeated-missing', rule: 'M-02', start, of: of(third) }, facts);
}

/** M: the interview after each return, in hours; a meeting where episodes repeat. */
export function missingDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  const recent = facts.eventsOf('missing').filter(({ on }) => !facts.hasCome(addMonths(on, lookBack)));
  return [...interviews(facts, recent), ...repeated(facts, recent)];
}

import type { IsoDate } from './dates.ts';
import type { Decision } from './model/plan.ts';

export const decisionStates = [
  'proposed',
  'agreed',
  'agreed-by-no-reply',
  'agreed-with-change',
  'not-agreed',
] as const;
export type DecisionState = (typeof decisionStates)[number];

const stateOfReply = {
  agreed: 'agreed',
  'no-reply': 'agreed-by-no-reply',
  'with-change': 'agreed-with-change',
  'not-agreed': 'not-agreed',
} as const;

/**
 * How a decision stands: proposed until the manager replies. Silence after `replyDue` (the day itself still is
 * time to reply) is agreement by no reply, a local rule (A-02, mark S/L).
 */
export function decisionState(
  decision: Pick<Decision, 'reply'>,
  replyDue: IsoDate | undefined,
  today: IsoDate,
): DecisionState {
  if (decision.reply) return stateOfReply[decision.reply.outcome];
  return replyDue !== undefined && today > replyDue ? 'agreed-by-no-reply' : 'proposed';
}

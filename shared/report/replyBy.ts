import { periodInWords } from '../domain/rules/period.ts';
import { rulesOf } from '../domain/rules/ruleSet.ts';
import type { ReportContext } from './context.ts';
import { clause, day } from './phrases.ts';

/**
 * " by 12 Oct 2026". The clock runs from sending; before that the period is said, and no date is guessed. Nothing
 * where the authority has switched the rule off.
 */
function byWhen({ content }: ReportContext): string {
  const { replyDue } = content.clocks;
  if (replyDue.kind === 'computed') return ` by ${day(replyDue.due)}`;
  const rule = rulesOf(content.settings).ruleOn('A-02', content.review.decisionsSentOn ?? content.gatheredOn);
  if (rule === undefined) return '';
  return rule.period === undefined ? ' at once' : ` within ${periodInWords(rule.period)} of receiving this`;
}

/** "Please reply by 12 Oct 2026. No reply: these stand as decisions (local rule)." */
export function replyByWords(context: ReportContext): string {
  return `Please reply${byWhen(context)}. No reply: ${clause(context.content.settings.noReplyMeans)}.`;
}

/** "No reply by 12 Oct 2026: these stand as decisions (local rule)." */
export function noReplyWords(context: ReportContext): string {
  return `No reply${byWhen(context)}: ${clause(context.content.settings.noReplyMeans)}.`;
}

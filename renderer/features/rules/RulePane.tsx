import { formatDate } from '../../../shared/domain/london.ts';
import { periodInWords } from '../../../shared/domain/rules/period.ts';
import type { Rule } from '../../../shared/domain/rules/rule.ts';
import type { EarlierChange } from '../../../shared/domain/rules/ruleSet.ts';
import { changesAhead, changesOf, ruleAsChanged, ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import type { RuleId } from '../../../shared/domain/rules/table.ts';
import { shippedRule } from '../../../shared/domain/rules/table.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { RulePaneFrame } from './RulePaneFrame.tsx';
import type { RulePart } from './ruleParts.ts';
import { isSame, markNames, standingNames, whenInWords } from './ruleWords.ts';

type Props = RulePart & { readonly id: RuleId; readonly onClose: () => void };

type FactsProps = { readonly rule: Rule; readonly shipped: Rule; readonly ahead: readonly EarlierChange[] };

function Facts({ rule, shipped, ahead }: FactsProps) {
  return (
    <dl className="setting-facts">
      <dt>When</dt>
      <dd>{whenInWords(rule)}</dd>
      {ahead.map((change) => (
        <Ahead key={change.effectiveFrom} change={change} shipped={shipped} />
      ))}
      {rule.condition !== undefined && (
        <>
          <dt>Applies</dt>
          <dd>{rule.condition}</dd>
        </>
      )}
      <dt>Source</dt>
      <dd>{rule.source}</dd>
      <dt>Standing</dt>
      <dd>
        {standingNames[rule.standing]}, {markNames[rule.mark]}
      </dd>
      <dt>In force</dt>
      <dd className="num">since {formatDate(rule.effectiveFrom)}</dd>
    </dl>
  );
}

/** What is decided, and does not hold yet. */
function Ahead({ change, shipped }: { readonly change: EarlierChange; readonly shipped: Rule }) {
  const { effectiveFrom: from } = change;
  return from === undefined ? null : (
    <>
      <dt className="num">From {formatDate(from)}</dt>
      <dd>
        {change.isOff === true ? 'Switched off: no dates' : whenInWords(ruleAsChanged(shipped, change))}
      </dd>
    </>
  );
}

function changeInWords(change: EarlierChange): string {
  const { isOff, period, source, effectiveFrom } = change;
  const what = [
    isOff === true ? 'Switched off' : period && periodInWords(period),
    source !== undefined && `source: ${source}`,
  ].filter((part): part is string => typeof part === 'string');
  const when = effectiveFrom && `from ${formatDate(effectiveFrom)}`;
  return [...(what.length === 0 ? ['As shipped'] : what), ...(when ? [when] : [])].join(', ');
}

/** One shipped rule: what it says today and from a day ahead, how it stands here, and the form that changes it. */
export function RulePane({ onClose, ...part }: Props) {
  const { id, settings, today } = part;
  const shipped = shippedRule(id);
  const rule = ruleInForce(id, settings.rules, today);
  const kept = settings.rules[id];
  return (
    <RulePaneFrame title={`${rule.id} ${rule.name}`} onClose={onClose}>
      <Facts rule={rule} shipped={shipped ?? rule} ahead={changesAhead(kept, today)} />
      {shipped && !isSame(shipped.period, rule.period) && (
        <p className="note">As shipped: {shipped.period ? periodInWords(shipped.period) : 'no period'}.</p>
      )}
      <RuleForm {...part} />
      <RuleHistory
        lines={changesOf(kept).map((change) => ({
          on: change.on,
          what: changeInWords(change),
          why: [change.why, change.by],
        }))}
      />
    </RulePaneFrame>
  );
}

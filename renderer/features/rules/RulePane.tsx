import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { periodInWords } from '../../../shared/domain/rules/period.ts';
import type { Rule } from '../../../shared/domain/rules/rule.ts';
import type { NewChange } from '../../../shared/domain/rules/ruleChanges.ts';
import { asShipped, isChange, withRuleChange } from '../../../shared/domain/rules/ruleChanges.ts';
import type { EarlierChange } from '../../../shared/domain/rules/ruleSet.ts';
import { ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import type { RuleId } from '../../../shared/domain/rules/table.ts';
import { shippedRule } from '../../../shared/domain/rules/table.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CheckField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { TypedPeriod } from './PeriodFields.tsx';
import { PeriodFields, periodOf, typedOf } from './PeriodFields.tsx';
import type { RulePart } from './ruleParts.ts';
import { isSame, markNames, standingNames, whenInWords } from './ruleWords.ts';

type Props = RulePart & { readonly id: RuleId; readonly onClose: () => void };

function Facts({ rule }: { readonly rule: Rule }) {
  return (
    <dl className="setting-facts">
      <dt>When</dt>
      <dd>{whenInWords(rule)}</dd>
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

function changeInWords(change: EarlierChange): string {
  if (change.isOff === true) return 'Switched off';
  const parts = [
    change.period && periodInWords(change.period),
    change.source !== undefined && `source: ${change.source}`,
    change.effectiveFrom && `from ${formatDate(change.effectiveFrom)}`,
  ].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? 'As shipped' : parts.join(', ');
}

function History({ changes }: { readonly changes: readonly EarlierChange[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <h3>What was changed here</h3>
      <ul className="history">
        {changes.map((change, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a history, in its own order
          <li key={place}>
            <span className="note num">{change.on ? formatDate(change.on) : ''}</span>
            <span>
              {changeInWords(change)}. <span className="note">{[change.why, change.by].join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

type Typed = {
  readonly period: TypedPeriod;
  readonly source: string;
  readonly isOff: boolean;
  readonly why: string;
  readonly from: IsoDate | undefined;
};

/** The change that a filled form makes; undefined while it is not whole. */
function changeOf(typed: Typed, id: RuleId, hasPeriod: boolean): NewChange | undefined {
  const shipped = shippedRule(id);
  const period = periodOf(typed.period);
  const why = typed.why.trim();
  const source = typed.source.trim();
  if (why === '' || (hasPeriod && !period && !typed.isOff)) return undefined;
  return {
    why,
    ...(typed.isOff && { isOff: true }),
    ...(!typed.isOff && period && !isSame(period, shipped?.period) && { period }),
    ...(source !== '' && source !== shipped?.source && { source }),
    ...(typed.from && { effectiveFrom: typed.from }),
  };
}

function useRuleForm({ id, settings, change, changer, today }: Omit<Props, 'onClose'>) {
  const say = useSay();
  const rule = ruleInForce(id, settings.rules);
  const kept = settings.rules[id];
  const [typed, setTyped] = useState<Typed>(() => ({
    period: typedOf(rule.period),
    source: rule.source,
    isOff: kept?.isOff === true,
    why: '',
    from: today,
  }));
  const [isAsked, setAsked] = useState(false);
  const done = (next: Typed, words: string) => {
    setTyped(next);
    setAsked(false);
    say(words);
  };
  const save = () => {
    setAsked(true);
    const next = changeOf(typed, id, rule.period !== undefined);
    if (!next) return;
    change({ rules: withRuleChange(settings.rules, id, next, changer) });
    done({ ...typed, why: '' }, 'The rule is changed. Every date it gives is computed anew.');
  };
  const giveBack = () => {
    setAsked(true);
    if (typed.why.trim() === '') return;
    const shipped = shippedRule(id);
    change({
      rules: asShipped(settings.rules, id, { why: typed.why.trim(), effectiveFrom: typed.from }, changer),
    });
    const next = { period: typedOf(shipped?.period), source: shipped?.source ?? '', isOff: false };
    done({ ...typed, ...next, why: '' }, 'The rule stands as shipped.');
  };
  return { rule, kept, typed, setTyped, isAsked, save, giveBack };
}

type FormProps = { readonly form: ReturnType<typeof useRuleForm>; readonly today: IsoDate };

function ChangeForm({ form, today }: FormProps) {
  const { rule, kept, typed, setTyped, isAsked } = form;
  const isWhyMissing = isAsked && typed.why.trim() === '';
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <h3>Change it here</h3>
      {rule.period && !typed.isOff && (
        <PeriodFields
          typed={typed.period}
          onChange={(period) => setTyped({ ...typed, period })}
          fault={isAsked && !periodOf(typed.period) ? 'A whole number above nought' : undefined}
        />
      )}
      <TextField
        label="Source"
        isLong
        value={typed.source}
        onChange={(source) => setTyped({ ...typed, source })}
      />
      <CheckField
        label="This rule gives no dates here"
        isChecked={typed.isOff}
        onChange={(isOff) => setTyped({ ...typed, isOff })}
      />
      <DateField
        label="For what begins on or after"
        value={typed.from}
        today={today}
        onChange={(from) => setTyped({ ...typed, from })}
        hint="What began before keeps its rule; empty: all of them"
      />
      <TextField
        label="Why, or by which policy"
        value={typed.why}
        onChange={(why) => setTyped({ ...typed, why })}
        fault={isWhyMissing ? 'Say why, or by which policy: it stands beside every date' : undefined}
      />
      <div className="btns">
        <Button type="submit">Change the rule</Button>
        {isChange(kept) && <Button onClick={form.giveBack}>As shipped again</Button>}
      </div>
    </form>
  );
}

/** One shipped rule: what it says, how it stands here, and the form that changes it with a reason. */
export function RulePane({ onClose, ...part }: Props) {
  const form = useRuleForm(part);
  const { rule, kept } = form;
  const shipped = shippedRule(part.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className="rulepane scroll" aria-labelledby="rule-pane" data-pane="">
      <div className="panehead">
        <h2 id="rule-pane" ref={heading} tabIndex={-1}>
          {rule.id} {rule.name}
        </h2>
        <Button look="small" onClick={onClose}>
          Close
        </Button>
      </div>
      <Facts rule={rule} />
      {shipped?.period && !isSame(shipped.period, rule.period) && (
        <p className="note">As shipped: {periodInWords(shipped.period)}.</p>
      )}
      <ChangeForm form={form} today={part.today} />
      <History changes={kept ? [...(kept.history ?? []), kept] : []} />
    </aside>
  );
}

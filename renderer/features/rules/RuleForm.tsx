import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { countFault, isDateless } from '../../../shared/domain/rules/countable.ts';
import { periodInWords } from '../../../shared/domain/rules/period.ts';
import type { NewChange } from '../../../shared/domain/rules/ruleChanges.ts';
import { asShipped, isChange, withRuleChange } from '../../../shared/domain/rules/ruleChanges.ts';
import { EarlierChange, changeOn, changesAhead, ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import type { RuleId } from '../../../shared/domain/rules/table.ts';
import { shippedRule } from '../../../shared/domain/rules/table.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CheckField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { TypedPeriod } from './PeriodFields.tsx';
import { PeriodFields, periodOf, typedOf } from './PeriodFields.tsx';
import { periodFault, textFault } from './ruleFaults.ts';
import type { RulePart } from './ruleParts.ts';
import { isByAgreement, isSame } from './ruleWords.ts';

type Props = RulePart & { readonly id: RuleId };

type Typed = {
  readonly period: TypedPeriod;
  readonly source: string;
  readonly isOff: boolean;
  readonly why: string;
  readonly from: IsoDate | undefined;
};

const fields = EarlierChange.shape;

/** What is wrong with each field; nothing where the rule can be changed so. */
function faultsOf(typed: Typed, id: RuleId) {
  const shipped = shippedRule(id);
  const hadPeriod = shipped?.period !== undefined;
  const period = typed.isOff ? undefined : typed.period;
  const count = period && shipped && countFault(shipped, periodOf(period));
  return {
    period: period && periodFault(period, hadPeriod ? 'How many? A whole number above nought' : undefined),
    unit: count?.message,
    source: textFault(fields.source, typed.source),
    why: textFault(fields.why, typed.why, 'Say why, or by which policy: it stands beside every date'),
  };
}

/** The change that a filled form makes: what differs from the shipped rule. */
function changeOf(typed: Typed, id: RuleId): NewChange {
  const shipped = shippedRule(id);
  const period = periodOf(typed.period);
  const source = typed.source.trim();
  return {
    why: typed.why.trim(),
    ...(typed.isOff && { isOff: true }),
    ...(!typed.isOff && period && !isSame(period, shipped?.period) && { period }),
    ...(source !== '' && source !== shipped?.source && { source }),
    ...(typed.from && { effectiveFrom: typed.from }),
  };
}

function useRuleForm({ id, settings, change, changer, today }: Props) {
  const say = useSay();
  const rule = ruleInForce(id, settings.rules, today);
  const kept = settings.rules[id];
  const [typed, setTyped] = useState<Typed>(() => ({
    period: typedOf(rule.period),
    source: rule.source,
    isOff: changeOn(kept, today)?.isOff === true,
    why: '',
    from: today,
  }));
  const [isAsked, setAsked] = useState(false);
  const found = faultsOf(typed, id);
  const done = (next: Typed, words: string) => {
    setTyped(next);
    setAsked(false);
    say(words);
  };
  const save = () => {
    setAsked(true);
    if (Object.values(found).some((fault) => fault !== undefined)) return;
    change({ rules: withRuleChange(settings.rules, id, changeOf(typed, id), changer) });
    const { from } = typed;
    const ahead = from && from > today ? ` from ${formatDate(from)}` : '';
    done({ ...typed, why: '' }, `The rule is changed${ahead}. Every date it gives is computed anew.`);
  };
  const giveBack = () => {
    setAsked(true);
    if (found.why !== undefined) return;
    const shipped = shippedRule(id);
    change({
      rules: asShipped(settings.rules, id, { why: typed.why.trim(), effectiveFrom: typed.from }, changer),
    });
    const next = { period: typedOf(shipped?.period), source: shipped?.source ?? '', isOff: false };
    done({ ...typed, ...next, why: '' }, 'The rule stands as shipped.');
  };
  const faults: Partial<typeof found> = isAsked ? found : {};
  // What is decided for later gives way to a newer decision that begins before it.
  const overtaken = changesAhead(kept, today).filter(
    ({ effectiveFrom }) => effectiveFrom && (typed.from === undefined || typed.from < effectiveFrom),
  );
  // As it stands today or is to stand.
  const isChanged = [changeOn(kept, today), ...changesAhead(kept, today)].some((each) => isChange(each));
  return { isChanged, typed, setTyped, faults, overtaken, save, giveBack };
}

type Form = ReturnType<typeof useRuleForm>;

function PeriodPart({ form, id }: { readonly form: Form; readonly id: RuleId }) {
  const { typed, setTyped, faults } = form;
  const shipped = shippedRule(id)?.period;
  if (isDateless(id)) return <p className="note">This rule gives no date, so it has no period.</p>;
  if (typed.isOff) return null;
  return (
    <PeriodFields
      typed={typed.period}
      onChange={(period) => setTyped({ ...typed, period })}
      fault={faults.period}
      unitFault={faults.unit}
      hint={
        shipped ? undefined : `Empty: ${isByAgreement(id) ? 'as agreed for the child' : 'by the day itself'}`
      }
    />
  );
}

function FromPart({ form, today }: { readonly form: Form; readonly today: IsoDate }) {
  const { typed, setTyped, overtaken } = form;
  return (
    <>
      <DateField
        label="For what begins on or after"
        value={typed.from}
        today={today}
        onChange={(from) => setTyped({ ...typed, from })}
        hint="What began before keeps its rule; empty: all of them"
      />
      {overtaken.map(({ effectiveFrom, period, isOff }) => (
        <p className="note" key={effectiveFrom}>
          This takes the place of what is decided from {effectiveFrom && formatDate(effectiveFrom)}
          {isOff === true ? ' (switched off)' : period ? ` (${periodInWords(period)})` : ''} too.
        </p>
      ))}
    </>
  );
}

/** Changes a shipped rule: its period, source, whether it gives dates, from which day on, and why. */
export function RuleForm(part: Props) {
  const form = useRuleForm(part);
  const { isChanged, typed, setTyped, faults } = form;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <h3>Change it here</h3>
      <PeriodPart form={form} id={part.id} />
      <TextField
        label="Source"
        isLong
        value={typed.source}
        onChange={(source) => setTyped({ ...typed, source })}
        fault={faults.source}
        hint="Empty: as shipped"
      />
      <CheckField
        label="This rule gives no dates here"
        isChecked={typed.isOff}
        onChange={(isOff) => setTyped({ ...typed, isOff })}
      />
      <FromPart form={form} today={part.today} />
      <TextField
        label="Why, or by which policy"
        value={typed.why}
        onChange={(why) => setTyped({ ...typed, why })}
        fault={faults.why}
      />
      <div className="btns">
        <Button type="submit">Change the rule</Button>
        {isChanged && <Button onClick={form.giveBack}>As shipped again</Button>}
      </div>
    </form>
  );
}

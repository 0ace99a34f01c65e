import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { eventKinds } from '../../../shared/domain/model/events.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { canStartOwnRule, countFault } from '../../../shared/domain/rules/countable.ts';
import type { Changer } from '../../../shared/domain/rules/ruleChanges.ts';
import { nextLocalId, withLocalRule, withoutLocalRule } from '../../../shared/domain/rules/ruleChanges.ts';
import { EarlierLocalRule, LocalRule } from '../../../shared/domain/rules/ruleSet.ts';
import { triggers } from '../../../shared/domain/rules/triggers.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { TypedPeriod } from './PeriodFields.tsx';
import { PeriodFields, periodOf, typedOf } from './PeriodFields.tsx';
import { periodFault, textFault } from './ruleFaults.ts';
import { RuleHistory } from './RuleHistory.tsx';
import { RulePaneFrame } from './RulePaneFrame.tsx';
import type { RulePart } from './ruleParts.ts';
import { whenInWords } from './ruleWords.ts';

type Props = RulePart & { readonly id: string | undefined; readonly onClose: () => void };
type Typed = Pick<LocalRule, 'name' | 'trigger' | 'direction' | 'source' | 'why'> & {
  readonly condition: string;
  readonly closedBy: LocalRule['closedBy'] | '';
};

const triggerChoices = keysOf(triggers)
  .filter(canStartOwnRule)
  .map((value) => ({ value, name: triggers[value].after }));
const eventChoices = keysOf(eventKinds).map((value) => ({ value, name: eventKinds[value].label }));

const blank: Typed = {
  name: '',
  trigger: 'review-held',
  direction: 'after',
  source: '',
  why: '',
  condition: '',
  closedBy: '',
};

function typedFrom(rule: LocalRule | undefined): Typed {
  if (!rule) return blank;
  const { name, trigger, direction, source, why, condition = '', closedBy = '' } = rule;
  return { name, trigger, direction, source, why, condition, closedBy };
}

const fields = LocalRule.shape;

/** What is wrong with each field of a typed rule; nothing where it can be kept. */
function faultsOf(id: string, typed: Typed, period: TypedPeriod) {
  const count = countFault({ id, ...typed }, periodOf(period));
  return {
    name: textFault(fields.name, typed.name, 'Say what is due: it is the line on Today'),
    period: periodFault(period, 'How many? A whole number above nought'),
    unit: count?.field === 'period' ? count.message : undefined,
    trigger: count?.field === 'trigger' ? count.message : undefined,
    condition: textFault(fields.condition, typed.condition),
    source: textFault(fields.source, typed.source, 'Which policy or procedure'),
    why: textFault(fields.why, typed.why, 'Say why it was added'),
  };
}

function ruleOf(id: string, typed: Typed, period: TypedPeriod, changer: Changer, since: IsoDate) {
  const counted = periodOf(period);
  const { condition, closedBy, ...rest } = typed;
  return EarlierLocalRule.safeParse({
    ...rest,
    id,
    name: typed.name.trim(),
    source: typed.source.trim(),
    why: typed.why.trim(),
    standing: 'local',
    mark: 'L',
    effectiveFrom: since,
    ...changer,
    ...(counted && { period: counted }),
    ...(condition.trim() !== '' && { condition: condition.trim() }),
    ...(closedBy !== '' && { closedBy }),
  });
}

function useLocalForm({ id, settings, change, changer, onClose }: Props) {
  const say = useSay();
  const own = settings.localRules ?? [];
  const before = own.find((rule) => rule.id === id);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(before));
  const [period, setPeriod] = useState(typedOf(before?.period));
  const [isAsked, setAsked] = useState(false);
  const key = before?.id ?? nextLocalId(settings);
  const found = faultsOf(key, typed, period);
  const save = () => {
    setAsked(true);
    if (Object.values(found).some((fault) => fault !== undefined)) return;
    const rule = ruleOf(key, typed, period, changer, before?.effectiveFrom ?? changer.on);
    if (!rule.success) return;
    change({ localRules: withLocalRule(own, rule.data) });
    say('The rule is kept. It gives its dates from now on.');
    onClose();
  };
  const remove = () => {
    if (id !== undefined) change(withoutLocalRule(settings, id, changer));
    say('The rule is removed. Add it again to have its dates back.');
    onClose();
  };
  const faults: Partial<typeof found> = isAsked ? found : {};
  return { before, typed, setTyped, period, setPeriod, faults, save, remove };
}

type Fields = { readonly form: ReturnType<typeof useLocalForm> };

/** What is due, how long after what, and what shows that it was done. */
function TermsFields({ form }: Fields) {
  const { typed, setTyped, faults } = form;
  return (
    <>
      <TextField
        label="What is due"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        fault={faults.name}
      />
      <PeriodFields
        typed={form.period}
        onChange={form.setPeriod}
        fault={faults.period}
        unitFault={faults.unit}
      />
      <div className="row top-aligned">
        <SelectField
          label="Before or after"
          value={typed.direction}
          choices={[
            { value: 'after', name: 'after' },
            { value: 'before', name: 'before' },
          ]}
          onChange={(direction) => setTyped({ ...typed, direction })}
        />
        <SelectField
          label="What it counts from"
          value={typed.trigger}
          choices={triggerChoices}
          fault={faults.trigger}
          onChange={(trigger) => setTyped({ ...typed, trigger })}
        />
      </div>
      <SelectField
        label="It is done when the record has"
        value={typed.closedBy ?? ''}
        choices={eventChoices}
        onChange={(closedBy) => setTyped({ ...typed, closedBy })}
      />
    </>
  );
}

/** By which policy, and why it was added. */
function GroundsFields({ form }: Fields) {
  const { typed, setTyped, faults } = form;
  return (
    <>
      <TextField
        label="When it applies, in words"
        value={typed.condition}
        fault={faults.condition}
        onChange={(condition) => setTyped({ ...typed, condition })}
      />
      <TextField
        label="Source"
        value={typed.source}
        onChange={(source) => setTyped({ ...typed, source })}
        fault={faults.source}
      />
      <TextField
        label="Why"
        value={typed.why}
        onChange={(why) => setTyped({ ...typed, why })}
        fault={faults.why}
      />
    </>
  );
}

/** How the rule read before, newest first. */
function Earlier({ rule }: { readonly rule: LocalRule | undefined }) {
  if (!rule?.history || rule.history.length === 0) return null;
  return (
    <RuleHistory
      lines={rule.history.map((each) => ({
        on: each.on,
        what: `${each.name}: ${whenInWords(each)}, source: ${each.source}`,
        why: [each.why, each.by],
      }))}
    />
  );
}

/** A rule of the authority’s own: from what it counts, how long, and what shows that it was done. */
export function LocalRulePane(props: Props) {
  const form = useLocalForm(props);
  const title = form.before ? `${form.before.id} ${form.before.name}` : 'A rule of your own';
  return (
    <RulePaneFrame title={title} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <TermsFields form={form} />
        <GroundsFields form={form} />
        <div className="btns">
          <Button type="submit">Keep the rule</Button>
          {form.before && <Button onClick={form.remove}>Remove the rule</Button>}
        </div>
      </form>
      <Earlier rule={form.before} />
    </RulePaneFrame>
  );
}

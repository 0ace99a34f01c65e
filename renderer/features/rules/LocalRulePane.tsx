import { useEffect, useRef, useState } from 'react';
import { eventKinds } from '../../../shared/domain/model/events.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { nextLocalId, withoutLocalRule } from '../../../shared/domain/rules/ruleChanges.ts';
import { LocalRule } from '../../../shared/domain/rules/ruleSet.ts';
import { triggers } from '../../../shared/domain/rules/triggers.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { PeriodFields, periodOf, typedOf } from './PeriodFields.tsx';
import type { RulePart } from './ruleParts.ts';

type Props = RulePart & { readonly id: string | undefined; readonly onClose: () => void };
type Typed = Pick<LocalRule, 'name' | 'trigger' | 'direction' | 'source' | 'why'> & {
  readonly condition: string;
  readonly closedBy: LocalRule['closedBy'] | '';
};

const triggerChoices = keysOf(triggers).map((value) => ({ value, name: triggers[value].after }));
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

function useLocalForm({ id, settings, change, changer, onClose }: Props) {
  const say = useSay();
  const own = settings.localRules ?? [];
  const before = own.find((rule) => rule.id === id);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(before));
  const [period, setPeriod] = useState(typedOf(before?.period));
  const [isAsked, setAsked] = useState(false);
  const save = () => {
    setAsked(true);
    const { condition, closedBy, ...rest } = typed;
    const counted = periodOf(period);
    const rule = LocalRule.safeParse({
      ...rest,
      id: before?.id ?? nextLocalId(settings),
      standing: 'local',
      mark: 'L',
      effectiveFrom: before?.effectiveFrom ?? changer.on,
      ...changer,
      ...(counted && { period: counted }),
      ...(condition.trim() !== '' && { condition: condition.trim() }),
      ...(closedBy !== '' && { closedBy }),
    });
    if (!rule.success || !counted) return;
    change({ localRules: [...own.filter((each) => each.id !== rule.data.id), rule.data] });
    say('The rule is kept. It gives its dates from now on.');
    onClose();
  };
  const remove = () => {
    if (id !== undefined) change(withoutLocalRule(settings, id, changer));
    say('The rule is removed. Add it again to have its dates back.');
    onClose();
  };
  return { before, typed, setTyped, period, setPeriod, isAsked, save, remove };
}

type Fields = { readonly form: ReturnType<typeof useLocalForm> };

/** What is due, how long after what, and what shows that it was done. */
function TermsFields({ form }: Fields) {
  const { typed, setTyped, isAsked } = form;
  return (
    <>
      <TextField
        label="What is due"
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        fault={isAsked && typed.name.trim() === '' ? 'Say what is due: it is the line on Today' : undefined}
      />
      <PeriodFields
        typed={form.period}
        onChange={form.setPeriod}
        fault={isAsked && !periodOf(form.period) ? 'A whole number above nought' : undefined}
      />
      <div className="row">
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
  const { typed, setTyped, isAsked } = form;
  const needed = (words: string, fault: string) => (isAsked && words.trim() === '' ? fault : undefined);
  return (
    <>
      <TextField
        label="When it applies, in words"
        value={typed.condition}
        onChange={(condition) => setTyped({ ...typed, condition })}
      />
      <TextField
        label="Source"
        value={typed.source}
        onChange={(source) => setTyped({ ...typed, source })}
        fault={needed(typed.source, 'Which policy or procedure')}
      />
      <TextField
        label="Why"
        value={typed.why}
        onChange={(why) => setTyped({ ...typed, why })}
        fault={needed(typed.why, 'Say why it was added')}
      />
    </>
  );
}

/** A rule of the authority's own: from what it counts, how long, and what shows that it was done. */
export function LocalRulePane(props: Props) {
  const form = useLocalForm(props);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className="rulepane scroll" aria-labelledby="rule-pane" data-pane="">
      <div className="panehead">
        <h2 id="rule-pane" ref={heading} tabIndex={-1}>
          {form.before ? `${form.before.id} ${form.before.name}` : 'A rule of your own'}
        </h2>
        <Button look="small" onClick={props.onClose}>
          Close
        </Button>
      </div>
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
    </aside>
  );
}

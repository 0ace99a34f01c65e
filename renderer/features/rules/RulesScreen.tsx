import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { EarlierChange, LocalRule } from '../../../shared/domain/rules/ruleSet.ts';
import { changeOn, changesAhead, ruleAsChanged, ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import type { Rule, RuleGroup } from '../../../shared/domain/rules/rule.ts';
import { ruleGroups } from '../../../shared/domain/rules/rule.ts';
import { isChange } from '../../../shared/domain/rules/ruleChanges.ts';
import type { RuleId } from '../../../shared/domain/rules/table.ts';
import { isRuleId, ruleIds, shippedRule } from '../../../shared/domain/rules/table.ts';
import { useRead } from '../../app/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import type { SettingsEditor } from '../settings/useSettings.ts';
import { useSettings } from '../settings/useSettings.ts';
import { RuleFileBar } from './RuleFileBar.tsx';
import { LocalRulePane } from './LocalRulePane.tsx';
import { RulePane } from './RulePane.tsx';
import { TermsPart } from './TermsPart.tsx';
import { standingNames, whenInWords } from './ruleWords.ts';
import '../../styles/settings.css';
import '../../styles/rules.css';

type Settings = NonNullable<SettingsEditor['stored']>['settings'];
type Group = RuleGroup | 'X' | 'changed';
type Listed = {
  /** As it stands today. */
  readonly rule: Rule;
  readonly isShipped: boolean;
  readonly isChanged: boolean;
  readonly isOff: boolean;
  /** What is decided for later, in words: "From 1 Jan 2027: 7 working days after the review". */
  readonly ahead: readonly string[];
};

function aheadInWords(rule: Rule, change: EarlierChange): string {
  const { effectiveFrom: from, isOff } = change;
  const stands = isOff === true ? 'switched off' : whenInWords(ruleAsChanged(rule, change));
  return `From ${from ? formatDate(from) : ''}: ${stands}`;
}

function listed(settings: Settings, today: IsoDate): Listed[] {
  const stands = (shipped: Rule) => {
    const kept = settings.rules[shipped.id];
    const change = changeOn(kept, today);
    return {
      isChanged: isChange(change),
      isOff: change?.isOff === true,
      ahead: changesAhead(kept, today).map((each) => aheadInWords(shipped, each)),
    };
  };
  const shipped = ruleIds.map((id: RuleId) => ({
    rule: ruleInForce(id, settings.rules, today),
    isShipped: true,
    ...stands(shippedRule(id) ?? ruleInForce(id)),
  }));
  const own = (settings.localRules ?? []).map((rule: LocalRule) => ({
    rule,
    isShipped: false,
    ...stands(rule),
    isChanged: false,
  }));
  return [...shipped, ...own];
}

/** The authority's own rules that were removed; what was said of their dates stays under their ids. */
function removedLines({ rules, localRules = [] }: Settings): string[] {
  const live = new Set<string>(localRules.map(({ id }) => id));
  return Object.entries(rules)
    .filter(([id]) => id.startsWith('X') && !live.has(id))
    .map(([id, { name = '', on, by }]) => {
      const when = [on && formatDate(on), by].filter(Boolean).join(', ');
      return `${id} ${name}`.trim() + (when === '' ? '' : ` (${when})`);
    });
}

const isIn = ({ rule, isChanged, isOff, ahead }: Listed, group: Group): boolean =>
  group === 'changed' ? isChanged || isOff || ahead.length > 0 : rule.id.startsWith(group);

const groups: readonly { readonly key: Group; readonly name: string }[] = [
  ...keysOf(ruleGroups).map((key) => ({ key, name: ruleGroups[key] })),
  { key: 'X', name: 'Your own' },
  { key: 'changed', name: 'Changed here' },
];

function RuleRow({
  each,
  isOpen,
  onOpen,
}: {
  readonly each: Listed;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const { rule, isChanged, isOff, ahead } = each;
  return (
    <li data-rule={rule.id}>
      <button type="button" className="rulerow" aria-pressed={isOpen} onClick={onOpen}>
        <span className="num soft">{rule.id}</span>
        <span>
          <span className="b">{rule.name}</span>
          <span className="note">{whenInWords(rule)}</span>
          {ahead.map((line) => (
            <span key={line} className="note">
              {line}
            </span>
          ))}
        </span>
        <span className="note">{standingNames[rule.standing]}</span>
        <span className="marks">
          {isOff && <Status kind="none">Switched off</Status>}
          {isChanged && !isOff && <Status kind="part">Changed here</Status>}
          {ahead.length > 0 && <Status kind="due">To change</Status>}
          {rule.mark === 'U' && <Status kind="look">Unverified: check</Status>}
        </span>
      </button>
    </li>
  );
}

type ListProps = {
  readonly all: readonly Listed[];
  readonly removed: readonly string[];
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
};

function RuleList({ all, removed, open, onOpen }: ListProps) {
  const [group, setGroup] = useState<Group>('R');
  const shown = all.filter((each) => isIn(each, group));
  return (
    <>
      <fieldset className="filters num">
        <legend className="hide">Which rules</legend>
        {groups.map(({ key, name }) => (
          <button key={key} type="button" aria-pressed={group === key} onClick={() => setGroup(key)}>
            {name} {all.filter((each) => isIn(each, key)).length}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className="empty">
          {group === 'X'
            ? 'None yet. A rule of your own counts from anything that the shipped ones count from.'
            : 'Every rule stands as shipped.'}
        </p>
      ) : (
        <ul className="rulelist">
          {shown.map((each) => (
            <RuleRow
              key={each.rule.id}
              each={each}
              isOpen={open === each.rule.id}
              onOpen={() => onOpen(each.rule.id)}
            />
          ))}
        </ul>
      )}
      {group === 'X' && removed.length > 0 && (
        <p className="note">Removed: {removed.join('; ')}. What was said of their dates is kept.</p>
      )}
      <div className="btns">
        <Button icon="plus" onClick={() => onOpen('new')}>
          Add a rule of your own
        </Button>
      </div>
    </>
  );
}

function Screen({
  editor,
  stored,
}: {
  readonly editor: SettingsEditor;
  readonly stored: NonNullable<SettingsEditor['stored']>;
}) {
  const [open, setOpen] = useState<string>();
  const { settings, officer, today } = stored;
  const all = listed(settings, today);
  const chosen = all.find(({ rule }) => rule.id === open);
  const part = { settings, change: editor.change, changer: { by: officer.name, on: today } };
  const close = () => {
    const id = open;
    setOpen(undefined);
    requestAnimationFrame(() => {
      // Who has gone on elsewhere by then is left there.
      if (document.activeElement !== document.body) return;
      const find = (selector: string) => document.querySelector<HTMLElement>(selector);
      (find(`[data-rule="${CSS.escape(id ?? '')}"] button`) ?? find('.filters button'))?.focus();
    });
  };
  return (
    <div className="rules">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className="scroll rulesmain" data-pane="" tabIndex={0} aria-label="Rules of time">
        <header className="settings-head">
          <h1>Rules of time</h1>
          <span className="soft">
            Each date is computed by one of these; a change says so beside every date it moves
          </span>
          <Link to="/settings" className="act">
            Settings
          </Link>
        </header>
        {editor.state.kind === 'not-saved' && <ErrorNote error={editor.state.error} />}
        <PanelBoundary name="The rules">
          <RuleList all={all} removed={removedLines(settings)} open={open} onOpen={setOpen} />
          <TermsPart {...part} today={today} />
          <RuleFileBar {...part} today={today} />
        </PanelBoundary>
      </section>
      <PanelBoundary name="This rule" key={open ?? 'none'}>
        {open !== undefined && isRuleId(open) && (
          <RulePane key={open} id={open} {...part} today={today} onClose={close} />
        )}
        {(open === 'new' || chosen?.isShipped === false) && (
          <LocalRulePane
            key={open}
            id={open === 'new' ? undefined : open}
            {...part}
            today={today}
            onClose={close}
          />
        )}
      </PanelBoundary>
    </div>
  );
}

/** Every rule that gives a date: as shipped, as changed here and why, and the authority's own. */
export function RulesScreen() {
  const read = useRead('settings:get', {});
  const editor = useSettings();
  if (read.error) return <ErrorNote error={read.error.error} />;
  return editor.stored ? <Screen editor={editor} stored={editor.stored} /> : null;
}

import type { PassphraseStrength } from '../../shared/domain/passphrase.ts';
import { passphraseStrength } from '../../shared/domain/passphrase.ts';
import { Status } from './Status.tsx';
import type { StatusKind } from './Status.tsx';
import { TextField } from './Field.tsx';

export type NewPassphrase = { readonly first: string; readonly second: string };
export const noPassphrase: NewPassphrase = { first: '', second: '' };

const looks: Readonly<Record<PassphraseStrength['level'], StatusKind>> = {
  empty: 'none',
  short: 'open',
  weak: 'look',
  fair: 'part',
  strong: 'done',
};

export type PassphraseFaults = { readonly first?: string; readonly second?: string };

/** What stops a new passphrase from being set, beside its field; undefined for nothing. */
export function faultsOf({ first, second }: NewPassphrase): PassphraseFaults | undefined {
  const { level, words } = passphraseStrength(first);
  if (level === 'empty') return { first: 'Type a passphrase, twice.' };
  if (level === 'short') return { first: `${words}. Three or four unrelated words work well.` };
  return first === second ? undefined : { second: 'The two are not the same. Type this again.' };
}

type Props = {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly faults?: PassphraseFaults | undefined;
  readonly label?: string;
};

/** A new passphrase, twice, with its strength in words. */
export function PassphraseFields({ value, onChange, faults, label = 'Passphrase' }: Props) {
  const { level, words } = passphraseStrength(value.first);
  return (
    <div className="passphrase">
      <TextField
        label={label}
        type="password"
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
        hint="Three or four unrelated words. It is stored nowhere and nobody can look it up."
        fault={faults?.first}
      />
      <p className="strength" aria-live="polite">
        {level !== 'empty' && <Status kind={looks[level]}>{words}</Status>}
      </p>
      <TextField
        label={`${label} again`}
        type="password"
        value={value.second}
        onChange={(second) => onChange({ ...value, second })}
        fault={faults?.second}
      />
    </div>
  );
}

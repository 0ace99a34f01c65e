import { TextField } from '../../ui/Field.tsx';
import type { ProofKind } from './proof.ts';

type Props = {
  readonly kind: ProofKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly takesFocus?: boolean;
};

/** The passphrase or the recovery key. The key stands in plain sight: it is copied from paper, group by group. */
export function ProofField({ kind, takesFocus = false, ...field }: Props) {
  return kind === 'passphrase' ? (
    <TextField key={kind} label="Passphrase" type="password" takesFocus={takesFocus} {...field} />
  ) : (
    <TextField
      key={kind}
      label="Recovery key"
      hint="Eight groups of five, as the service keeps it. Capitals and hyphens do not matter."
      takesFocus={takesFocus}
      {...field}
    />
  );
}

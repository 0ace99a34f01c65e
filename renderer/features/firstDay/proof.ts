import type { Input } from '../../../shared/contract.ts';

export type Proof = Input<'vault:unlock'>;
export type ProofKind = 'passphrase' | 'recovery-key';

/** What is typed as the proof that the store asks for. */
export function proofOf(kind: ProofKind, typed: string): Proof {
  return kind === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed.trim() };
}

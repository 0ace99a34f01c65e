import type { AppError } from '../../../shared/domain/result.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { currentOf } from './slot.ts';

type Props<V> = {
  readonly error: AppError | undefined;
  /** What stands in the form. */
  readonly typed: V;
  /** The form as it would be for what the store holds. */
  readonly formOf: (stored: unknown) => V;
  readonly textOf: (value: V) => string;
  /** What the form shall hold, and the version that it is then sent over. */
  readonly onChoose: (value: V, version: number) => void;
};

/** A form that is sent by its own button met a newer version: both, and which of them goes on from here. */
export function CallConflict<V>({ error, typed, formOf, textOf, onChoose }: Props<V>) {
  const current = error?.code === 'conflict' ? currentOf(error) : undefined;
  if (!current) return null;
  const conflict = {
    mine: typed,
    theirs: formOf(current.value),
    theirVersion: current.version,
    theirsAt: current.at,
  };
  return (
    <ConflictPanel<V>
      conflict={conflict}
      textOf={textOf}
      onResolve={(value) => onChoose(value, current.version)}
    />
  );
}

import type { AppError } from '../../../shared/domain/result.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

/** What else helps where a store cannot be opened; the failure itself says what happened. */
const help: Readonly<Partial<Record<AppError['code'], string>>> = {
  'store-newer':
    'Nothing was changed. Ask your IT service for the newer Golden Thread, and open it with that.',
  'store-corrupt':
    'Ask your IT service to rename the folder Golden Thread keeps its store in. The first screen then offers “Restore a backup”; keep the renamed folder until everything is back.',
  'read-only': 'Nothing can be saved until then, so nothing is opened.',
  'disk-full': 'Free some space on this disk, then unlock again. What was saved is safe.',
};

/** Why the store cannot be opened, and what to do. */
export function StoreFault({ error }: { readonly error: AppError }) {
  const more = help[error.code];
  return <ErrorNote error={error}>{more !== undefined && <p className="note">{more}</p>}</ErrorNote>;
}

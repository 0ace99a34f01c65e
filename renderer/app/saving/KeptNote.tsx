import { Button } from '../../ui/Button.tsx';
import type { KeptForm } from './useKept.ts';

/** Beside a form that holds something: it is kept though nothing was sent, and how to be rid of it. */
export function KeptNote({ form }: { readonly form: Pick<KeptForm<unknown>, 'isKept' | 'clear'> }) {
  if (!form.isKept) return null;
  return (
    <p className="note kept">
      Kept as you type, and not sent yet.{' '}
      <Button look="link" onClick={form.clear}>
        Start again
      </Button>
    </p>
  );
}

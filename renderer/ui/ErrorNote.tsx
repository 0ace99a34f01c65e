import type { ReactNode } from 'react';
import type { AppError } from '../../shared/domain/result.ts';

/** A failure beside what caused it: what happened, what to do, and each fault with its place. */
export function ErrorNote({ error, children }: { readonly error: AppError; readonly children?: ReactNode }) {
  return (
    <div role="alert" className="stopb">
      <p className="st must">
        <i className="s s-must" aria-hidden="true" />
        <span>{error.message}</span>
      </p>
      {error.issues && error.issues.length > 0 && (
        <ul className="faults">
          {error.issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`}>{issue.message}</li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

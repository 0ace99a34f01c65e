import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

type Props = {
  readonly name: string;
  readonly children: ReactNode;
  /** Where the panel stands: what could not be shown at one place is tried anew at the next. */
  readonly place?: string;
};
type State = { readonly kind: string | undefined };

/** The name of what was thrown, and where it came from in our own files: never a message, which can quote typing. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const places = (cause.stack ?? '').match(/[\w./-]+\.(?:tsx?|js):\d+:\d+/g) ?? [];
  return [cause.name, ...places.slice(0, 6)].join('\n');
}

/** A fault in one panel never takes the page: it says so here, offers a report, and the rest goes on. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { kind: undefined };

  static getDerivedStateFromError(cause: unknown): State {
    return { kind: describe(cause) };
  }

  override componentDidUpdate(before: Props): void {
    // Not a `key`: that would draw a sound screen anew too, and lose what is typed in its forms.
    if (before.place !== this.props.place && this.state.kind !== undefined)
      // oxlint-disable-next-line react/no-did-update-set-state -- an error boundary is forgotten with its place
      this.setState({ kind: undefined });
  }

  override render(): ReactNode {
    const { kind } = this.state;
    if (kind === undefined) return this.props.children;
    const report = `Golden Thread, ${this.props.name}\n${kind}`;
    return (
      <div role="alert" className="stopb panel-fault">
        <p className="st must">
          <i className="s s-must" aria-hidden="true" />
          <span>{this.props.name} cannot be shown. Everything saved is safe, and the rest works.</span>
        </p>
        <div className="btns">
          <Button look="small" onClick={() => this.setState({ kind: undefined })}>
            Try again
          </Button>
          <Button look="small" onClick={() => void navigator.clipboard.writeText(report)}>
            Copy a report without personal data
          </Button>
        </div>
      </div>
    );
  }
}

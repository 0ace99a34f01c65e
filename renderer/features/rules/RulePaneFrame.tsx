import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** The pane of one rule beside the list: its title, which has the focus when it opens, and the way back. */
export function RulePaneFrame({ title, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className="rulepane scroll" aria-labelledby="rule-pane" data-pane="">
      <div className="panehead">
        <h2 id="rule-pane" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button look="small" onClick={onClose}>
          Close
        </Button>
      </div>
      {children}
    </aside>
  );
}

import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = {
  readonly title: string;
  readonly note?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One part of the settings: its head in the margin, its words and controls beside it. */
export function SettingsPart({ title, note, className = '', children }: Props) {
  const heading = useId();
  return (
    <section className={`part ${className}`.trim()} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="part-body">
        {note !== undefined && <p className="note">{note}</p>}
        {children}
      </div>
    </section>
  );
}

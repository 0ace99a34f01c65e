import { useRef, useState } from 'react';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { Button } from '../../../ui/Button.tsx';
import { useReview } from '../useReview.tsx';
import { TakeParagraph } from './TakeParagraph.tsx';
import { useSiblings } from './useSiblings.ts';

/** Where a meeting serves brothers and sisters too: a way to take one paragraph of their records. Else nothing. */
export function FromSiblings({ row }: { readonly row: SectionRow }) {
  const { isEditable } = useReview();
  const siblings = useSiblings();
  const [from, setFrom] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const open = siblings.find(({ reviewId }) => reviewId === from);
  if (siblings.length === 0 || !isEditable('narrative')) return null;
  const close = () => {
    setFrom(undefined);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  return (
    <section className="blk">
      <h3 className="hide">From brothers and sisters</h3>
      <div className="body in">
        {open ? (
          <TakeParagraph row={row} sibling={open} onClose={close} />
        ) : (
          <div className="adds" ref={opener}>
            {siblings.map(({ reviewId, name }) => (
              <Button key={reviewId} look="small" icon="plus" onClick={() => setFrom(reviewId)}>
                A paragraph from {name}’s record
              </Button>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

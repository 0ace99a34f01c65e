/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a list of choices whose keys are the input's: no element is one */
import { Fragment, useEffect } from 'react';
import { piecesOf } from './matches.ts';
import type { PaletteItem } from './usePaletteItems.ts';

type Props = {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  readonly chosen: number;
  readonly typed: string;
  readonly onRun: (item: PaletteItem) => void;
};

function Words({ item, typed }: { readonly item: PaletteItem; readonly typed: string }) {
  if (item.group !== 'Found') return <span className="name">{item.name}</span>;
  return (
    <span className="name snippet">
      {piecesOf(item.name, typed).map(({ text, isHit }, place) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in their order
        isHit ? <b key={place}>{text}</b> : <span key={place}>{text}</span>,
      )}
    </span>
  );
}

/** What the palette offers, in groups; the input holds the focus and names the chosen one. */
export function PaletteList({ id, items, chosen, typed, onRun }: Props) {
  useEffect(() => {
    document.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  return (
    <div id={id} role="listbox" aria-label="Commands, children and what is found" className="palette-list">
      {items.map((item, place) => (
        <Fragment key={`${item.group} ${item.id}`}>
          {items[place - 1]?.group !== item.group && (
            <div role="presentation" className="palette-group">
              {item.group}
            </div>
          )}
          <div
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onClick={() => onRun(item)}
          >
            <Words item={item} typed={typed} />
            {item.note !== undefined && <span className="note">{item.note}</span>}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

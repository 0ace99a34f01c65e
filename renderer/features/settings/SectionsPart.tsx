import { useEffect, useRef } from 'react';
import type { SectionKey } from '../../../shared/domain/model/sections.ts';
import { headingIn } from '../../../shared/domain/sectionWords.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';
import { canBeHidden, inOrder, moved } from './sectionOrder.ts';

type RowProps = {
  readonly place: number;
  readonly count: number;
  readonly section: SectionKey;
  readonly heading: string;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
};

function SectionRow({ place, count, section, heading, isShown, onShow, onMove }: RowProps) {
  return (
    <li data-section={section}>
      {canBeHidden(section) ? (
        <CheckField label={heading} isChecked={isShown} onChange={onShow} />
      ) : (
        <span className="always">
          {heading} <span className="note">in every review</span>
        </span>
      )}
      <span className="moves">
        <Button
          look="small"
          aria-label={`Earlier: ${heading}`}
          data-move="-1"
          disabled={place === 0}
          onClick={() => onMove(-1)}
        >
          Earlier
        </Button>
        <Button
          look="small"
          aria-label={`Later: ${heading}`}
          data-move="1"
          disabled={place === count - 1}
          onClick={() => onMove(1)}
        >
          Later
        </Button>
      </span>
    </li>
  );
}

/** The sections of a review: their order, and which of them this authority leaves out. */
export function SectionsPart({ settings, change }: PartProps) {
  const order = inOrder(settings.sectionOrder);
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<{ readonly key: SectionKey; readonly by: number }>(undefined);
  const say = useSay();
  useEffect(() => {
    // A row that moved takes the focus along, on the button that still works.
    const move = last.current;
    last.current = undefined;
    const row = move && list.current?.querySelector(`[data-section="${move.key}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    (buttons.find((button) => button.dataset['move'] === String(move?.by)) ?? buttons[0])?.focus();
  });
  return (
    <SettingsPart
      title="Sections"
      note="The order in each group of the screen and in documents. What is left out is asked about nowhere."
    >
      <ol className="section-order" ref={list}>
        {order.map((section, place) => (
          <SectionRow
            key={section}
            place={place}
            count={order.length}
            section={section}
            heading={headingIn(settings.words, section)}
            isShown={!settings.hiddenSections.includes(section)}
            onShow={(isShown) => {
              const others = settings.hiddenSections.filter((key) => key !== section);
              change({ hiddenSections: isShown ? others : [...others, section] });
            }}
            onMove={(by) => {
              last.current = { key: section, by };
              change({ sectionOrder: moved(order, section, by) });
              say(
                `${headingIn(settings.words, section)} is now number ${place + 1 + by} of ${order.length}.`,
              );
            }}
          />
        ))}
      </ol>
    </SettingsPart>
  );
}

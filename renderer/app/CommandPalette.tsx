import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useSay } from '../ui/LiveRegion.tsx';
import { failureOf } from './calls.ts';
import { PaletteList } from './palette/PaletteList.tsx';
import type { PaletteItem } from './palette/usePaletteItems.ts';
import { usePaletteItems } from './palette/usePaletteItems.ts';
import { useModal } from './useModal.ts';
import { counted } from './words.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onLock: () => void };

/** Typing rests this long, ms, before the whole store is searched for it. */
const pause = 150;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Which item is chosen: the first again whenever the words change, so that Enter takes the best one. */
function useChosen(typed: string, items: readonly PaletteItem[]) {
  const [chosen, setChosen] = useState({ typed: '', place: 0 });
  const place = chosen.typed === typed ? Math.min(chosen.place, Math.max(0, items.length - 1)) : 0;
  const move = (by: number) => {
    const last = items.length - 1;
    const isEdge = Math.abs(by) === 1 && (by > 0 ? place === last : place === 0);
    const next = isEdge ? (by > 0 ? 0 : last) : Math.max(0, Math.min(last, place + by));
    setChosen({ typed, place: next });
  };
  return { place, move };
}

function Palette({ onClose, onLock }: Omit<Props, 'isOpen'>) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, pause);
  const { items, found, isAsked, isWaiting, error } = usePaletteItems(typed, settled, onLock);
  const { place, move } = useChosen(typed, items);
  const say = useSay();
  useEffect(() => {
    if (isAsked && !isWaiting)
      say(`${counted(found, 'place')} found, ${counted(items.length - found, 'command')}.`);
  }, [found, isAsked, isWaiting, items.length, say]);
  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) run(items[place]);
    else move(step);
  };
  return (
    <>
      <div className="palette-field">
        <Icon name="find" />
        <input
          type="text"
          role="combobox"
          aria-label="Search, or type a command"
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${list}-${place}` : undefined}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type in it
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="key" aria-label="Close" onClick={onClose}>
          Esc
        </button>
      </div>
      {error && <ErrorNote error={failureOf(error)} />}
      <PaletteList id={list} items={items} chosen={place} typed={typed} onRun={run} />
      {items.length === 0 && !isWaiting && (
        <p className="empty">
          Nothing is called so and no record says it. Try the beginning of another word.
        </p>
      )}
    </>
  );
}

/** Ctrl+K: every command, child and review by name, and the words of every record with the place they stand in. */
export function CommandPalette({ isOpen, onClose, onLock }: Props) {
  const modal = useModal(isOpen, onClose);
  return (
    <dialog
      {...modal}
      className="dialog palette"
      aria-label="Search and commands"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {isOpen && <Palette onClose={onClose} onLock={onLock} />}
    </dialog>
  );
}

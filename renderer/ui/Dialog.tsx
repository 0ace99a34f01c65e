import type { ReactNode } from 'react';
import { useId } from 'react';
import { useModal } from '../app/useModal.ts';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * For finalising, withdrawing, deleting and unlocking only; everything else opens in a pane. The safe button comes
 * first and takes the focus (`autoFocus`), and the focus goes back to where it came from.
 */
export function Dialog({ title, isOpen, onClose, children }: Props) {
  const heading = useId();
  const modal = useModal(isOpen, onClose);
  return (
    <dialog {...modal} className="dialog" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {isOpen && children}
    </dialog>
  );
}

import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useCover } from './covered.ts';

type Modal = { readonly ref: RefObject<HTMLDialogElement | null>; readonly onClose: () => void };

/**
 * What a native dialog needs to be modal while it is open. Behind the door it lets go of the page, which would take no
 * key otherwise, and comes back with all that was typed in it once the door was opened.
 */
export function useModal(isOpen: boolean, onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  const { isCovered } = useCover();
  // Before anything is painted: what lies under a screen that was turned to the child must not be seen for a moment.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (!isOpen || isCovered) dialog.close();
    else if (!dialog.open) dialog.showModal();
  }, [isOpen, isCovered]);
  return {
    ref,
    // The event comes late: one that tells of an earlier closing must not close what was opened again since.
    onClose: () => {
      if (!isCovered && ref.current?.open !== true) onClose();
    },
  };
}

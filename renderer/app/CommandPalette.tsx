type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onLock: () => void };

export function CommandPalette(_props: Props) {
  return null;
}

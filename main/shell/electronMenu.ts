import type { MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../../shared/hostContract.ts';

/**
 * The native menu. Keys of the page's own commands are shown but left to the page, which has the same in both shells;
 * macOS gives a menu's keys to the menu, and it then asks the page.
 */
export function menuTemplate(
  isMac: boolean,
  command: (name: ShellCommand) => void,
): MenuItemConstructorOptions[] {
  const item = (label: string, accelerator: string, name: ShellCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: isMac,
    click: () => command(name),
  });
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('&Lock', 'CmdOrCtrl+Shift+L', 'lock'),
        item('&Settings', 'CmdOrCtrl+,', 'settings'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&Go',
      submenu: [
        item('&Search and commands', 'CmdOrCtrl+K', 'search'),
        item('&Today', 'Alt+T', 'today'),
        item('&Children', 'Alt+C', 'children'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', submenu: [item('&Keyboard shortcuts', 'CmdOrCtrl+/', 'shortcuts')] },
  ];
}

import { Link } from '@tanstack/react-router';
import { useRead } from './queries.ts';
import { SaveState } from './saving/SaveState.tsx';
import { formatDayInFull } from './words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Status } from '../ui/Status.tsx';

type Props = { readonly onSearch: () => void; readonly onLock: () => void };

/** The day, the way to everything, whether what is typed is safe, and the lock. */
export function TopBar({ onSearch, onLock }: Props) {
  const settings = useRead('settings:get', {});
  const notices = useRead('store:notices', {});
  return (
    <header className="top">
      <div className="where cut">
        {settings.data ? formatDayInFull(settings.data.today) : ''}
        {notices.data?.clockBehind && (
          <Link to="/" className="note">
            <Status kind="must">Is this day right?</Status>
          </Link>
        )}
      </div>
      <button type="button" className="find" onClick={onSearch}>
        <Icon name="find" />
        Search, or type a command
        <span className="key">Ctrl K</span>
      </button>
      <div className="right">
        <SaveState />
        <button type="button" className="lock" onClick={onLock} aria-keyshortcuts="Control+Shift+L">
          <Icon name="lock" />
          Lock
        </button>
      </div>
    </header>
  );
}

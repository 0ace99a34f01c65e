import { Link } from '@tanstack/react-router';
import { Icon } from '../ui/Icon.tsx';
import { ThreadMark } from '../ui/ThreadMark.tsx';

const places = [
  { to: '/', name: 'Today', icon: 'today' },
  { to: '/children', name: 'Children', icon: 'children' },
] as const;

/** The way between the main screens; only those that there are. */
export function Rail() {
  return (
    <nav className="rail" aria-label="Golden Thread">
      <div className="mark">
        <ThreadMark />
      </div>
      {places.map(({ to, name, icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={icon} />
          {name}
        </Link>
      ))}
      <Link to="/settings" className="last" activeProps={{ 'aria-current': 'page' }}>
        <Icon name="settings" />
        Settings
      </Link>
    </nav>
  );
}

import { useEffect, useSyncExternalStore } from 'react';
import { useSay } from '../ui/LiveRegion.tsx';
import type { Slash } from './slash.ts';

/** What `/` offers, at the caret. The caret stays in the text; arrows choose, Enter takes, Escape leaves. */
export function SlashMenu({ slash }: { readonly slash: Slash }) {
  const state = useSyncExternalStore(slash.subscribe, slash.state);
  const say = useSay();
  const chosen = state?.items[state.chosen]?.name;
  useEffect(() => {
    if (chosen !== undefined) say(chosen);
  }, [chosen, say]);
  if (!state || state.items.length === 0) return null;
  return (
    <ul
      className="floats"
      aria-label="Make of these words"
      style={{ left: state.left, top: Math.min(state.top + 4, window.innerHeight - 320) }}
    >
      {state.items.map((item, place) => (
        <li key={item.name} aria-current={place === state.chosen ? 'true' : undefined}>
          <button
            type="button"
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              state.pick(item);
            }}
          >
            <span className="key">{item.key}</span>
            {item.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

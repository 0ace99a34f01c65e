import '../../styles/settings.css';
import { shortcutLists } from '../../app/shortcutLists.ts';

function Keys({ keys }: { readonly keys: string }) {
  return keys.split('+').map((key, place) => (
    <span key={key}>
      {place > 0 && ' '}
      <kbd className="key">{key}</kbd>
    </span>
  ));
}

/** Every key there is, from the lists that the screens themselves listen to. */
export function ShortcutsScreen() {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="settings scroll" data-pane tabIndex={0}>
      <header className="settings-head">
        <h1>Keyboard shortcuts</h1>
        <span className="soft">On a Mac, Command stands for Ctrl</span>
      </header>
      {shortcutLists.map(({ heading, keys }) => (
        <section className="part" key={heading} aria-label={heading}>
          <h2>{heading}</h2>
          <dl className="part-body key-list">
            {keys.map((key) => (
              <div key={key.keys}>
                <dt>
                  <Keys keys={key.keys} />
                </dt>
                <dd>{key.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

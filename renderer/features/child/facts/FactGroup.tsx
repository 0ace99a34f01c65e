import { Button } from '../../../ui/Button.tsx';

type LineProps = { readonly name: string; readonly more: string; readonly onOpen: () => void };

/** One fact as a way into its form. */
export function FactLine({ name, more, onOpen }: LineProps) {
  return (
    <li>
      <button type="button" className="factline" onClick={onOpen}>
        <span className="b">{name}</span>
        <span className="note">{more}</span>
      </button>
    </li>
  );
}

type GroupProps = {
  readonly title: string;
  readonly lines: readonly (LineProps & { readonly key: string })[];
  readonly addWords: string;
  readonly onAdd: () => void;
};

/** The facts of one kind, and the button that adds another. */
export function FactGroup({ title, lines, addWords, onAdd }: GroupProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {lines.length === 0 && <p className="note">None entered yet.</p>}
      <ul>
        {lines.map(({ key, ...line }) => (
          <FactLine key={key} {...line} />
        ))}
      </ul>
      <Button look="small" icon="plus" onClick={onAdd}>
        {addWords}
      </Button>
    </section>
  );
}

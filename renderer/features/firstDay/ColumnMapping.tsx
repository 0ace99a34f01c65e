import { SelectField } from '../../ui/Field.tsx';
import type { ColumnField, Mapping } from './columns.ts';

type Props<K extends string> = {
  readonly headings: readonly string[];
  readonly fields: readonly ColumnField<K>[];
  readonly mapping: Mapping<K>;
  readonly onChange: (mapping: Mapping<K>) => void;
  /** Something that is needed has no column: the choices stand open. */
  readonly isOpen?: boolean;
};

/** Which column holds what, guessed from the headings and open to change. */
export function ColumnMapping<K extends string>({
  headings,
  fields,
  mapping,
  onChange,
  isOpen = false,
}: Props<K>) {
  const choices = [
    { value: 'none', name: 'no column' },
    ...headings.map((heading, place) => ({
      value: String(place),
      name: heading.trim() || `Column ${place + 1}`,
    })),
  ];
  const choose = (key: K, value: string) => {
    const { [key]: _before, ...others } = mapping;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys, less or more one
    onChange((value === 'none' ? others : { ...others, [key]: Number(value) }) as Mapping<K>);
  };
  const found = fields.filter(({ key }) => mapping[key] !== undefined).length;
  return (
    <details open={isOpen || undefined}>
      <summary>
        Which column is what: {found} of {fields.length} found
      </summary>
      <div className="mapping">
        {fields.map(({ key, name }) => (
          <SelectField
            key={key}
            label={name}
            value={String(mapping[key] ?? 'none')}
            choices={choices}
            onChange={(value) => choose(key, value)}
          />
        ))}
      </div>
    </details>
  );
}

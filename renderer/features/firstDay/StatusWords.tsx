import { SelectField } from '../../ui/Field.tsx';
import { legalStatusChoices } from './legalStatusWords.ts';
import type { LegalStatus } from './newChild.ts';

type Props = {
  readonly words: readonly string[];
  readonly meanings: Readonly<Record<string, LegalStatus>>;
  readonly onChange: (meanings: Readonly<Record<string, LegalStatus>>) => void;
};

/** What the sheet's own words for a legal status mean, asked once for all its rows. */
export function StatusWords({ words, meanings, onChange }: Props) {
  if (words.length === 0) return null;
  return (
    <fieldset className="mapping">
      <legend>What these words for the legal status mean</legend>
      {words.map((word) => (
        <SelectField
          key={word}
          label={`“${word}”`}
          value={meanings[word] ?? ''}
          choices={legalStatusChoices}
          onChange={(status) => onChange({ ...meanings, [word]: status })}
        />
      ))}
    </fieldset>
  );
}

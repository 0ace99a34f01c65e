import { SettingText } from './SettingText.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';

const words = [
  { key: 'child', label: 'For a child', hint: 'child, our child, young person' },
  { key: 'review', label: 'For a review', hint: 'review, child in care review' },
  { key: 'familyTime', label: 'For family time', hint: 'family time, contact' },
  { key: 'placement', label: 'For a placement', hint: 'placement, home' },
] as const;

/** The words that this authority uses, on screen and in documents. */
export function WordsPart({ settings, change }: PartProps) {
  return (
    <SettingsPart
      title="Words"
      note="As your authority says them, in documents and in the headings of a review’s sections."
    >
      <div className="words-grid">
        {words.map(({ key, label, hint }) => (
          <SettingText
            key={key}
            label={label}
            hint={hint}
            value={settings.words[key]}
            onChange={(word) => change({ words: { ...settings.words, [key]: word } })}
          />
        ))}
      </div>
    </SettingsPart>
  );
}

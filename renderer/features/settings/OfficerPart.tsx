import type { Officer } from '../../../shared/caseFile.ts';
import type { Output } from '../../../shared/contract.ts';
import { SettingText } from './SettingText.tsx';
import { SettingsPart } from './SettingsPart.tsx';

type Props = {
  readonly officer: Output<'settings:get'>['officer'];
  readonly onChange: (officer: Officer) => void;
};

/** Without what is empty: a missing phone is no phone. */
function officerOf(name: string, phone: string, email: string): Officer {
  return { name, ...(phone !== '' && { phone }), ...(email !== '' && { email }) };
}

export function OfficerPart({ officer, onChange }: Props) {
  const { name, phone = '', email = '' } = officer;
  return (
    <SettingsPart
      title="You"
      note="Stands on records and letters as their chair, and how you can be reached."
    >
      <div className="row top-aligned">
        <SettingText
          label="Your name"
          value={name}
          onChange={(next) => onChange(officerOf(next, phone, email))}
        />
        <SettingText
          label="Phone at work"
          value={phone}
          isNeeded={false}
          onChange={(next) => onChange(officerOf(name, next, email))}
        />
        <SettingText
          label="Email at work"
          value={email}
          isNeeded={false}
          onChange={(next) => onChange(officerOf(name, phone, next))}
        />
      </div>
    </SettingsPart>
  );
}

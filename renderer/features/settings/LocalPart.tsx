import { SettingText } from './SettingText.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';

/** What silence means here, whose documents these are, and the initials that readers know. */
export function LocalPart({ settings, change }: PartProps) {
  return (
    <SettingsPart title="Local rules">
      <SettingText
        label="Name of the authority"
        value={settings.authorityName ?? ''}
        isNeeded={false}
        onChange={(authorityName) => change({ authorityName })}
      />
      <SettingText
        label="When the manager does not reply"
        hint={`Printed as “No reply: ${settings.noReplyMeans}.”`}
        value={settings.noReplyMeans}
        onChange={(noReplyMeans) => change({ noReplyMeans })}
      />
      <SettingText
        label="Initials that every reader knows"
        hint="With commas: CAMHS, SENCO. Others are asked about once in copies for families and children."
        value={settings.knownInitials.join(', ')}
        isNeeded={false}
        onChange={(typed) =>
          change({
            knownInitials: typed
              .split(',')
              .map((initials) => initials.trim())
              .filter((initials) => initials !== ''),
          })
        }
      />
    </SettingsPart>
  );
}

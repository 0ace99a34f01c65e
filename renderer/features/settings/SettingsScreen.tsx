import { Link } from '@tanstack/react-router';
import '../../styles/firstDay.css';
import '../../styles/settings.css';
import { useRead } from '../../app/queries.ts';
import { SavingNote } from '../../app/saving/SavingNote.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { AppearancePart } from './AppearancePart.tsx';
import { BackupPart } from './BackupPart.tsx';
import { DaysPart } from './DaysPart.tsx';
import { LimitsPart } from './LimitsPart.tsx';
import { LetterheadPart } from './LetterheadPart.tsx';
import { LocalPart } from './LocalPart.tsx';
import { OfficerPart } from './OfficerPart.tsx';
import { PassphrasePart } from './PassphrasePart.tsx';
import { RecoveryKeyPart } from './RecoveryKeyPart.tsx';
import { SectionsPart } from './SectionsPart.tsx';
import { useSettings } from './useSettings.ts';
import { WordsPart } from './WordsPart.tsx';

/** How this officer and their authority work: words, sections, days, look, keys and backups. Saved as it is changed. */
export function SettingsScreen() {
  const read = useRead('settings:get', {});
  const editor = useSettings();
  const { stored } = editor;
  if (read.error) return <ErrorNote error={read.error.error} />;
  if (!stored) return null;
  const part = { settings: stored.settings, change: editor.change };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="settings scroll" data-pane tabIndex={-1}>
      <header className="settings-head">
        <h1>Settings</h1>
        <span className="soft">Saved as you change them</span>
        <span className="ways-on">
          <Link to="/rules" className="act">
            Rules of time
          </Link>
          <Link to="/shortcuts" className="act">
            Keyboard shortcuts
          </Link>
        </span>
      </header>
      <SavingNote editor={editor} />
      <PanelBoundary name="Settings">
        <OfficerPart officer={stored.officer} onChange={editor.changeOfficer} />
        <AppearancePart {...part} />
        <WordsPart {...part} />
        <SectionsPart {...part} />
        <DaysPart {...part} today={stored.today} />
        <LocalPart {...part} />
        <LimitsPart {...part} />
        <LetterheadPart />
        <BackupPart />
        <PassphrasePart />
        <RecoveryKeyPart />
      </PanelBoundary>
    </div>
  );
}

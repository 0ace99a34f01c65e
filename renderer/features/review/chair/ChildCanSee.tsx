import { unquoted } from '../../../app/words.ts';
import { useModal } from '../../../app/useModal.ts';
import { useReview } from '../useReview.tsx';
import { isVoice } from './lineWords.ts';
import type { Line } from './useNoteLines.ts';

type Props = { readonly lines: readonly Line[]; readonly onClose: () => void; readonly onBlank: () => void };

/** What may be seen by the child in the room: nothing private, and nothing that was flagged when it became a point. */
function useVisible(lines: readonly Line[]): Line[] {
  const { view } = useReview();
  const flagged = new Set<string>(
    view.points
      .filter(
        (point) =>
          point.audience !== undefined &&
          (point.audience.level !== 'everyone' || point.audience.restriction !== undefined),
      )
      .map((point) => point.id),
  );
  return lines.filter(
    (line) => line.isPrivate !== true && !(line.filedAs !== undefined && flagged.has(line.filedAs)),
  );
}

/** The screen turned to the child: this child only, large, no search, no counts, no last time. F9 blanks it, Esc ends it. */
export function ChildCanSee({ lines, onClose, onBlank }: Props) {
  const { child } = useReview();
  const visible = useVisible(lines);
  const modal = useModal(true, onClose);
  return (
    <dialog
      {...modal}
      className="can-see"
      aria-label={`What ${child.preferredName} can see`}
      onKeyDown={(event) => {
        if (event.key !== 'F9') return;
        event.preventDefault();
        event.stopPropagation();
        onBlank();
      }}
    >
      <h1>{child.preferredName}</h1>
      <ol>
        {visible.map((line) => (
          <li key={line.id}>
            {isVoice(line.kind) ? <q className="voice">{unquoted(line.text)}</q> : line.text}
          </li>
        ))}
      </ol>
      {visible.length === 0 && <p>Nothing written yet.</p>}
    </dialog>
  );
}

/** A blank screen at one key; the same key, or Esc, brings everything back as it was. */
export function BlankScreen({ onClose }: { readonly onClose: () => void }) {
  const modal = useModal(true, onClose);
  return (
    <dialog
      {...modal}
      className="blank-screen"
      aria-label="The screen is blank. F9 or Escape brings it back."
      onKeyDown={(event) => {
        if (event.key !== 'F9') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p className="note">F9 or Esc brings the screen back</p>
    </dialog>
  );
}

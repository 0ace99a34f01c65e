import { RecordId } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/domain/dates.ts';
import { formatTime } from '../../../../shared/domain/london.ts';
import type { NoteLine } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey, SectionRow } from '../../../../shared/domain/model/sections.ts';
import { isBlank, richTextFromPlain } from '../../../../shared/richText.ts';
import { call } from '../../../app/calls.ts';
import { now } from '../../../app/now.ts';
import { readAgain } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import type { ReviewData } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import { useUndo } from '../../../app/undoLine.tsx';
import { withArticle } from '../../../app/words.ts';
import { useChanges } from './useChanges.ts';
import { useSectionText } from './useSectionText.ts';

/** Notes that still wait: not filed at all, or filed to these sections and not used yet. */
export function waitingNotes(
  { record }: Pick<ReviewData, 'record'>,
  rows: readonly SectionRow[],
): NoteLine[] {
  return record.notes.filter(
    (note) =>
      note.filedSection === undefined ||
      (note.filedAs === undefined && rows.some(({ key }) => key === note.filedSection)),
  );
}

/** Puts a plain note at the end of what happened: the officer's own words, to be written on. */
function UseNote({ note, section }: { readonly note: NoteLine; readonly section: SectionKey }) {
  const text = useSectionText(section, 'account');
  const { save } = useChanges();
  const used = () =>
    save('note:save', note, (was) => ({ ...was, filedAs: RecordId.parse(text.id) }), 'Note used');
  const put = () => {
    const added = richTextFromPlain(note.text).content;
    text.edit({ type: 'doc', content: isBlank(text.body) ? added : [...text.body.content, ...added] });
    void used();
  };
  return (
    <>
      <Button look="small" onClick={put}>
        Into the text
      </Button>
      <Button look="small" onClick={() => void used()}>
        It is there already
      </Button>
    </>
  );
}

function FileNote({ note, rows }: { readonly note: NoteLine; readonly rows: readonly SectionRow[] }) {
  const { versionOf } = useReview();
  const undo = useUndo();
  const file = async (section: SectionKey) => {
    try {
      const at = instant(await now());
      const saved = await call('note:file', { id: note.id, baseVersion: versionOf(note.id), section, at });
      const made = note.kind === 'note' ? '' : `, and made ${withArticle(note.kind)}`;
      const heading = rows.find(({ key }) => key === section)?.heading ?? '';
      undo.done(`Filed in ${heading}${made}`, { token: saved.undo });
    } catch (cause) {
      undo.failed(cause);
    }
    await readAgain();
  };
  return rows.map(({ key, heading }) => (
    <Button key={key} look="small" onClick={() => void file(key)}>
      File in {heading}
    </Button>
  ));
}

function Note({ note, rows }: { readonly note: NoteLine; readonly rows: readonly SectionRow[] }) {
  const { isEditable } = useReview();
  return (
    <li>
      <p>
        <span className="num note">{formatTime(note.at)}</span>{' '}
        {note.kind !== 'note' && <b className="kind-word">{note.kind} </b>}
        {note.text}
      </p>
      {isEditable('narrative') && (
        <div className="btns">
          {note.filedSection === undefined ? (
            <FileNote note={note} rows={rows} />
          ) : (
            <UseNote note={note} section={note.filedSection} />
          )}
        </div>
      )}
    </li>
  );
}

type ListProps = {
  readonly title: string;
  readonly notes: readonly NoteLine[];
  readonly rows: readonly SectionRow[];
};

function NoteList({ title, notes, rows }: ListProps) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h3 className="sub">{title}</h3>
      <ul className="notes">
        {notes.map((note) => (
          <Note key={note.id} note={note} rows={rows} />
        ))}
      </ul>
    </section>
  );
}

/** The meeting's notes until they are filed and used. */
export function NotesPane({ rows }: { readonly rows: readonly SectionRow[] }) {
  const data = useReview();
  const waiting = waitingNotes(data, rows);
  if (waiting.length === 0) return <p className="empty">Every note of these sections is filed and used.</p>;
  return (
    <>
      <NoteList
        title="Filed here"
        notes={waiting.filter(({ filedSection }) => filedSection !== undefined)}
        rows={rows}
      />
      <NoteList
        title="Not filed yet"
        notes={waiting.filter(({ filedSection }) => filedSection === undefined)}
        rows={rows}
      />
    </>
  );
}

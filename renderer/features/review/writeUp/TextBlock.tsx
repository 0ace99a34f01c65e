import type { Editor } from '@tiptap/core';
import { useCallback, useId, useMemo, useState } from 'react';
import type { TextPart } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { RichTextEditor } from '../../../editor/RichTextEditor.tsx';
import type { Beads } from '../../../editor/pointBeads.ts';
import type { SlashChoice } from '../../../editor/slash.ts';
import { Status } from '../../../ui/Status.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { useReview } from '../useReview.tsx';
import { makings } from './makings.ts';
import { goTo } from './opened.tsx';
import { useSelection } from './selection.tsx';
import { TextConflict } from './TextConflict.tsx';
import { useMaking } from './useMaking.ts';
import type { SectionTextEditing } from './useSectionText.ts';
import { useSectionText } from './useSectionText.ts';
import { AudienceField } from './AudienceField.tsx';
import { audienceWords, partNames } from './words.ts';
import { useBeads } from './useBeads.ts';

type Props = { readonly section: SectionKey; readonly part: TextPart };

/** The id of a section's heading: its texts are named by it too. */
export function headingId(section: SectionKey): string {
  return `heading-${section}`;
}

function NotSaved({ slot }: { readonly slot: string }) {
  const saving = useSaving();
  const state = saving.stateOf(slot);
  return state.kind === 'not-saved' ? <ErrorNote error={state.error} /> : null;
}

type LimitProps = { readonly text: SectionTextEditing };

/** Who may not have the whole text, where somebody may not. */
function Limited({ text }: LimitProps) {
  const { record } = useReview();
  const words = audienceWords(text.audience, record.people);
  return words === undefined ? null : <Status kind="private">{words}</Status>;
}

/** Opens who may have the whole text: privilege and police information print in the service file only. */
function Limit({ text, name }: LimitProps & { readonly name: string }) {
  const { isEditable } = useReview();
  const [isOpen, setOpen] = useState(false);
  if (!isEditable('narrative')) return null;
  return (
    <details className="limit" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`Who may have ${name}`}>Limit</summary>
      {isOpen && (
        <div className="fields">
          <AudienceField value={text.audience} onChange={text.limit} />
        </div>
      )}
    </details>
  );
}

/** One of a section's two texts, saved while it is typed. */
export function TextBlock({ section, part }: Props) {
  const title = useId();
  const text = useSectionText(section, part);
  const { isEditable } = useReview();
  const { moved, left } = useSelection();
  const { ofWords } = useMaking();
  const beads: Beads = useBeads();
  const { addPoint, removeAnchor, settle } = text;
  const place = useMemo(
    () => ({ section, part, text: { addPoint, removeAnchor } }),
    [section, part, addPoint, removeAnchor],
  );
  const onSelect = useCallback((editor: Editor) => moved({ editor, ...place }), [moved, place]);
  const onLeave = useCallback(() => {
    left();
    void settle();
  }, [left, settle]);
  const onChoice = useCallback(
    (editor: Editor, choice: SlashChoice) => {
      const making = makings.find(({ name }) => name === choice.name)?.kind;
      if (making) void ofWords({ editor, ...place }, making);
    },
    [ofWords, place],
  );
  return (
    <section className="blk">
      <div className="side-head">
        <h3 id={title}>{partNames[part]}</h3>
        <Limit text={text} name={`${partNames[part]}, ${section}`} />
      </div>
      <div className="body in">
        <Limited text={text} />
        {text.stateKind === 'conflict' ? (
          <TextConflict slot={text.key} />
        ) : (
          <RichTextEditor
            value={text.body}
            onChange={text.edit}
            isReadOnly={!isEditable('narrative')}
            labelledBy={`${title} ${headingId(section)}`}
            beads={beads}
            choices={makings}
            onChoice={onChoice}
            onBead={goTo}
            onSelect={onSelect}
            onLeave={onLeave}
          />
        )}
        {text.stateKind === 'not-saved' && <NotSaved slot={text.key} />}
      </div>
    </section>
  );
}

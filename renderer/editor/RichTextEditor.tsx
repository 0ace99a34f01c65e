import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { RichText } from '../../shared/richText.ts';
import { cspNonce } from '../bridge.ts';
import { Status } from '../ui/Status.tsx';
import { canHold, contentOf, isSameText, textOf, wordsOf } from './content.ts';
import type { EditorParts } from './editorParts.ts';
import { attributesFor, createParts } from './editorParts.ts';
import type { Beads } from './pointBeads.ts';
import { withBeads } from './pointBeads.ts';
import { SlashMenu } from './SlashMenu.tsx';
import type { SlashChoice } from './slash.ts';
import type { Asked } from './spelling/SpellMenu.tsx';
import { SpellMenu } from './spelling/SpellMenu.tsx';
import './editor.css';

export type RichTextEditorProps = {
  readonly value: RichText;
  /** What stands in the editor now, after each change. */
  readonly onChange: (value: RichText) => void;
  readonly isReadOnly: boolean;
  readonly labelledBy: string;
  readonly beads: Beads;
  /** What `/` offers. */
  readonly choices: readonly SlashChoice[];
  readonly onChoice: (editor: Editor, choice: SlashChoice) => void;
  readonly onBead: (id: string) => void;
  /** The caret or the selection moved. */
  readonly onSelect: (editor: Editor) => void;
  readonly onLeave: () => void;
};

/** A text that the editor cannot hold: its words are shown, and nothing can be saved over it. */
function Unheld({ value }: { readonly value: unknown }) {
  return (
    <>
      <Status kind="must">
        Something in this text cannot be edited here. It is safe, and shown as words only.
      </Status>
      <p className="read unheld">{wordsOf(value)}</p>
    </>
  );
}

function useOwnEditor(props: RichTextEditorProps, parts: EditorParts): Editor {
  const { value, isReadOnly, labelledBy, beads } = props;
  const emitted = useRef(value);
  const editor = useEditor({
    extensions: parts.extensions,
    content: contentOf(value),
    editable: !isReadOnly,
    enableContentCheck: true,
    injectNonce: cspNonce(),
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: attributesFor(labelledBy, isReadOnly) },
    onUpdate: ({ editor: now }) => {
      const text = textOf(now);
      if (!text) return;
      emitted.current = text;
      parts.props().onChange(text);
    },
    onSelectionUpdate: ({ editor: now }) => parts.props().onSelect(now),
    onFocus: ({ editor: now }) => parts.props().onSelect(now),
    onBlur: () => parts.props().onLeave(),
  });
  useEffect(() => parts.follow(props));
  useEffect(() => {
    // What came from outside (an undo, the other text of a conflict) is shown; what was typed here is there already.
    if (value === emitted.current || isSameText(value, emitted.current)) return;
    emitted.current = value;
    editor.commands.setContent(contentOf(value), { emitUpdate: false });
  }, [editor, value]);
  useEffect(() => {
    editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useEffect(() => {
    editor.view.dispatch(withBeads(editor.state, beads));
  }, [editor, beads]);
  return editor;
}

function Held(props: RichTextEditorProps) {
  const [asked, setAsked] = useState<Asked>();
  const [parts] = useState(() => createParts(props, setAsked));
  const editor = useOwnEditor(props, parts);
  return (
    <div className="editor">
      <EditorContent editor={editor} />
      <SlashMenu slash={parts.slash} />
      <SpellMenu editor={editor} asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  );
}

/** A rich text that is written: value in, value out. One that the editor cannot hold is read only. */
export const RichTextEditor = memo(function RichTextEditor(props: RichTextEditorProps) {
  const { value } = props;
  const isHeld = useMemo(() => canHold(value), [value]);
  return isHeld ? <Held {...props} /> : <Unheld value={value} />;
});

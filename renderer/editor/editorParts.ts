import type { Extensions } from '@tiptap/core';
import { extensions } from './extensions.ts';
import { PointBeads } from './pointBeads.ts';
import type { RichTextEditorProps } from './RichTextEditor.tsx';
import type { Slash } from './slash.ts';
import { createSlash } from './slash.ts';
import type { Asked } from './spelling/SpellMenu.tsx';
import { Spelling } from './spelling/spellingExtension.ts';

/** What an editor is made of once: its extensions call whatever its component was last drawn with. */
export type EditorParts = {
  readonly extensions: Extensions;
  readonly slash: Slash;
  readonly props: () => RichTextEditorProps;
  readonly follow: (props: RichTextEditorProps) => void;
};

/** The parts of one editor. `onAsk` is told which underlined word is asked about, and where it stands. */
export function createParts(first: RichTextEditorProps, onAsk: (asked: Asked) => void): EditorParts {
  let now = first;
  const slash = createSlash();
  return {
    slash,
    props: () => now,
    follow: (props) => {
      now = props;
    },
    extensions: [
      ...extensions,
      PointBeads.configure({ onBead: (id) => now.onBead(id) }),
      Spelling.configure({
        onAsk: (view, wrong) => {
          const { left, bottom } = view.coordsAtPos(wrong.from);
          onAsk({ ...wrong, left, top: bottom });
        },
      }),
      slash.extension({
        choices: () => now.choices,
        onChoice: (editor, choice) => now.onChoice(editor, choice),
      }),
    ],
  };
}

/** How the editor's element presents itself to a keyboard and a screen reader. */
export function attributesFor(labelledBy: string, isReadOnly: boolean): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelledBy,
    'aria-readonly': String(isReadOnly),
    class: 'read rich',
    // The page's own checker underlines: the system's would send words out, or use another dictionary.
    spellcheck: 'false',
    autocomplete: 'off',
    autocorrect: 'off',
    tabindex: '0',
  };
}

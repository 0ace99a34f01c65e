import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';

/** One thing that words can become. */
export type SlashChoice = { readonly key: string; readonly name: string };

export type SlashState = {
  readonly items: readonly SlashChoice[];
  readonly chosen: number;
  readonly left: number;
  readonly top: number;
  readonly pick: (choice: SlashChoice) => void;
};

type Given = {
  readonly choices: () => readonly SlashChoice[];
  readonly onChoice: (editor: Editor, choice: SlashChoice) => void;
};

/** The choices whose name or key begins with what was typed after the slash. */
export function matching(choices: readonly SlashChoice[], query: string): SlashChoice[] {
  const typed = query.toLowerCase();
  return choices.filter((choice) => choice.name.toLowerCase().startsWith(typed));
}

type Shown = SuggestionProps<SlashChoice>;

function stateFor(props: Shown, chosen: number): SlashState {
  const place = props.clientRect?.();
  return {
    items: props.items,
    chosen: Math.min(chosen, Math.max(0, props.items.length - 1)),
    left: place?.left ?? 0,
    top: place?.bottom ?? 0,
    pick: (choice) => props.command(choice),
  };
}

/** What a key does in the list; undefined when it is the text's own. */
function afterKey(event: KeyboardEvent, state: SlashState): SlashState | 'picked' | undefined {
  const { items, chosen } = state;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) return { ...state, chosen: (chosen + step + items.length) % items.length };
  const item = items[chosen];
  if ((event.key !== 'Enter' && event.key !== 'Tab') || !item) return undefined;
  state.pick(item);
  return 'picked';
}

function slashExtension(
  given: Given,
  state: () => SlashState | undefined,
  set: (next: SlashState | undefined) => void,
) {
  const onKeyDown = ({ event }: SuggestionKeyDownProps): boolean => {
    const now = state();
    const next = now && now.items.length > 0 ? afterKey(event, now) : undefined;
    if (next !== undefined && next !== 'picked') set(next);
    return next !== undefined;
  };
  return Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      return [
        Suggestion<SlashChoice>({
          editor: this.editor,
          pluginKey: new PluginKey('slash'),
          char: '/',
          // After a space or at the start of a line: "and/or" and 5/10 stay as they are.
          allowedPrefixes: [' ', '\u00a0'],
          items: ({ query }) => matching(given.choices(), query),
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run();
            given.onChoice(editor, props);
          },
          render: () => ({
            onStart: (props) => set(stateFor(props, 0)),
            onUpdate: (props) => set(stateFor(props, state()?.chosen ?? 0)),
            onKeyDown,
            onExit: () => set(undefined),
          }),
        }),
      ];
    },
  });
}

/** One editor's list behind `/`: its state, for the component that draws it, and the extension that feeds it. */
export function createSlash() {
  let state: SlashState | undefined;
  const listeners = new Set<() => void>();
  const set = (next: SlashState | undefined) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    extension: (given: Given) => slashExtension(given, () => state, set),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    state: () => state,
  };
}
export type Slash = ReturnType<typeof createSlash>;

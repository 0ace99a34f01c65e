import { makings } from './makings.ts';

/** The keys of Write up; the page of shortcuts prints this list. */
export const writeUpKeys = {
  heading: 'Write up',
  keys: [
    { keys: 'F, 1 to 9, 0, P', does: 'Front sheet, a group, decisions and actions (while nobody types)' },
    { keys: 'Alt+1 to Alt+0', does: 'A group, also while typing' },
    ...makings.map(({ key, name }) => ({ keys: `Alt+${key}`, does: `Make a ${name} of the selected words` })),
    { keys: '/', does: 'The same list at the caret' },
    { keys: 'F2', does: 'From the text to the list of what its words can become; then the letter alone' },
    { keys: 'C, O, X', does: 'Ending of a section: no change, not discussed, does not apply' },
    { keys: 'Shift+F10 or F7', does: 'Suggestions for an underlined word' },
    { keys: 'Ctrl+Z', does: 'Undo: in a text what was typed or made of it last, elsewhere the last change' },
  ],
} as const;

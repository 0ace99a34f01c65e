/** The keys of a paper that is read; the page of shortcuts prints this list. */
export const readerKeys = {
  heading: 'Reading a paper',
  keys: [
    { keys: '+, -, 0', does: 'Larger, smaller, as wide as its place' },
    { keys: 'Page Down, Page Up', does: 'The next page, the one before' },
    { keys: 'Shift+Down, Shift+Up', does: 'Choose a line or sentence, then one more or one less' },
    { keys: 'Down, Up', does: 'While something is chosen: the next line or sentence, the one before' },
    { keys: 'Shift+Right, Shift+Left', does: 'One word more, one less' },
    { keys: 'Q', does: 'Quote what is chosen where the caret was last, with the paper’s title and date' },
    { keys: 'Escape', does: 'Choose nothing' },
  ],
} as const;

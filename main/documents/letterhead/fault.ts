/**
 * What keeps a file from being a letterhead: what is wrong with it and what to do, in words for the officer. Quotes
 * nothing of the file but the names of Word's own things. Becomes `invalid-input`.
 */
export class LetterheadFault extends Error {}

/** For a file that Word itself would call damaged. */
export function damaged(): LetterheadFault {
  return new LetterheadFault(
    'This Word document is damaged. Open it in Word, save it again as a Word Document (.docx), then choose it again.',
  );
}

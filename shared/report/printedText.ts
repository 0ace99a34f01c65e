import { cleanText, toNoBreakDates } from '../text/clean.ts';

/**
 * Text as it prints: what a Word file cannot hold is gone, and a date or time never breaks across lines.
 * Words are counted, measured and printed from this, so that the three agree.
 */
export function printedText(text: string): string {
  return toNoBreakDates(cleanText(text));
}

import * as z from 'zod';
import { LetterheadPaper } from '../report/letterheadPaper.ts';
import { Instant } from './dates.ts';
import { LetterheadId } from './ids.ts';
import { FilledLine } from './model/common.ts';

/** What a letterhead says, line by line: searched for what a reader must not learn, like every part of a document. */
export const LetterheadWords = z.strictObject({
  header: z.array(z.string()),
  footer: z.array(z.string()),
  /** What is read out in place of its pictures. */
  descriptions: z.array(z.string()),
});
export type LetterheadWords = z.infer<typeof LetterheadWords>;

/** What was read out of the authority's document, without its parts. */
export const letterheadFields = {
  paper: LetterheadPaper,
  words: LetterheadWords,
  /** What of it is not carried over, in words for the officer. */
  notes: z.array(z.string()),
};

/** The letterhead as the store keeps it; its parts are a side file of the same id. */
export const Letterhead = z.strictObject({
  id: LetterheadId,
  /** The name of the file that was chosen. */
  name: FilledLine,
  addedAt: Instant,
  /** Of the parts: what an issued document says it went out on. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ...letterheadFields,
});
export type Letterhead = z.infer<typeof Letterhead>;

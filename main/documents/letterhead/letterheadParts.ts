import * as z from 'zod';
import type { letterheadFields } from '../../../shared/domain/letterhead.ts';
import { pictureTypes, type PictureType } from './pictures.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of an object literal are its keys
const types = Object.keys(pictureTypes) as [PictureType, ...PictureType[]];

/** The content of a header or footer as XML, by the pages it is for. */
const margins = z.strictObject({
  default: z.string(),
  first: z.string().optional(),
  even: z.string().optional(),
});

/** What is printed of a letterhead: cleaned, in our own names, with nothing that points out of it. */
export const LetterheadParts = z.strictObject({
  version: z.literal(1),
  headers: margins,
  footers: margins,
  /** `w:style` elements. */
  styles: z.string(),
  theme: z.string().optional(),
  /** By the id that the headers and footers name them by. */
  pictures: z.array(z.strictObject({ id: z.string(), type: z.enum(types), content: z.base64() })),
});
export type LetterheadParts = z.infer<typeof LetterheadParts>;

export type ReadLetterhead = {
  readonly parts: LetterheadParts;
  readonly facts: z.infer<z.ZodObject<typeof letterheadFields>>;
};

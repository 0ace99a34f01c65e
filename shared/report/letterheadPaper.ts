import * as z from 'zod';

const mm = z.number().nonnegative();

/** A page in mm. */
export const PageType = z.strictObject({
  width: mm,
  height: mm,
  left: mm,
  right: mm,
  top: mm,
  bottom: mm,
  headerFromEdge: mm,
  footerFromEdge: mm,
});
export type PageType = Readonly<z.infer<typeof PageType>>;

/**
 * What a document must know of the authority's letterhead before it is printed: the page, and the height in mm that the
 * letterhead's own header and footer take on the first page. An estimate, rather too high than too low.
 */
export const LetterheadPaper = z.strictObject({ page: PageType, headerHeight: mm, footerHeight: mm });
export type LetterheadPaper = Readonly<z.infer<typeof LetterheadPaper>>;

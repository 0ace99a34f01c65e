import type { SectionRow } from '../domain/model/sections.ts';
import { headingIn } from '../domain/sectionWords.ts';
import type { ReportContext } from './context.ts';

/** A section's heading in the document's voice and the authority's own words. */
export function sectionHeading({ voice, content }: ReportContext, row: SectionRow): string {
  return row.key === 'childs-views' ? voice.headings.views : headingIn(content.settings.words, row.key);
}

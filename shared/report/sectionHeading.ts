import type { SectionRow } from '../domain/model/sections.ts';
import type { ReportContext } from './context.ts';
import { capitalise } from './phrases.ts';

/** A section's heading in the document's voice and the authority's own words. */
export function sectionHeading({ voice }: ReportContext, row: SectionRow): string {
  if (row.key === 'childs-views') return voice.headings.views;
  if (row.key === 'family-time') return `${capitalise(voice.familyTime)} and relationships`;
  return row.heading;
}

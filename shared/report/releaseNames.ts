import type {
  ActionId,
  DecisionId,
  EventId,
  FinalisationId,
  MeetingId,
  PersonId,
  PointId,
  ProgressId,
  RecordId,
  RiskId,
  TextId,
} from '../domain/ids.ts';
import type { GroupKey, SectionKey } from '../domain/model/sections.ts';
import { sectionOf } from '../domain/model/sections.ts';

/**
 * The names that a release may carry (`Release.item`). Paragraphs, sentences and attendees are counted from 0 in
 * reading order, so a release is made on what is final: after an edit the count may point elsewhere.
 */
export const itemName = {
  group: (key: GroupKey) => `group:${key}`,
  section: (key: SectionKey) => `section:${key}`,
  ending: (key: SectionKey) => `ending:${key}`,
  point: (id: PointId) => `point:${id}`,
  decision: (id: DecisionId) => `decision:${id}`,
  action: (id: ActionId) => `action:${id}`,
  progress: (id: ProgressId) => `progress:${id}`,
  event: (id: EventId) => `event:${id}`,
  risk: (id: RiskId) => `risk:${id}`,
  person: (id: PersonId) => `person:${id}`,
  attendee: (id: MeetingId, index: number) => `attendee:${id}:${index}`,
  paragraph: (id: TextId, index: number) => `text:${id}:${index}`,
  quote: (id: PointId) => `page-one:quote:${id}`,
  sentence: (index: number) => `page-one:sentence:${index}`,
  fact: (name: string) => `fact:${name}`,
  addendum: (id: RecordId) => `addendum:${id}`,
  withdrawal: (id: FinalisationId) => `withdrawal:${id}`,
} as const;

/** The names that release a thing of this section without naming it: its section and, where it has one, its group. */
export function groupNamesOf(section: SectionKey): string[] {
  const { group } = sectionOf(section);
  return [itemName.section(section), ...(group === null ? [] : [itemName.group(group)])];
}

/** True for a name that stands for many things. */
export function isGroupName(name: string): boolean {
  return name.startsWith('group:') || name.startsWith('section:');
}

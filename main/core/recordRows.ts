import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Entities, EntityName } from '../store/entities.ts';

export type Rows = { readonly [K in EntityName]: readonly Entities[K][] };

/** A record's rows by kind, in an order in which every row comes after what it refers to. */
export function rowsOf(record: ChildRecord): Rows {
  return {
    child: [record.child],
    person: record.people,
    period: record.periods,
    dated_event: record.events,
    risk: record.risks,
    review: record.reviews,
    paper: record.papers,
    deadline_mark: record.deadlineMarks,
    meeting: record.meetings,
    section: record.sections,
    section_text: record.texts,
    note_line: record.notes,
    point: record.points,
    decision: record.decisions,
    action: record.actions,
    progress: record.progress,
    midway_check: record.midwayChecks,
    finalisation: record.finalisations,
    addendum: record.addenda,
    release: record.releases,
    issued_document: record.issued,
    filing: record.filings,
  };
}

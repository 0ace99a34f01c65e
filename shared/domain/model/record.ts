import type { Child, Paper, Period, Person } from './child.ts';
import type { DeadlineMark } from './deadlineMarks.ts';
import type { DatedEvent, Risk } from './events.ts';
import type { Addendum, FieldDraft, Filing, Finalisation, IssuedDocument, Release } from './issue.ts';
import type { MidwayCheck } from './midway.ts';
import type { NoteLine, Point, Section, SectionText } from './minutes.ts';
import type { Action, Decision, Progress } from './plan.ts';
import type { Meeting, Review } from './review.ts';

/**
 * One child's whole record as plain values: what the rules and the documents are given, what the store reads
 * and writes, what a case file carries. Lists are in no particular order unless a rule sorts them.
 */
export type ChildRecord = {
  readonly child: Child;
  readonly periods: readonly Period[];
  readonly people: readonly Person[];
  readonly events: readonly DatedEvent[];
  readonly risks: readonly Risk[];
  readonly papers: readonly Paper[];
  readonly deadlineMarks: readonly DeadlineMark[];
  readonly reviews: readonly Review[];
  readonly meetings: readonly Meeting[];
  readonly sections: readonly Section[];
  readonly texts: readonly SectionText[];
  readonly notes: readonly NoteLine[];
  readonly points: readonly Point[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly Action[];
  readonly progress: readonly Progress[];
  readonly midwayChecks: readonly MidwayCheck[];
  readonly finalisations: readonly Finalisation[];
  readonly addenda: readonly Addendum[];
  readonly releases: readonly Release[];
  readonly issued: readonly IssuedDocument[];
  readonly filings: readonly Filing[];
  readonly drafts: readonly FieldDraft[];
};

/** A record that holds a child and nothing else. */
export function emptyRecord(child: Child): ChildRecord {
  return {
    child,
    periods: [],
    people: [],
    events: [],
    risks: [],
    papers: [],
    deadlineMarks: [],
    reviews: [],
    meetings: [],
    sections: [],
    texts: [],
    notes: [],
    points: [],
    decisions: [],
    actions: [],
    progress: [],
    midwayChecks: [],
    finalisations: [],
    addenda: [],
    releases: [],
    issued: [],
    filings: [],
    drafts: [],
  };
}

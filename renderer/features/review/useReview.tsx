import type { ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { EditKind, ReviewStage } from '../../../shared/domain/lifecycle.ts';
import { reviewStages, whyNotEditable } from '../../../shared/domain/lifecycle.ts';
import type { Child } from '../../../shared/domain/model/child.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Numbers } from '../../../shared/report/numbering.ts';

export type ReviewView = Output<'review:get'>;
export type ChildView = Output<'child:get'>;
export type Finding = Output<'review:check'>[number];
export type SettingsView = Output<'settings:get'>;

/** One review with everything its five stages show; read once, and again after each change. */
export type ReviewData = {
  readonly view: ReviewView;
  /** The child's facts and this review's minutes, as the rules of `shared/domain` take them. */
  readonly record: ChildRecord;
  readonly review: Review;
  readonly child: Child;
  readonly stage: ReviewStage;
  readonly numbers: Numbers;
  readonly earlierNumbers: Numbers;
  readonly findings: readonly Finding[];
  readonly settings: Settings;
  readonly officer: SettingsView['officer'];
  readonly today: IsoDate;
  /** The day on which everything here was frozen, where what is shown is a finalised record and not today's facts. */
  readonly frozenOn: IsoDate | undefined;
  /** The version a record was read at; 0 for one that is not there yet. */
  readonly versionOf: (id: string) => number;
  /** Why something may not change now, as a sentence to show; undefined when it may. */
  readonly whyNot: (what: EditKind) => string | undefined;
  readonly isEditable: (what: EditKind) => boolean;
};

const ReviewContext = createContext<ReviewData | undefined>(undefined);

/** What the review screen has loaded, for its stages and their parts. */
export function useReview(): ReviewData {
  const data = use(ReviewContext);
  if (!data) throw new Error('Stages stand inside ReviewProvider');
  return data;
}

function recordOf(view: ReviewView, child: ChildView): ChildRecord {
  const record = {
    child: child.child,
    periods: child.periods,
    people: child.people,
    events: child.events,
    risks: child.risks,
    papers: child.papers,
    reviews: child.reviews,
    meetings: child.meetings,
    sections: view.sections,
    texts: view.texts,
    notes: view.notes,
    points: view.points,
    decisions: view.decisions,
    actions: child.actions,
    progress: child.progress,
    finalisations: view.finalisations,
    addenda: view.addenda,
    releases: view.releases,
    issued: view.issued,
    filings: view.filings,
    drafts: [],
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same values, which the contract marks as nobody's to change
  return record as unknown as ChildRecord;
}

type Loaded = {
  readonly view: ReviewView;
  readonly child: ChildView;
  readonly findings: readonly Finding[];
  readonly settings: SettingsView;
  readonly frozenOn?: IsoDate | undefined;
};

function dataOf({ view, child, findings, settings, frozenOn }: Loaded): ReviewData {
  const record = recordOf(view, child);
  const whyNot = (what: EditKind) => whyNotEditable(record, view.review.id, what);
  return {
    view,
    record,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    review: view.review as Review,
    child: record.child,
    stage: reviewStages.find((stage) => stage === view.stage) ?? 'prepared',
    numbers: view.numbers,
    earlierNumbers: view.earlierNumbers,
    findings,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    settings: settings.settings as Settings,
    officer: settings.officer,
    today: settings.today,
    frozenOn,
    versionOf: (id) => view.versions[id] ?? child.versions[id] ?? 0,
    whyNot,
    isEditable: (what) => whyNot(what) === undefined,
  };
}

export function ReviewProvider({
  view,
  child,
  findings,
  settings,
  frozenOn,
  children,
}: Loaded & { readonly children: ReactNode }) {
  const data = useMemo(
    () => dataOf({ view, child, findings, settings, frozenOn }),
    [view, child, findings, settings, frozenOn],
  );
  return <ReviewContext value={data}>{children}</ReviewContext>;
}

import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { FilledLine, Line } from './model/common.ts';
import { sectionKeys } from './model/sections.ts';
import { LocalRule, RuleSettings } from './rules/ruleSet.ts';
import { SchoolTerm } from './schoolTerms.ts';
import type { WorkingCalendar } from './workingDays.ts';

/** The authority's words for what the code always calls child, review, family time and placement. */
export const LocalWords = z.strictObject({
  child: FilledLine,
  review: FilledLine,
  familyTime: FilledLine,
  placement: FilledLine,
});
export type LocalWords = Readonly<z.infer<typeof LocalWords>>;

/** Limits that turn a finding on; the shipped values are those of design.md, *To look at*. */
export const Thresholds = z.strictObject({
  newActions: z.int().min(1),
  openActions: z.int().min(1),
  recordWords: z.int().min(1),
  samePercent: z.int().min(1).max(100),
  sameMinimumWords: z.int().min(1),
  /**
   * Months after which section 20, or an unused placement order, needs a dated legal review (local, mark U). At most a
   * childhood: beyond the years of the calendar no day could be counted, and Check would answer nothing at all.
   */
  legalReviewMonths: z.int().min(1).max(216),
});

export type Thresholds = z.infer<typeof Thresholds>;

export const textPercents = [100, 115, 130, 150, 175, 200] as const;

/** How this officer's window looks. Anything but `system` wins over what the machine asks for. */
export const Appearance = z.strictObject({
  scheme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  /** Of the reader's own text size; every measure of the screen is in rem and grows with it. */
  textPercent: z.union(textPercents.map((percent) => z.literal(percent))),
  density: z.enum(['comfortable', 'compact']),
});
export type Appearance = z.infer<typeof Appearance>;

export const defaultAppearance: Appearance = {
  scheme: 'system',
  contrast: 'system',
  textPercent: 100,
  density: 'comfortable',
};
/** Minutes without a touch before the window locks itself. */
export const defaultIdleMinutes = 10;

/** What an authority or an officer may set. It lives in the store, and goes into every finalised record. */
export const Settings = z.strictObject({
  words: LocalWords,
  sectionOrder: z.array(z.enum(sectionKeys)),
  hiddenSections: z.array(z.enum(sectionKeys)),
  rules: RuleSettings,
  /** Rules that the authority has added to the shipped ones. */
  localRules: z.array(LocalRule).max(100).optional(),
  /** The terms of its schools, for rules that count in terms or in school days. */
  schoolTerms: z.array(SchoolTerm).max(200).optional(),
  extraNonWorkingDays: z.array(z.strictObject({ date: IsoDate, name: FilledLine })),
  thresholds: Thresholds,
  /** What silence of the manager means here: the words printed beside the reply date. */
  noReplyMeans: FilledLine,
  /** Initials the officer uses and readers know; others are asked about once in lay copies. */
  knownInitials: z.array(FilledLine),
  authorityName: Line.optional(),
  /** Of this window alone; without it the shipped look. */
  appearance: Appearance.optional(),
  /** Minutes without a touch before the window locks itself. */
  idleMinutes: z.int().min(1).max(60).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  words: { child: 'child', review: 'review', familyTime: 'family time', placement: 'placement' },
  sectionOrder: [...sectionKeys],
  hiddenSections: [],
  rules: {},
  extraNonWorkingDays: [],
  thresholds: {
    newActions: 10,
    openActions: 15,
    recordWords: 5_000,
    samePercent: 60,
    sameMinimumWords: 80,
    legalReviewMonths: 6,
  },
  noReplyMeans: 'these stand as decisions (local rule)',
  knownInitials: [],
};

/** The days that count here: the authority's own closed days, and its school terms. */
export function calendarOf(settings: Pick<Settings, 'extraNonWorkingDays' | 'schoolTerms'>): WorkingCalendar {
  const { extraNonWorkingDays, schoolTerms } = settings;
  return { extraNonWorkingDays, ...(schoolTerms && { schoolTerms }) };
}

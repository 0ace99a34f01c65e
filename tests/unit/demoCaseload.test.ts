import { describe, expect, it } from 'vitest';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import type { CaseReview } from '../../shared/caseFile.ts';
import { checkReview } from '../../shared/domain/findings/check.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { gatherContent } from '../../shared/report/content.ts';
import { checkRelease } from '../../shared/report/release.ts';
import { sentencesOf } from '../../shared/text/sentences.ts';
import { bareWords } from '../../shared/text/words.ts';
import {
  danglingReferences,
  idsOf,
  readCaseload,
  readPlan,
  stringsOf,
  wordsIn,
} from '../support/caseload.ts';
import {
  decisionFaults,
  emptinessFaults,
  fullReviews,
  isLate,
  letterFaults,
  pageOneFaults,
  participationFaults,
  promiseFaults,
  recordWords,
  sameAsBefore,
  stepFaults,
  timingFaults,
} from '../support/caseloadFaults.ts';

const caseload = readCaseload();
const plan = readPlan();
const childIds = new Set<string>(caseload.map(({ file }) => file.child.id));
const otherChildren = caseload.map(({ file }) => ({ id: file.child.id, fullName: file.child.fullName }));

function reviewOf(step: { readonly file: string; readonly reviewId: string }): CaseReview | undefined {
  return caseload.find(({ name }) => name === step.file)?.file.reviews.find(({ id }) => id === step.reviewId);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

describe('the demo caseload', () => {
  it('has the eight children, each in one file of at most 350 KB', () => {
    const children = ['amir', 'blip', 'dot', 'juniper', 'leah', 'otis', 'pip', 'ruby'];
    expect(caseload.map(({ name }) => name)).toEqual(children.map((child) => `${child}.case.json`));
    expect(caseload.filter(({ bytes }) => bytes > 350 * 1024)).toEqual([]);
  });

  it('uses every id once over all files', () => {
    expect(repeated(caseload.flatMap(({ file }) => idsOf(file)))).toEqual([]);
  });

  it('shares a meeting only with the same date and attendance', () => {
    const meetings = caseload.flatMap(({ file }) => file.reviews.flatMap((review) => review.meetings));
    const shared = repeated(meetings.map(({ id }) => id));
    expect(shared).toHaveLength(3);
    const copies = meetings.filter(({ id }) => shared.includes(id)).map((meeting) => JSON.stringify(meeting));
    expect(new Set(copies).size).toBe(3);
    const people = new Set<string>(caseload.flatMap(({ file }) => file.people.map(({ id }) => id)));
    const named = meetings.flatMap((meeting) =>
      meeting.attendees.flatMap(({ personIds }) => personIds ?? []),
    );
    expect(named.filter((id) => !people.has(id))).toEqual([]);
  });

  it('uses fictional numbers, post codes and mail addresses only', () => {
    const text = caseload.flatMap(({ file }) => stringsOf(file)).join('\n');
    // Ofcom's ranges for drama: 01632 960 and 07700 900.
    const numbers = text.match(/\b0\d{3,4}[ \d]{5,8}\d\b/g) ?? [];
    expect(numbers.filter((one) => !/^(?:01632 960|07700 900) \d{3}$/.test(one))).toEqual([]);
    // No British post area is called ZZ.
    const codes = text.match(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g) ?? [];
    expect(codes.filter((one) => !one.startsWith('ZZ'))).toEqual([]);
    expect((text.match(/\S+@\S+/g) ?? []).filter((one) => !one.endsWith('.invalid'))).toEqual([]);
  });

  it('plans every review held in the store, each step on a working day and in order', () => {
    const held = caseload.flatMap(({ file }) => fullReviews(file).map(({ id }) => id));
    expect(plan.reviews.map(({ reviewId }) => reviewId).sort()).toEqual([...held].sort());
    expect(plan.reviews.flatMap((step) => stepFaults(step, reviewOf(step)))).toEqual([]);
  });

  it('keeps the clocks of day 5, 15 and 20 nearly always, as an officer does', () => {
    const late = plan.reviews.filter((step) => {
      const review = reviewOf(step);
      return step.state === 'finalised' && review !== undefined && isLate(step, review);
    });
    expect(late.map(({ reviewId }) => reviewId).sort()).toEqual(['leah-r9', 'ruby-r7']);
  });

  it('copies no sentence of ten words or more from one child to another', () => {
    const sentences = caseload.flatMap(({ file }) => {
      const texts = file.reviews.flatMap((review) => [
        ...review.sections.flatMap((section) => [wordsIn(section.account), wordsIn(section.meaning)]),
        ...review.points.map((point) => point.words),
      ]);
      return [...new Set(texts.flatMap(sentencesOf))].filter((one) => bareWords(one).length >= 10);
    });
    expect(repeated(sentences)).toEqual([]);
  });
});

describe.each(caseload)('$name', ({ file }) => {
  const steps = plan.reviews.filter(({ reviewId }) => file.reviews.some(({ id }) => id === reviewId));
  const finalised = fullReviews(file).filter((review) =>
    steps.some((step) => step.reviewId === review.id && step.state === 'finalised'),
  );

  it('has no reference to nothing', () => {
    expect(danglingReferences(file, childIds)).toEqual([]);
  });

  it('meets on working days and in lawful time', () => {
    expect(timingFaults(file)).toEqual([]);
  });

  it('has a participation code that fits the age', () => {
    expect(finalised.flatMap((review) => participationFaults(file, review))).toEqual([]);
  });

  it('words each decision for every reader, with a way to know and an action', () => {
    expect(decisionFaults(file)).toEqual([]);
  });

  it('keeps page 1 within its limits', () => {
    expect(finalised.flatMap(pageOneFaults)).toEqual([]);
  });

  it('leaves nothing empty, unanswered or untold', () => {
    expect(finalised.flatMap((review) => emptinessFaults(file, review))).toEqual([]);
  });

  it('says what happened to each promise', () => {
    expect(finalised.flatMap((review) => promiseFaults(file, review))).toEqual([]);
  });

  it('does not say the same as last time', () => {
    for (const review of finalised) expect(sameAsBefore(file, review)).toBeLessThan(0.6);
  });

  it('is as long as a real record', () => {
    const tooShort = finalised.filter((review, place) => {
      const isRich = place > 0 && place === finalised.length - 1;
      return recordWords(review) < (isRich ? 1_500 : 900);
    });
    expect(tooShort.map(({ id }) => id)).toEqual([]);
    expect(finalised.filter((review) => recordWords(review) > 2_500)).toEqual([]);
  });

  it('writes letters that the child can read', () => {
    expect(finalised.flatMap((review) => letterFaults(file, review))).toEqual([]);
  });

  it('releases only what may be released, by names that exist', () => {
    const record = recordFromCaseFile(file);
    const refused = record.releases.filter((release) => {
      const given = { today: plan.today, officer: file.officer, settings: defaultSettings };
      const content = gatherContent(record, release.reviewId, given);
      return !content || !checkRelease(content, release).ok;
    });
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  it('finishes without a blocking finding and with at most four to look at; an open review has some', () => {
    const record = recordFromCaseFile(file);
    const found = steps.map((step) => {
      const today = step.recordFinalisedOn ?? step.today ?? plan.today;
      const findings = checkReview(record, step.reviewId, {
        today,
        settings: defaultSettings,
        otherChildren,
      });
      const blocking = findings.filter(({ severity }) => severity === 'must').length;
      return { step, blocking, toLookAt: findings.length - blocking };
    });
    const isAsPlanned = ({ step, blocking, toLookAt }: (typeof found)[number]) =>
      step.state === 'finalised' ? blocking === 0 && toLookAt <= 4 : blocking > 0;
    expect(found.filter((one) => !isAsPlanned(one))).toEqual([]);
  });
});

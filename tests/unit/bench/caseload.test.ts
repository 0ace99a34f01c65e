import { describe, expect, it } from 'vitest';
import { childRecord } from '../../../bench/caseload/child.ts';
import { benchOfficer, finalisedRecord } from '../../../bench/caseload/finalised.ts';
import { benchDay, isHeavy, lastReviewOn, sizes } from '../../../bench/caseload/sizes.ts';
import { randomFrom } from '../../../bench/text/random.ts';
import { makeLanguage } from '../../../bench/text/zipfText.ts';
import { readCaseFile } from '../../../main/core/caseFileReading.ts';
import { caseFileFromRecord } from '../../../shared/caseFileRecord.ts';
import { plainText } from '../../../shared/richText.ts';

const language = makeLanguage(3);
const size = sizes.officer;

describe('a child of the benchmark', () => {
  const { record, contents } = finalisedRecord(childRecord(language, size, 11), randomFrom(11));

  it('is a case file that the product takes, frozen contents and all', () => {
    const attached = {
      papers: new Map<string, string>(),
      issued: new Map<string, string>(),
      finalisations: contents,
    };
    const file: unknown = JSON.parse(JSON.stringify(caseFileFromRecord(record, benchOfficer, attached)));
    const read = readCaseFile(file);
    expect(read.ok ? [] : read.error.issues).toEqual([]);
    expect(contents.size).toBeGreaterThan(30);
  });

  it('has the volumes of the budgets: 20 reviews, 10 to 11 actions each', () => {
    expect(record.reviews).toHaveLength(20);
    expect(record.actions.length / record.reviews.length).toBeGreaterThan(10);
    expect(record.actions.length / record.reviews.length).toBeLessThan(11);
  });

  it('is the same whenever it is made, and nobody else', () => {
    expect(childRecord(language, size, 11)).toEqual(childRecord(language, size, 11));
    expect(childRecord(language, size, 12).child.id).not.toBe(record.child.id);
  });

  it('names every row once', () => {
    const ids = [
      record.reviews,
      record.points,
      record.decisions,
      record.actions,
      record.progress,
      record.events,
    ]
      .flat()
      .map((row) => row.id);
    expect(new Set<string>(ids).size).toBe(ids.length);
  });
});

describe('the heavy review', () => {
  it('has 19 sections, about 20 actions and about 4,000 words', () => {
    const record = childRecord(language, size, 0);
    const last = record.reviews.at(-1);
    const texts = record.texts.filter((text) => text.reviewId === last?.id);
    const words = texts.reduce((sum, text) => sum + (plainText(text.body).match(/\p{L}+/gu)?.length ?? 0), 0);
    // The front sheet and the plan are sections without a narrative of their own.
    expect(new Set(texts.map((text) => text.section)).size + 2).toBe(19);
    expect(words).toBeGreaterThan(3_000);
    expect(words).toBeLessThan(3_600);
    expect(isHeavy(0)).toBe(true);
  });
});

describe('the last reviews', () => {
  it('lie spread over half a year up to today, none after it', () => {
    const days = Array.from({ length: size.children }, (_none, index) => lastReviewOn(index, size));
    expect(days.every((day) => day <= benchDay)).toBe(true);
    expect(new Set(days).size).toBe(size.children);
  });
});

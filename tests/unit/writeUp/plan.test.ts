import { describe, expect, it } from 'vitest';
import { readDemo } from '../../../main/cli/demo.ts';
import { agreedRows } from '../../../renderer/features/review/writeUp/agreed.ts';
import { factsOf, measuresOf } from '../../../renderer/features/review/writeUp/facts.ts';
import { stateOfPlace } from '../../../renderer/features/review/writeUp/groupState.ts';
import {
  audienceWords,
  dueWords,
  outcomeWords,
  ownAnswerWords,
  sourceWords,
  tellingWords,
  whoWords,
} from '../../../renderer/features/review/writeUp/words.ts';
import { caseFileAsOf } from '../../../shared/caseFileAsOf.ts';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import { sectionKeys, sectionOf } from '../../../shared/domain/model/sections.ts';
import { reviewById } from '../../../shared/domain/reviews.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';

const today = isoDate('2026-10-05');
const file = readDemo().files.get('leah.case.json');
if (!file) throw new Error('The demo has Leah');
const record = recordFromCaseFile(caseFileAsOf(file, today));
const review = reviewById(record, ReviewId.parse('leah-r11'));
if (!review) throw new Error('Leah has her eleventh review');
const heading = (key: (typeof sectionKeys)[number]) => sectionOf(key).heading;

describe('what is agreed', () => {
  it('tells each decision of the review whole exactly once over all sections', () => {
    const whole = sectionKeys.flatMap((key) =>
      agreedRows({ record, review, heading }, key).flatMap(({ threads }) =>
        threads.flatMap((thread) => (thread.kind === 'whole' ? [thread.decision.id] : [])),
      ),
    );
    const own = record.decisions.filter((decision) => decision.reviewId === review.id).map(({ id }) => id);
    expect([...whole].sort()).toEqual([...own].sort());
  });

  it('says “above” of one that stands above, and where it is of one that stands elsewhere', () => {
    const rows = agreedRows({ record, review, heading }, 'risk-and-safety');
    const short = rows.flatMap(({ threads }) => threads).filter((thread) => thread.kind === 'short');
    expect(short.map(({ place }) => place)).toContain('above');
  });
});

describe('facts', () => {
  const given = { record, on: today, since: isoDate('2026-04-14'), today };

  it('give dates and what is late, never a tick', () => {
    const facts = factsOf(given, 'risk-and-safety');
    expect(facts.find(({ label }) => label === 'Missing episodes')?.words).toMatch(
      /^11, from 4 May to 1 Oct; longest 61 hours$/,
    );
    expect(facts.find(({ label }) => label === 'Return interviews')?.status?.words).toBe('3 after 72 hours');
    const eye = factsOf(given, 'health').find(({ label }) => label === 'Eye test');
    expect(eye?.status).toEqual({ kind: 'late', words: 'Late: due 9 Jun' });
  });

  it('measure the same things then as now', () => {
    const now = measuresOf(given, 'risk-and-safety');
    const then = measuresOf(
      { ...given, on: isoDate('2026-04-14'), since: isoDate('2025-10-15') },
      'risk-and-safety',
    );
    expect(now.find(({ label }) => label === 'Missing episodes')?.value).toBe('11');
    expect(then.find(({ label }) => label === 'Missing episodes')?.value).toBe('2');
  });
});

describe('the list on the left', () => {
  const data = (findings: readonly object[]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the state of a place looks at
    ({
      findings,
      record,
      settings: defaultSettings,
      view: { review, texts: record.texts, decisions: [], actions: [], promised: [{ progress: {} }, {}] },
    }) as unknown as Parameters<typeof stateOfPlace>[0];
  const must = (code: string, section: string) => ({ code, severity: 'must', target: { section } });

  it('says what waits, the worst first', () => {
    const loose = data([must('worry-without-answer', 'health'), must('section-without-ending', 'health')]);
    expect(stateOfPlace(loose, 'health', 14)).toEqual({ kind: 'must', words: '1 unanswered' });
    const open = data([must('section-without-ending', 'health')]);
    expect(stateOfPlace(open, 'health', 14)).toEqual({ kind: 'part', words: '1 without an ending' });
    expect(stateOfPlace(data([]), 'health', 14)).toEqual({ kind: 'settled', words: 'Discussed' });
    expect(stateOfPlace(data([]), 'promised', 14)).toEqual({ kind: 'part', words: '1 of 2 filled in' });
    expect(stateOfPlace(data([must('duty-parent', 'front-sheet')]), 'front-sheet', 14)).toEqual({
      kind: 'part',
      words: '1 to fill in',
    });
    expect(stateOfPlace(data([must('action-without-date', 'health')]), 'decisions', 14).words).toBe(
      '1 without a date',
    );
  });
});

describe('rows in words', () => {
  const worry = record.points.find(({ id }) => id === 'leah-r11-v1');
  it('say how the child’s words came, whether they were read back, and what the child hears', () => {
    if (!worry) throw new Error('Leah has a worry');
    expect(sourceWords(worry, 'Leah', today)).toBe(
      'Worry, told to Nadia, your advocate, alone, in your room, 1 Oct; read back',
    );
    expect(tellingWords(worry.telling, 'Leah', today)).toBe('Nadia told Leah, 5 Oct');
    expect(tellingWords({ kind: 'will-be-told', by: 'Bea', due: isoDate('2026-10-09') }, 'Leah', today)).toBe(
      'Bea tells Leah by 9 Oct',
    );
    expect(tellingWords({ kind: 'not-safe', because: 'it names him' }, 'Leah', today)).toBe(
      'Not safe to tell',
    );
  });

  it('say an answer of its own and a wish’s outcome', () => {
    expect(ownAnswerWords({ answer: { kind: 'no-action', because: 'she asked to wait' } }, today)).toBe(
      'No action because she asked to wait',
    );
    expect(
      ownAnswerWords(
        { answer: { kind: 'in-hand', what: '', who: 'Ade', since: isoDate('2026-09-14') } },
        today,
      ),
    ).toBe('Already in hand: Ade, since 14 Sep');
    expect(outcomeWords({ outcome: { result: 'not-agreed', because: 'school nights stay' } })).toBe(
      'not agreed: school nights stay',
    );
  });

  it('say who may not have it, and nothing where everybody may', () => {
    const [mum] = record.people.filter(({ role }) => role === 'parent');
    if (!mum) throw new Error('Leah has a mother');
    expect(audienceWords(undefined, record.people)).toBeUndefined();
    expect(audienceWords({ level: 'everyone' }, record.people)).toBeUndefined();
    expect(audienceWords({ level: 'not-for', notFor: [mum.id] }, record.people)).toBe(
      `Not in ${mum.name}’s copy`,
    );
    expect(audienceWords({ level: 'everyone', restriction: 'police' }, record.people)).toBe(
      'Police information',
    );
  });

  it('say who and by when of an action, also where nobody is allocated or the court sets the day', () => {
    expect(whoWords({ accountable: { kind: 'not-allocated', heldBy: 'Grace' }, doneBy: 'Ade' })).toBe(
      'Not allocated: held by Grace; done by Ade',
    );
    expect(whoWords({})).toBeUndefined();
    expect(dueWords({ due: { kind: 'date', on: isoDate('2026-10-08') } }, today)).toBe('Thu 8 Oct');
    expect(dueWords({ due: { kind: 'court', checkBy: isoDate('2026-11-02') } }, today)).toBe(
      'Court date; check 2 Nov',
    );
  });
});

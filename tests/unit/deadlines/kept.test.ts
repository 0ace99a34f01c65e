import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineOfRow, rowOf } from '../../../main/core/deadlines/storedDeadline.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { deadlinesOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { anyDay, anyRecord } from '../support/anyRecord.ts';
import { aMark } from '../support/builders.ts';
import { ruleSetWith } from '../support/deadlines.ts';

const rules = ruleSetWith();

/** Everything that an officer can say of a date. */
const marksOf = (deadline: string, today: ReturnType<typeof addDays>) => [
  aMark({ kind: 'override', deadline, due: addDays(today, 3), because: 'agreed with the manager' }),
  aMark({ kind: 'late', deadline, reason: 'other', words: 'the bridge was closed' }),
  aMark({ kind: 'snooze', deadline, until: addDays(today, 9), because: 'the clinic rings back' }),
  aMark({ kind: 'done', deadline, doneOn: today }),
];

describe('a date that is kept', () => {
  it.each(['override', 'late', 'snooze', 'done'])('reads back as it was computed, whatever is %s', (kind) => {
    fc.assert(
      fc.property(anyRecord, anyDay, (child, today) => {
        const { deadlines } = deadlinesOf(child, today, rules);
        const deadlineMarks = deadlines
          .flatMap(({ key }) => marksOf(key, today))
          .filter((mark) => mark.kind === kind);
        for (const deadline of deadlinesOf({ ...child, deadlineMarks }, today, rules).deadlines) {
          const row = rowOf(child.child.id, deadline);
          expect(deadlineOfRow(row, today, rules)).toEqual(deadline);
        }
      }),
      { numRuns: 150 },
    );
  });
});

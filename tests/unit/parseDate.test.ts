import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/domain/dates.ts';
import { parseDate } from '../../renderer/app/parseDate.ts';

const monday = isoDate('2026-10-05');

describe('a day as one types it', () => {
  it.each([
    ['5 Oct 2026', '2026-10-05'],
    ['5 oct', '2026-10-05'],
    ['5th October 2026', '2026-10-05'],
    ['Mon 5 Oct 2026', '2026-10-05'],
    ['5/10/26', '2026-10-05'],
    // Day first, always: never the fifth month.
    ['05/10/2026', '2026-10-05'],
    ['2026-10-05', '2026-10-05'],
    ['fri', '2026-10-09'],
    ['Monday', '2026-10-12'],
    ['+10', '2026-10-15'],
    ['today', '2026-10-05'],
  ])('reads %s', (typed, day) => {
    expect(parseDate(typed, monday)).toBe(day);
  });

  it.each(['', 'ongoing', 'asap', 'TBC', '31 Feb 2026', '13/13/2026', '5 Octember', 'next week', '12'])(
    'guesses nothing from %j',
    (typed) => {
      expect(parseDate(typed, monday)).toBeUndefined();
    },
  );
});

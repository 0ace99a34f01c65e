import { describe, expect, it } from 'vitest';
import { parseTime } from '../../renderer/app/parseTime.ts';

describe('a time as one types it', () => {
  it.each([
    ['16:00', '16:00'],
    ['1600', '16:00'],
    ['9:05', '09:05'],
    ['4pm', '16:00'],
    ['4.30 pm', '16:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
  ])('reads %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  it.each(['', '4', '25:00', '13 pm', '9:75', 'noonish'])('guesses nothing from %j', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });
});

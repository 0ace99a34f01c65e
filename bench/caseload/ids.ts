import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Random } from '../text/random.ts';

/** An id that looks like the product's (UUIDv7, 36 characters), made of a day and the seed: never the clock. */
export function idOn(day: IsoDate, random: Random): string {
  const hex = (digits: number) =>
    random
      .between(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0');
  const time = (Date.parse(`${day}T09:00:00Z`) + random.between(0, 28_000_000))
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(6)}${hex(6)}`;
}

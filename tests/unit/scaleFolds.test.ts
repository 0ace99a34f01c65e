import { describe, expect, it } from 'vitest';
import { scaledMedia } from '../../renderer/app/scaleFolds.ts';

describe('the folds of the screen', () => {
  it.each([
    ['(max-width: 72rem)', 200, '(max-width: 144rem)'],
    ['(width <= 56rem)', 150, '(width <= 84rem)'],
    ['(min-width: 106rem) and (max-width: 120.5em)', 115, '(min-width: 121.9rem) and (max-width: 138.58em)'],
    ['(prefers-reduced-motion: reduce)', 200, '(prefers-reduced-motion: reduce)'],
    ['(max-width: 600px)', 200, '(max-width: 600px)'],
    ['(max-width: 72rem)', 100, '(max-width: 72rem)'],
  ])('%s at %i%% is %s', (query, percent, scaled) => {
    expect(scaledMedia(query, percent)).toBe(scaled);
  });
});

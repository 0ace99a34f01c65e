import type { Block } from '../../../shared/report/blocks.ts';
import { numberAtHome, paragraph, source } from '../../../shared/report/runs.ts';

/** A child's words, who heard them and when, and the number at home. */
export const quote = (words: string, from: string, number: string): Block =>
  paragraph('childsWords', [words, '  ', source(from), ' ', numberAtHome(number)]);

import type { SectionKey } from '../../../shared/domain/model/sections.ts';
import { sectionKeys, sectionOf, sectionsThatAlwaysApply } from '../../../shared/domain/model/sections.ts';

/** Every section, in the order that is set; one that the setting does not know yet comes last. */
export function inOrder(order: readonly SectionKey[]): SectionKey[] {
  return [...new Set([...order, ...sectionKeys])];
}

/** The order with one section a place earlier (-1) or later (+1); the same at either end. */
export function moved(order: readonly SectionKey[], key: SectionKey, by: -1 | 1): SectionKey[] {
  const from = order.indexOf(key);
  const to = from + by;
  const other = order[to];
  if (from === -1 || other === undefined) return [...order];
  return order.with(from, other).with(to, key);
}

/** Health, risk and the child's views are in every review, and so is what has no ending of its own. */
export function canBeHidden(key: SectionKey): boolean {
  return sectionOf(key).takesEnding && !sectionsThatAlwaysApply.includes(key);
}

import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';

/** Deepest nesting of anything that comes in; zod recurses, and 20,000 levels make it throw. */
export const maxDepth = 100;
/** Most values (objects, lists and what they hold) in one input. */
export const maxValues = 2_000_000;
/** Most characters of all strings together, names of fields too; a paper of 50 MB in base64 still fits. */
export const maxCharacters = 96_000_000;

const tooMuch = () => fail('invalid-input', 'There is too much in this. Send it in smaller parts.');
const tooDeep = () =>
  fail('invalid-input', `This is nested more than ${maxDepth} levels deep, which no record is.`);

/** What an object holds, and how many characters the names of its fields have. */
function insideOf(value: object): { readonly values: readonly unknown[]; readonly characters: number } {
  // Bytes cross a process boundary as they are; nothing in the contract is made of them.
  if (ArrayBuffer.isView(value)) return { values: [], characters: value.byteLength };
  if (Array.isArray(value)) return { values: value, characters: 0 };
  const names = Object.keys(value);
  return { values: Object.values(value), characters: names.reduce((sum, name) => sum + name.length, 0) };
}

/**
 * Refuses what is too deep or too large before a schema sees it. Walks without recursion, so that the check
 * itself cannot run out of stack, and counts before it unfolds, so that it cannot run out of memory.
 */
export function checkLimits(input: unknown): Result<undefined> {
  const stack: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let values = 1;
  let characters = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') characters += value.length;
    if (typeof value === 'object' && value !== null) {
      if (depth >= maxDepth) return tooDeep();
      const inside = insideOf(value);
      characters += inside.characters;
      values += inside.values.length;
      if (values > maxValues) return tooMuch();
      for (const inner of inside.values) stack.push({ value: inner, depth: depth + 1 });
    }
    if (characters > maxCharacters) return tooMuch();
  }
  return ok(undefined);
}

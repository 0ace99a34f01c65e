/** What a record says, in plain words: what somebody wrote in it, without ids. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join('; ');
  return Object.entries(value)
    .filter(([name]) => !/(?:^|[a-z])id$|ids$/i.test(name))
    .map(([, words]) => wordsIn(words))
    .filter(Boolean)
    .join('; ');
}

/** True when a typed day has its year: `5 Oct 2026`, `5/10/26`, never `5 Oct` or `5/10`. */
export function hasYear(typed: string): boolean {
  return /\d{4}|^\W*(?:[a-z]+\W+)?\d{1,2}(?:st|nd|rd|th)?\W+(?:\d{1,2}|[a-z]+)\W+\d{2}\W*$/i.test(typed);
}

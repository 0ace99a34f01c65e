/** Words as they are compared: no case, one space between words, no-break spaces and final stops gone. */
export function foldSpaces(text: string): string {
  return text
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .trim()
    .replace(/[.]$/u, '')
    .toLocaleLowerCase('en-GB');
}

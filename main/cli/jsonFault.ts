type Reader = { readonly text: string; at: number };

const space = /[ \t\n\r]*/y;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
function skip(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at;
  const isThere = pattern.test(reader.text);
  if (isThere) reader.at = pattern.lastIndex;
  return isThere;
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads a string; by hand, since a pattern over 60 MB would run out of stack. */
function skipString(reader: Reader): boolean {
  if (!take(reader, '"')) return false;
  for (;;) {
    if (take(reader, '"')) return true;
    if (reader.text[reader.at] === '\\') {
      if (!skip(reader, escaped)) return false;
    } else {
      // NaN at the end of the text fails this too.
      if (!(reader.text.charCodeAt(reader.at) >= 0x20)) return false;
      reader.at += 1;
    }
  }
}

/** Reads a field's name and its colon. */
function skipName(reader: Reader): boolean {
  skip(reader, space);
  if (!skipString(reader)) return false;
  skip(reader, space);
  return take(reader, ':');
}

/** After a value: closes what ends here, until another value must follow, the text ends or something is wrong. */
function closeValues(reader: Reader, open: string[]): 'value' | 'end' | 'fault' {
  for (;;) {
    skip(reader, space);
    const closer = open.at(-1);
    if (closer === undefined) return reader.at === reader.text.length ? 'end' : 'fault';
    if (take(reader, ',')) return closer === ']' || skipName(reader) ? 'value' : 'fault';
    if (!take(reader, closer)) return 'fault';
    open.pop();
  }
}

/** Reads the beginning of a value; a list or object that holds something stays open. */
function openValue(reader: Reader, open: string[]): 'value' | 'close' | 'fault' {
  skip(reader, space);
  const closer = take(reader, '[') ? ']' : take(reader, '{') ? '}' : undefined;
  if (closer === undefined) return skipString(reader) || skip(reader, literal) ? 'close' : 'fault';
  skip(reader, space);
  if (take(reader, closer)) return 'close';
  open.push(closer);
  return closer === ']' || skipName(reader) ? 'value' : 'fault';
}

/** Where in a text the first thing stands that JSON cannot be read past; undefined for JSON. Without recursion. */
function faultIn(text: string): number | undefined {
  const reader = { text, at: 0 };
  const open: string[] = [];
  for (;;) {
    const opened = openValue(reader, open);
    if (opened === 'value') continue;
    const next = opened === 'close' ? closeValues(reader, open) : opened;
    if (next === 'fault') return reader.at;
    if (next === 'end') return undefined;
  }
}

/**
 * Where a text stops being JSON, as "line 3, column 14" (or that it ends there), counted from 1 in UTF-16 units.
 * The parser's own message quotes the file and does not always know the place.
 */
export function placeOfJsonFault(text: string): string {
  const at = faultIn(text) ?? text.length;
  if (text.trim() === '') return 'it is empty';
  const before = text.slice(0, at).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return text.slice(at).trim() === '' ? `it ends too early, at ${place}` : place;
}

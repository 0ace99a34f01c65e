import { randomBytes } from 'node:crypto';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';

/** Crockford's alphabet: no I, L, O or U, which are misread from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupCount = 8;
const symbolsPerGroup = 4;
export const recoveryKeyBytes = 20;

/** Product in GF(32), modulo x^5 + x^2 + 1. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) {
    if ((right >> bit) & 1) product ^= left << bit;
  }
  for (let bit = 8; bit >= 5; bit -= 1) {
    if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  }
  return product;
}

/**
 * One check symbol for each group: distinct weights find every single wrong symbol and every swap of two,
 * and the group's own number finds groups written in the wrong order. So a message can name the group.
 */
function checkSymbol(symbols: readonly number[], group: number): number {
  return symbols.reduce((sum, symbol, index) => sum ^ multiply(symbol, index + 2), group + 1);
}

function toSymbols(bytes: Uint8Array): number[] {
  const symbols: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) symbols.push((buffer >> (bits - 5)) & 31);
    buffer &= (1 << bits) - 1;
  }
  return symbols;
}

function toBytes(symbols: readonly number[]): Buffer {
  const bytes = Buffer.alloc(recoveryKeyBytes);
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const symbol of symbols) {
    buffer = (buffer << 5) | symbol;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = buffer >> bits;
      length += 1;
      buffer &= (1 << bits) - 1;
    }
  }
  return bytes;
}

/** 160 random bits. */
export function newRecoverySecret(): Buffer {
  return randomBytes(recoveryKeyBytes);
}

/** The secret as people copy it: eight groups of five, the fifth of each a check symbol. */
export function formatRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== recoveryKeyBytes) throw new RangeError('A recovery secret has 20 bytes');
  const symbols = toSymbols(secret);
  return Array.from({ length: groupCount }, (_, group) => {
    const own = symbols.slice(group * symbolsPerGroup, (group + 1) * symbolsPerGroup);
    return [...own, checkSymbol(own, group)].map((symbol) => alphabet.charAt(symbol)).join('');
  }).join('-');
}

const recoveryFault = (message: string) => fail('invalid-input', message, { field: 'recoveryKey' });

/**
 * What a person typed back into the secret. Case, spaces and dashes do not matter; O is read as 0, I and L as 1.
 * A slip is told apart from a wrong key, by the number of its group.
 */
export function parseRecoveryKey(typed: string): Result<Buffer> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '');
  const groupLength = symbolsPerGroup + 1;
  const expected = groupCount * groupLength;
  const length = Array.from(text).length;
  if (length !== expected) {
    return recoveryFault(
      `A recovery key has ${groupCount} groups of ${groupLength} characters (${expected}); this has ${length}. Compare it with the copy you kept.`,
    );
  }
  const symbols = Array.from(text.replaceAll('O', '0').replaceAll(/[IL]/g, '1'), (letter) =>
    alphabet.indexOf(letter),
  );
  const secret: number[] = [];
  for (let group = 0; group < groupCount; group += 1) {
    const own = symbols.slice(group * groupLength, (group + 1) * groupLength - 1);
    const check = symbols[(group + 1) * groupLength - 1];
    if (own.includes(-1) || check !== checkSymbol(own, group)) {
      return recoveryFault(
        `Group ${group + 1} of the recovery key has a slip in it. Compare it with the copy you kept.`,
      );
    }
    secret.push(...own);
  }
  return ok(toBytes(secret));
}

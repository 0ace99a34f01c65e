import { describe, expect, it } from 'vitest';
import * as vault from '../../main/store/vault.ts';
import { passphraseStrength, shortestPassphrase } from '../../shared/domain/passphrase.ts';

describe('the strength of a passphrase', () => {
  it('asks for the same length as the store', () => {
    expect(shortestPassphrase).toBe(vault.shortestPassphrase);
  });

  it.each([
    ['', 'empty', ''],
    ['eleven char', 'short', 'Too short: 1 more character'],
    ['short', 'short', 'Too short: 7 more characters'],
    ['aaaaaaaaaaaaaaaa', 'weak', 'Weak: it repeats few characters. Add unrelated words'],
    ['abababababababab', 'weak', 'Weak: it repeats few characters. Add unrelated words'],
    ['bcdefghijklmno', 'weak', 'Weak: its characters follow one another. Add unrelated words'],
    ['Password2026!', 'weak', 'Weak: much of it is guessed first. Add unrelated words'],
    ['golden thread 1', 'weak', 'Weak: much of it is guessed first. Add unrelated words'],
    ['paper boats winter', 'fair', 'Fair. One more unrelated word makes it strong'],
    ['paper boats winter lamp', 'strong', 'Strong'],
    ['vK9#tq2L!mz8Rw5@pd3X', 'strong', 'Strong'],
    // Counted after NFKC, as the store counts: the ligature is two letters.
    ['ﬁ234567890x', 'weak', 'Weak: its characters follow one another. Add unrelated words'],
  ])('%s is %s', (passphrase, level, words) => {
    expect(passphraseStrength(passphrase)).toEqual({ level, words });
  });

  it('does not call a word of the list weak inside a long passphrase', () => {
    expect(passphraseStrength('my password is kept in a tall blue teapot').level).toBe('strong');
  });
});

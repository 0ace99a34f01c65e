import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/domain/dates.ts';
import {
  ParticipationCode,
  asksWhatWasOffered,
  contributed,
  participationChoices,
  participationCodes,
  participationFault,
  participationInWords,
  participationMeanings,
} from '../../shared/domain/participation.ts';

const d = isoDate;

describe('participation codes', () => {
  it.each([
    ['PN0', '2022-10-06', undefined], // 3 years old
    ['PN1', '2022-10-06', 'under-four'],
    ['PN0', '2022-10-05', undefined], // the fourth birthday: either
    ['PN7', '2022-10-05', undefined],
    ['PN0', '2022-10-04', 'four-or-over'],
    ['PN6', '2022-10-04', undefined],
    ['PN0', '2010-01-01', 'four-or-over'],
  ] as const)('%s, born %s, reviewed on 5 Oct 2026: %s', (code, born, fault) => {
    expect(participationFault(code, d(born), d('2026-10-05'))).toBe(fault);
  });

  it('offers the codes of the age, PN1 to PN7 on the fourth birthday', () => {
    expect(participationChoices(d('2022-10-06'), d('2026-10-05'))).toEqual(['PN0']);
    expect(participationChoices(d('2022-10-05'), d('2026-10-05'))).toEqual(participationCodes.slice(1));
    expect(ParticipationCode.safeParse('PN8').success).toBe(false);
  });

  it('knows who took part and when to ask what was offered', () => {
    expect(participationCodes.filter(contributed)).toEqual(['PN1', 'PN2', 'PN3', 'PN5', 'PN6']);
    expect(participationCodes.filter(asksWhatWasOffered)).toEqual(['PN4', 'PN7']);
  });

  it('says it in words, never with a code, to the child and about the child', () => {
    const words = { preferredName: 'Testa', through: 'Dee, an advocate', offered: 'a walk with Dee.' };
    for (const code of participationCodes) {
      for (const voice of ['to-you', 'about'] as const) {
        const text = participationInWords(code, { ...words, voice });
        expect(text).not.toMatch(/PN|undefined|\.$/);
        expect(text.includes('you')).toBe(voice === 'to-you');
        expect(text.includes('Testa')).toBe(voice === 'about');
      }
      expect(participationMeanings[code]).toMatch(/^Child /);
    }
    expect(participationInWords('PN7', { ...words, voice: 'to-you' })).toBe(
      'you chose not to come; we offered a walk with Dee',
    );
    expect(participationInWords('PN7', { voice: 'to-you', preferredName: 'Testa', offered: ' ' })).toBe(
      'you chose not to come',
    );
    expect(participationInWords('PN2', { voice: 'about', preferredName: 'Testa' })).toBe(
      'Testa came, and someone spoke on Testa’s behalf',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { PointId } from '../../../shared/domain/ids.ts';
import * as build from '../support/builders.ts';
import { carer, found, gather, home, mum, nan, worker } from '../support/leakCase.ts';

describe('what a copy must not say', () => {
  it.each([
    ['the whole address', 'She lives at 12 Larkspur Road, Little Invention, ZZ9 4QX.'],
    ['the street in another spelling', 'Meet at 12, Larkspur Rd at noon'],
    ['the postcode without its space', 'post to zz94qx please'],
    ['the provider of a confidential home', 'Fictive Care Homes wrote on Monday'],
    ['the phone of a relative, spaced otherwise', 'ring 07700900215'],
    ['the phone of a relative, from abroad', 'ring +44 7700 900 215'],
    ['the address of a relative', 'Nan’s house, 9 Nan Street'],
  ])('finds %s', (_, text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    ['her own phone and address', 'Mum can be reached on 07700 900 214 at 4 Own Road'],
    ['the officer’s own number', 'Questions? Ring Helen Draftwell on 01632 960 410'],
    ['ordinary minutes', 'You are funny and you cook for the whole house. Larks sing on the road.'],
    ['a private wish’s common words', 'I want to come to the review, and Mum to know the day.'],
  ])('lets stand %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('does not hide a home from those who care for the child there, nor from the child', () => {
    const text = 'At 12 Larkspur Road, ZZ9 4QX';
    expect(found(text, { kind: 'carer', person: carer })).toEqual([]);
    expect(found(text, { kind: 'letter', person: undefined })).toEqual([]);
    expect(found(text, { kind: 'carer', person: nan })).not.toEqual([]);
  });

  it('lets an address stand that was released to this reader, unless they must not learn it', () => {
    const releases = [
      build.aRelease({ personId: 'mum', item: 'fact:address', because: 'She moves in with her' }),
    ];
    expect(found('At 12 Larkspur Road', { releases })).toEqual([]);
    const barred = { ...mum, mustNotLearn: [{ what: 'address' as const }] };
    expect(
      found('At 12 Larkspur Road', {
        releases,
        person: barred,
        content: gather({ people: [barred, carer] }),
      }),
    ).not.toEqual([]);
  });

  it('finds what the reader’s own row names: a school, a carer’s surname, a person, any words', () => {
    const person = {
      ...mum,
      mustNotLearn: [
        { what: 'school' as const },
        { what: 'carers-surname' as const },
        { what: 'person' as const, personId: nan.id },
        { what: 'other' as const, literals: ['Bramblegate'] },
      ],
    };
    const school = build.aPeriod({ kind: 'school', name: 'Mockbridge Academy', from: '2024-09-01' });
    const content = gather({ people: [person, nan, carer], periods: [home, school] });
    const asked = { content, person };
    expect(found('You like Mockbridge Academy', asked)).toEqual(['The name of a school (1)']);
    expect(found('Mrs Standinghouse said so', asked)).toEqual(['The surname of a carer (1)']);
    expect(found('Maureen rang twice', asked)).toEqual(['Part of: the name of a person (1)']);
    expect(found('the Bramblegate house', asked)).toEqual(['Not to be learnt: other (1)']);
    // The surname is the reader's and the child's too: it gives nobody away.
    expect(found('the Fauxtons', asked)).toEqual([]);
  });

  it('finds another child of the caseload by full name, also in the service file, unless they are among the people', () => {
    const others = [
      { id: 'otis', fullName: 'Otis Fictionwood' },
      { id: 'bo', fullName: 'Bo Samplewick' },
    ];
    const people = [
      mum,
      build.aPerson({ name: 'Bo Samplewick', role: 'brother-or-sister', linkedChildId: 'bo' }),
    ];
    const asked = { others, content: gather({ people }) };
    expect(found('Otis Fictionwood and Bo Samplewick came', asked)).toEqual([
      'The name of another child (1)',
    ]);
    expect(
      found('Otis Fictionwood came', { ...asked, kind: 'service-file', person: undefined }),
    ).toHaveLength(1);
  });

  it('finds a private wish quoted in a narrative, whatever its marks and case', () => {
    expect(found('She said “i want Bo to come — here”, and we listened.')).toEqual([
      'The words of a private point (1)',
    ]);
    expect(found('It is about Bo to tea.')).toEqual(['The words of a private point (1)']);
    expect(found('not for mum to know, she said', { kind: 'manager', person: worker })).toEqual([]);
    expect(found('not for mum to know she said', { kind: 'decisions', person: mum })).toHaveLength(1);
  });

  it('lets a private wish stand that was released to this reader with a reason', () => {
    const releases = [
      build.aRelease({ personId: 'carer', item: 'point:secret', because: 'She arranges the tea' }),
    ];
    expect(found('I want Bo to come here.', { kind: 'carer', person: carer, releases })).toEqual([]);
    expect(found('I want Bo to come here.', { kind: 'carer', person: carer })).toHaveLength(1);
  });

  it('finds the words that an anchor of a private point stands on', () => {
    const body = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            { type: 'text' as const, text: 'On Sunday ' },
            {
              type: 'text' as const,
              text: 'she asked for a boy from her old street',
              marks: [{ type: 'point' as const, attrs: { id: PointId.parse('secret') } }],
            },
          ],
        },
      ],
    };
    const content = gather({ texts: [build.aText({ section: 'interests', body })] });
    expect(found('Joss says she asked for a boy from her street', { content })).toEqual([
      'The words of a private point (1)',
    ]);
    expect(found('On Sunday she was well', { content })).toEqual([]);
  });

  it('finds the own wording of a decision with a safe one, but not the safe one', () => {
    const decision = build.aDecision({
      wording: 'Bo comes to tea every second Sunday in the month',
      safeWording: 'Friends come to tea every second Sunday in the month',
      pointIds: ['secret'],
    });
    const content = gather({ decisions: [decision] });
    expect(found('Bo comes to tea every second Sunday', { content })).toEqual([
      'The wording of a private decision (1)',
    ]);
    expect(found('Friends come to tea every second Sunday in the month', { content })).toEqual([]);
  });

  it('keeps privileged words out of the service’s own sheets', () => {
    const point = build.aPoint({
      words: 'Counsel advises against secure accommodation at present',
      audience: { level: 'worker-and-iro', restriction: 'privilege' },
    });
    const content = gather({ points: [point] });
    const text = 'We note that counsel advises against secure accommodation at this time';
    expect(found(text, { content, kind: 'manager', person: worker })).toHaveLength(1);
    expect(found(text, { content, kind: 'service-file', person: undefined })).toEqual([]);
  });
});

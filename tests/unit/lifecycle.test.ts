import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/domain/dates.ts';
import { decisionState } from '../../shared/domain/decisionState.ts';
import { endingOf } from '../../shared/domain/endings.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { EditKind } from '../../shared/domain/lifecycle.ts';
import {
  canFinalise,
  editKinds,
  reviewStage,
  sealedByWithdrawal,
  whyNotEditable,
  whyNotFinalisable,
  whyNotIssuable,
} from '../../shared/domain/lifecycle.ts';
import { documentKinds } from '../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import {
  aDecision,
  aFiling,
  aFinalisation,
  aMeeting,
  aRecord,
  aReview,
  aSection,
  aText,
  anAction,
  anIssued,
} from './support/builders.ts';

const id = ReviewId.parse('review-1');
const today = isoDate('2026-10-30');
const reply = { outcome: 'agreed', on: '2026-10-14' } as const;

const held = aRecord({ decisions: [aDecision({ id: 'd-1' }), aDecision({ id: 'd-2' })] });
const sent: ChildRecord = { ...held, finalisations: [aFinalisation({ id: 'f-decisions' })] };
const replied: ChildRecord = {
  ...sent,
  decisions: [
    aDecision({ id: 'd-1', reply }),
    aDecision({ id: 'd-2', reply: { ...reply, outcome: 'no-reply' } }),
  ],
};
const closed: ChildRecord = {
  ...replied,
  finalisations: [
    ...replied.finalisations,
    aFinalisation({ id: 'f-record', kind: 'record', at: '2026-10-26T16:00:00Z' }),
  ],
};
const issued: ChildRecord = {
  ...closed,
  issued: [anIssued({ document: 'letter' }), anIssued({ document: 'decisions' })],
};
const filed: ChildRecord = {
  ...issued,
  filings: [aFiling({ document: 'letter' }), aFiling({ document: 'decisions' })],
};
const withdrawn = {
  at: '2026-11-02T09:00:00Z',
  by: 'Morwenna',
  because: 'wrong child named',
  receivedBy: [],
} as const;
const reopened: ChildRecord = {
  ...issued,
  finalisations: [
    aFinalisation({ id: 'f-decisions' }),
    aFinalisation({ id: 'f-record', kind: 'record', withdrawn: { ...withdrawn, receivedBy: ['Mum'] } }),
  ],
};

describe('the stage of a review', () => {
  it.each([
    ['before-store', { ...held, reviews: [aReview({ isBeforeStore: true, heldOn: '2026-04-01' })] }],
    ['prepared', { ...held, meetings: [] }],
    ['prepared', { ...held, meetings: [aMeeting({ on: '2026-10-31' })] }],
    ['held', { ...held, meetings: [aMeeting({ on: '2026-10-30' })] }],
    ['held', held],
    ['decisions-finalised', sent],
    ['decisions-finalised', { ...sent, decisions: [aDecision({ reply }), aDecision()] }],
    ['replied', replied],
    ['replied', { ...sent, decisions: [] }],
    ['record-finalised', closed],
    // The decisions sheet goes out on day 5, before the record is there.
    [
      'record-finalised',
      { ...closed, issued: [anIssued({ document: 'decisions' }), anIssued({ document: 'manager' })] },
    ],
    ['issued', issued],
    [
      // What went out of the first edition does not issue the second.
      'record-finalised',
      {
        ...issued,
        finalisations: [...reopened.finalisations, aFinalisation({ kind: 'record', edition: 2 })],
      },
    ],
    ['issued', { ...issued, filings: [aFiling({ document: 'letter' })] }],
    ['issued', { ...filed, filings: filed.filings.map((row) => ({ ...row, on: isoDate('2026-10-20') })) }],
    ['filed', filed],
    ['replied', reopened],
  ] as const)('%s', (stage, record) => {
    expect(reviewStage(record, id, today)).toBe(stage);
  });

  it('is not known of a review that is not there', () => {
    expect(() => reviewStage(held, ReviewId.parse('review-9'), today)).toThrow(RangeError);
  });
});

describe('what may change', () => {
  const open = (record: ChildRecord) =>
    editKinds.filter((what) => whyNotEditable(record, id, what) === undefined);
  it.each<[string, ChildRecord, readonly EditKind[]]>([
    [
      'while it is open',
      held,
      ['narrative', 'meeting', 'point', 'decision', 'action-of-review', 'progress', 'release'],
    ],
    [
      'once the decisions are final',
      sent,
      ['narrative', 'meeting', 'point', 'progress', 'reply', 'release', 'filing', 'withdrawal'],
    ],
    ['once the record is final', closed, ['addendum', 'release', 'filing', 'withdrawal']],
    ['once it is issued', issued, ['addendum', 'release', 'filing', 'withdrawal']],
    [
      'once the record is withdrawn',
      reopened,
      ['narrative', 'meeting', 'point', 'progress', 'reply', 'release', 'filing', 'withdrawal'],
    ],
  ])('%s', (_, record, expected) => {
    expect(open(record)).toEqual(expected);
  });

  it('says why not, and what to do instead', () => {
    const reasons = [held, sent, closed].flatMap((record) =>
      editKinds.flatMap((what) => whyNotEditable(record, id, what) ?? []),
    );
    expect(reasons.length).toBeGreaterThan(8);
    for (const why of reasons) expect(why).toMatch(/^[A-Z].*[.]$/);
    expect(whyNotEditable(closed, id, 'reply')).toContain('addendum');
    expect(whyNotEditable(sent, id, 'action-of-review')).toContain('next occasion');
  });

  it('knows one review from another', () => {
    expect(whyNotEditable(closed, ReviewId.parse('review-2'), 'narrative')).toBeUndefined();
  });
});

describe('finalising', () => {
  it('decisions first, then the record; no reply does not hold it up', () => {
    expect(canFinalise({ ...held, meetings: [] }, id, 'decisions', today)).toEqual({
      can: false,
      why: 'The review has not been held yet.',
    });
    expect(canFinalise(held, id, 'decisions', today)).toEqual({ can: true, edition: 1 });
    expect(canFinalise(held, id, 'record', today)).toEqual({
      can: false,
      why: 'Finalise the decisions first.',
    });
    expect(canFinalise(sent, id, 'record', today)).toEqual({ can: true, edition: 1 });
    expect(whyNotFinalisable(sent, id, 'decisions', today)).toBe('The decisions are finalised already.');
    expect(canFinalise(replied, id, 'record', today)).toEqual({ can: true, edition: 1 });
    for (const record of [closed, issued, filed]) {
      expect(whyNotFinalisable(record, id, 'record', today)).toBe('The record is finalised already.');
      expect(whyNotFinalisable(record, id, 'decisions', today)).toBe('The record is finalised already.');
    }
  });

  it('a withdrawn record becomes the second edition; the decisions stand', () => {
    expect(canFinalise(reopened, id, 'record', today)).toEqual({ can: true, edition: 2 });
    expect(whyNotFinalisable(reopened, id, 'decisions', today)).toBe('The decisions are finalised already.');
  });

  it('withdrawing the decisions takes the record along', () => {
    expect(sealedByWithdrawal(closed, id, 'record')).toEqual(['f-record']);
    expect(sealedByWithdrawal(closed, id, 'decisions')).toEqual(['f-decisions', 'f-record']);
    expect(sealedByWithdrawal(sent, id, 'decisions')).toEqual(['f-decisions']);
    expect(sealedByWithdrawal(sent, id, 'record')).toEqual([]);
    const both = closed.finalisations.map((row) =>
      aFinalisation({ ...row, withdrawn: { ...withdrawn, receivedBy: [] } }),
    );
    expect(reviewStage({ ...closed, finalisations: both }, id, today)).toBe('held');
    expect(canFinalise({ ...closed, finalisations: both }, id, 'decisions', today)).toEqual({
      can: true,
      edition: 2,
    });
  });

  it('a review from before the store has nothing to finalise', () => {
    const record = { ...held, reviews: [aReview({ isBeforeStore: true, heldOn: '2026-04-01' })] };
    expect(whyNotFinalisable(record, id, 'decisions', today)).toContain('before this store');
  });
});

describe('issuing', () => {
  const open = (record: ChildRecord) =>
    documentKinds.filter((kind) => whyNotIssuable(record, id, kind) === undefined);
  it('waits for the decisions or for the record', () => {
    expect(open(held)).toEqual(['chair']);
    expect(open(sent)).toEqual(['decisions', 'manager', 'chair']);
    expect(open(closed)).toEqual(documentKinds);
  });
});

describe('the state of a decision', () => {
  const due = isoDate('2026-10-14');
  it.each([
    [undefined, '2026-10-14', 'proposed'],
    [undefined, '2026-10-15', 'agreed-by-no-reply'],
    [{ outcome: 'agreed', on: '2026-10-12' }, '2026-11-15', 'agreed'],
    [{ outcome: 'no-reply', on: '2026-10-14' }, '2026-10-15', 'agreed-by-no-reply'],
    [{ outcome: 'with-change', on: '2026-10-12', wording: 'By May.' }, '2026-10-13', 'agreed-with-change'],
    [{ outcome: 'not-agreed', on: '2026-10-12', because: 'No money.' }, '2026-10-13', 'not-agreed'],
  ] as const)('%j on %s: %s', (given, day, state) => {
    const decision = given ? aDecision({ reply: given }) : aDecision();
    expect(decisionState(decision, due, isoDate(day))).toBe(state);
  });
  it('stays proposed while no reply is due', () => {
    expect(decisionState(aDecision(), undefined, today)).toBe('proposed');
  });
});

describe('the ending of a section', () => {
  const ending = { kind: 'not-discussed', because: 'Time ran out.' } as const;
  const sections = [aSection({ key: 'interests', ending })];
  it('is derived from its content before what was given', () => {
    const record = aRecord({ sections });
    expect(endingOf(record, id, 'interests')).toEqual(ending);
    expect(endingOf(record, id, 'health')).toBeUndefined();
    const discussed = { kind: 'discussed' };
    expect(
      endingOf({ ...record, texts: [aText({ section: 'interests', body: ' \n ' })] }, id, 'interests'),
    ).toEqual(ending);
    expect(
      endingOf({ ...record, texts: [aText({ section: 'interests', body: 'Chess.' })] }, id, 'interests'),
    ).toEqual(discussed);
    expect(
      endingOf({ ...record, decisions: [aDecision({ section: 'interests' })] }, id, 'interests'),
    ).toEqual(discussed);
    expect(endingOf({ ...record, actions: [anAction({ section: 'interests' })] }, id, 'interests')).toEqual(
      discussed,
    );
    const elsewhere = aDecision({ section: 'interests', reviewId: 'review-0' });
    expect(endingOf({ ...record, decisions: [elsewhere] }, id, 'interests')).toEqual(ending);
  });
});

import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { buildLetter } from '../../../shared/report/letter.ts';
import { draftLetter } from '../../../shared/report/letterDraft.ts';
import { marginWordsOf, paragraphTexts } from '../../../shared/report/words.ts';
import * as build from '../support/builders.ts';

function gather(parts: Partial<ChildRecord> = {}) {
  const record = build.aRecord(parts);
  const content = gatherContent(record, ReviewId.parse('review-1'), {
    today: isoDate('2026-10-07'),
    officer: { name: 'Helen Draftwell', phone: '07700 900 123' },
    settings: defaultSettings,
  });
  if (!content) throw new Error('the record has its review');
  return content;
}

const hamster = build.aPoint({
  id: 'hamster',
  section: 'childs-views',
  kind: 'wish',
  words: 'I want a hamster.',
  gist: 'a hamster',
  outcome: { result: 'agreed', because: 'if you help to clean the cage.' },
  telling: { kind: 'told', by: 'Helen Draftwell', on: '2026-10-02' },
});
const question = build.aPoint({
  id: 'question',
  section: 'life-story',
  kind: 'question',
  words: 'Why did Mum get better?',
  gist: 'your question about Mum',
  answer: {
    kind: 'in-hand',
    what: 'the life story book starts again',
    who: 'Sam Inkwell',
    since: '2026-10-02',
  },
  telling: { kind: 'will-be-told', by: 'Sam Inkwell', due: '2026-10-20' },
});
const news = build.aPoint({
  kind: 'news',
  words: 'Being the boss was the best bit.',
  source: { who: 'Helen' },
});
const strength = build.aPoint({ kind: 'strength', words: 'You say what you feel.', source: { who: 'Bel' } });
const decision = build.aDecision({ id: 'pet', wording: 'A hamster.', pointIds: ['hamster'] });
const action = build.anAction({
  decisionId: 'pet',
  what: 'Choose one on Saturday',
  doneBy: 'Bel Makewell',
  due: { kind: 'date', on: '2026-10-24' },
});

describe('the letter to start from', () => {
  it('begins with what the child is proud of, the child’s own news first', () => {
    expect(draftLetter(gather({ points: [strength, news, hamster] })).proudOf).toBe(
      'You told me: “Being the boss was the best bit.” Bel said of you: “You say what you feel.”',
    );
  });

  it('has a card for each ask, in the record’s order, with the answer in its heading', () => {
    const { cards } = draftLetter(
      gather({ points: [hamster, question], decisions: [decision], actions: [action] }),
    );
    expect(cards).toEqual([
      {
        pointId: 'hamster',
        heading: 'A hamster: yes',
        text: 'You said: “I want a hamster.” We said yes: if you help to clean the cage. We decided: a hamster. Bel will do this by 24\u00a0Oct\u00a02026: Choose one on Saturday. I told you on 2\u00a0Oct\u00a02026.',
      },
      {
        pointId: 'question',
        heading: 'Your question about Mum',
        text: 'You said: “Why did Mum get better?” This is already happening: the life story book starts again. Sam has had this in hand since 2\u00a0Oct\u00a02026. Sam will tell you more by 20\u00a0Oct\u00a02026.',
      },
    ]);
  });

  it('says why not, once', () => {
    const refused = {
      ...hamster,
      outcome: { result: 'not-agreed' as const, because: 'the house has a cat' },
      answer: { kind: 'no-action' as const, because: 'the house has a cat.' },
      telling: undefined,
    };
    expect(draftLetter(gather({ points: [refused] })).cards[0]).toMatchObject({
      heading: 'A hamster: no',
      text: 'You said: “I want a hamster.” We said no. We are not doing anything new, because the house has a cat.',
    });
  });

  it('tells what is to be done on the first card that a decision answers, not again on the next', () => {
    const cage = build.aPoint({ id: 'cage', kind: 'wish', words: 'And a big cage.' });
    const both = { ...decision, pointIds: [hamster.id, cage.id] };
    const { cards } = draftLetter(gather({ points: [hamster, cage], decisions: [both], actions: [action] }));
    expect(cards.map(({ text }) => text.includes('Choose one on Saturday'))).toEqual([true, false]);
    expect(cards[1]?.text).toContain('We decided: a hamster.');
  });

  it('says what must be mended, what stays, and when we speak', () => {
    const promise = build.anAction({
      id: 'old',
      reviewId: 'review-0',
      what: 'Dentist',
      due: { kind: 'date', on: '2026-06-30' },
    });
    const content = gather({
      reviews: [
        build.aReview({ id: 'review-0', number: 6 }),
        build.aReview({ midwayOn: '2027-01-04', nextReview: { kind: 'date', on: '2027-03-25' } }),
      ],
      meetings: [build.aMeeting({ reviewIds: ['review-0'], on: '2026-04-14' }), build.aMeeting()],
      actions: [promise],
      progress: [build.aProgress({ actionId: 'old', value: 'not_done', because: 'nobody rang again' })],
      sections: [
        build.aSection({
          key: 'placement',
          ending: { kind: 'no-change', checkedWith: 'Bel', on: '2026-10-02' },
        }),
      ],
    });
    expect(draftLetter(content)).toEqual({
      datedOn: '2026-10-07',
      proudOf: '',
      cards: [],
      toMend: ['We promised this by 30\u00a0Jun\u00a02026: Dentist. It is not done. Why: nobody rang again.'],
      staysTheSame: 'We checked, and nothing changes here: your home.',
      whenWeSpeak:
        'On 4\u00a0Jan\u00a02027 I will see if we have all kept our word. Your next review is on 25\u00a0Mar\u00a02027. You can ring me on 07700 900 123.',
    });
  });

  it('never names a code: you chose not to come, and we offered', () => {
    const review = build.aReview({
      participation: { code: 'PN7', offered: 'your room, the garden or a call' },
    });
    const letter = draftLetter(gather({ reviews: [review] }));
    expect(letter.proudOf).toBe('You chose not to come; we offered your room, the garden or a call.');
    expect(JSON.stringify(letter)).not.toMatch(/PN\d/u);
  });

  it.each([
    ['a private wish', { audience: { level: 'worker-and-iro' as const } }],
    ['a wish not to be read aloud', { audience: { level: 'not-read-aloud' as const } }],
    [
      'what it is not safe to tell',
      { telling: { kind: 'not-safe' as const, because: 'her father reads the post' } },
    ],
  ])('leaves out %s, and what is decided and promised about it', (_, more) => {
    const secret = { ...hamster, words: 'mark-words', gist: 'mark-gist', ...more };
    const openly = build.aPoint({ id: 'openly', kind: 'wish', words: 'An open wish.' });
    const content = gather({
      points: [secret, openly],
      decisions: [{ ...decision, wording: 'mark-decision', pointIds: [secret.id, openly.id] }],
      actions: [{ ...action, what: 'mark-action' }],
    });
    const said = JSON.stringify(draftLetter(content));
    expect(said).not.toContain('mark-');
    expect(said).toContain('An open wish.');
  });

  it('uses the safe wording where something private stands behind a decision', () => {
    const secret = { ...hamster, audience: { level: 'worker-and-iro' as const } };
    const openly = build.aPoint({ id: 'openly', kind: 'wish', words: 'An open wish.' });
    const content = gather({
      points: [secret, openly],
      decisions: [
        { ...decision, wording: 'mark-decision', safeWording: 'A pet.', pointIds: [secret.id, openly.id] },
      ],
      actions: [{ ...action, what: 'mark-action', safeWording: 'Choose a pet', doneBy: 'mark-person' }],
    });
    const [card] = draftLetter(content).cards;
    expect(card?.text).toContain('We decided: a pet.');
    expect(card?.text).toContain('Choose a pet');
    expect(card?.text).not.toContain('mark-');
  });
});

describe('the printed letter', () => {
  const letter = {
    datedOn: isoDate('2026-10-07'),
    proudOf: 'You should be proud!\n\nHere are some cards.',
    cards: [
      { pointId: hamster.id, heading: 'A hamster: yes', text: 'Bel says yes.' },
      { heading: 'Braids: yes', text: 'Ama knows how.' },
    ],
    toMend: ['We forgot the dentist.'],
    staysTheSame: 'Your home is with Bel.',
    whenWeSpeak: 'I will ring you.',
  };
  const content = gather({ points: [hamster], reviews: [build.aReview({ letter })] });
  const state = { ...draftState, recordFinalisedOn: isoDate('2026-10-06') };

  it('has the order of the sample: proud of, cards, to mend, what stays, when we speak, an empty box', () => {
    const report = buildLetter(contentFor(content, { kind: 'letter', releases: [] }).content, state);
    expect(report.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
      'cards',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'writingSpace',
    ]);
    expect(report.blocks.flatMap(paragraphTexts)).toEqual([
      '7\u00a0Oct\u00a02026',
      'Dear Juniper',
      'You should be proud!',
      'Here are some cards.',
      '♥ A hamster: yes',
      'Bel says yes.',
      '♦ Braids: yes',
      'Ama knows how.',
      'We forgot the dentist.',
      'Your home is with Bel.',
      'I will ring you.',
      'With warm wishes,\nHelen',
      'Did I get this right?',
    ]);
    expect(report.header).toBeNull();
    expect(marginWordsOf(report).footer.join(' ')).toBe(
      'For Juniper, from Helen Draftwell, who runs your reviews',
    );
    expect(report.title).toBe('Letter about review 7');
  });

  it('has no symbols for a child who does not like them', () => {
    const plain = gather({
      child: build.aChild({ letterSymbols: 'none' }),
      reviews: [build.aReview({ letter })],
      points: [hamster],
    });
    const report = buildLetter(contentFor(plain, { kind: 'letter', releases: [] }).content, state);
    expect(report.blocks.some((block) => block.kind === 'cards')).toBe(false);
    expect(report.blocks.flatMap(paragraphTexts)).toContain('A hamster: yes\nBel says yes.');
  });

  it('drops the card of a private point, unless it was released to the child with a reason', () => {
    const secret = { ...hamster, audience: { level: 'worker-and-iro' as const } };
    const hidden = gather({ points: [secret], reviews: [build.aReview({ letter })] });
    const headings = (because?: string) => {
      const release = build.aRelease({
        personId: 'child-1',
        item: 'point:hamster',
        ...(because && { because }),
      });
      const { review } = contentFor(hidden, { kind: 'letter', releases: [release] }).content;
      return review.letter?.cards.map((card) => card.heading);
    };
    expect(headings()).toEqual(['Braids: yes']);
    expect(headings('She asked for it in writing')).toEqual(['A hamster: yes', 'Braids: yes']);
  });

  it('is in no other copy, and may go to nobody but the child', () => {
    const person = build.aPerson({ id: 'mum', role: 'parent' });
    const withMum = { ...content, record: { ...content.record, people: [person] } };
    expect(
      contentFor(withMum, { kind: 'parent', person, releases: [] }).content.review.letter,
    ).toBeUndefined();
    expect(contentFor(withMum, { kind: 'letter', person, releases: [] }).problems).toHaveLength(1);
  });

  it('cannot be issued before it is written, and says that it is a draft until then', () => {
    const unwritten = contentFor(gather({ points: [hamster] }), { kind: 'letter', releases: [] });
    expect(unwritten.problems.map(({ what }) => what)).toEqual([
      'The letter is not written yet. Start from its draft.',
    ]);
    expect(buildLetter(unwritten.content, state).footer.left).toMatch(/^Draft/u);
    expect(buildLetter(content, draftState).footer.left).toMatch(/^Draft/u);
  });
});

import type { Report } from '../../../shared/report/blocks.ts';
import { heading, lineBreak, paragraph, runsOf } from '../../../shared/report/runs.ts';

/** `look-pages/pages/child-letter.png`. */
export const childLetterSample: Report = {
  layout: 'letter',
  isLay: true,
  title: 'Letter after review 2',
  header: null,
  footer: { left: 'For Juniper, from Helen Draftwell, who runs your reviews' },
  blocks: [
    paragraph('letter', '7 Oct 2026', { align: 'right' }),
    heading(1, 'Dear Juniper'),
    paragraph(
      'letter',
      'You told me you were proud of being the boss of your review. You should be! For twenty minutes you held the cards, and every grown-up had to wait for a turn. You were a fair boss.',
    ),
    paragraph(
      'letter',
      'You asked me not to be boring. So here are some cards for you. Each one is a thing you asked for, and what we said.',
    ),
    {
      kind: 'cards',
      caption: 'What you asked for',
      description: 'Four cards; each is a thing you asked for and the answer.',
      cards: [
        {
          mark: 'heart',
          heading: runsOf('A hamster: yes'),
          paragraphs: [
            runsOf(
              'Bel says yes, if you help to clean the cage. You and Bel will choose one on Saturday 24 Oct 2026.',
            ),
          ],
        },
        {
          mark: 'diamond',
          heading: runsOf('Braids: yes'),
          paragraphs: [
            runsOf('Ama knows how to braid 3C hair like yours. Bel has booked her for Saturday 17 Oct 2026.'),
          ],
        },
        {
          mark: 'club',
          heading: runsOf('The France trip: not yet'),
          paragraphs: [
            runsOf(
              'Bel is not allowed to sign the form. Sam will ask Dev, his boss, to sign. Sam will tell you by 23 Oct 2026.',
            ),
          ],
        },
        {
          mark: 'spade',
          heading: runsOf('Your question about Mum'),
          paragraphs: [
            runsOf(
              'You asked why Mum got better for the new baby. It was not because of you. Sam will talk with you on 20 Oct 2026.',
            ),
          ],
        },
      ],
    },
    paragraph(
      'letter',
      'That last card is a big question, and you were brave to ask it. I do not know the whole answer. Sam will start your life story book again, so you can ask him as often as you like. It has waited since 2023. I am sorry about that.',
    ),
    paragraph(
      'letter',
      'We forgot the dentist too. You last went on 3 Feb 2025. That is too long ago, and it was our job. Bel will take you on 15 Oct 2026.',
    ),
    paragraph('letter', 'One big thing stays the same. Your home is with Bel until you are grown up.'),
    paragraph(
      'letter',
      'I will ring you on 4 Jan 2027 to see if we all kept our word. You can ring me sooner on 07700 900 123. If you want a person of your own to speak up for you, tell me and I will find one. You can write or draw in the box, and Bel will send it to me.',
    ),
    paragraph('letter', ['With warm wishes,', lineBreak, 'Helen']),
    heading(2, 'Did I get this right?'),
    {
      kind: 'writingSpace',
      caption: 'Your reply',
      description: 'An empty box to write or draw in.',
      height: 30,
    },
  ],
};

import type { Block } from '../../../shared/report/blocks.ts';
import {
  flagged,
  heading,
  headOf,
  linkList,
  linkTo,
  numberAtHome,
  paragraph,
  rowOf,
  source,
  status,
  strong,
} from '../../../shared/report/runs.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';
import { asPointId, withAnchors } from './anchors.ts';
import { quote } from './quote.ts';

/** `look-pages/pages/record-page-2.png`. */
export const recordPageTwo: readonly Block[] = [
  heading(2, 'Who took part', { pageBreakBefore: true }),
  paragraph('meta', 'At your home, 1.30 to 3.10 pm on Mon 5 Oct 2026. This is the statutory review.', {
    keepWithNext: true,
  }),
  {
    kind: 'table',
    layout: 'tookPart',
    caption: 'Who took part',
    description: 'How each person took part, and who they are.',
    head: headOf('How', 'Who'),
    rows: [
      rowOf(
        strong('Chose not to come'),
        'You. Offered: your room, the garden, a call. You asked Nadia to speak for you',
      ),
      rowOf(
        strong('All of it'),
        'Nadia Protowell, your advocate · Tomasz Mockford, your social worker · Gwen Sampleford, manager of your home · Joss Fauxwell, your key worker',
      ),
      rowOf(
        strong('Part of it'),
        'Kerry Fauxton, your mum (parental responsibility), by phone from 2.40 pm · Owen Templeby, your school’s designated teacher, for education, until 2 pm',
      ),
      rowOf(strong('Sent views'), 'Ruth Placeholt, nurse for children in care: report of 18 Sep 2026'),
      rowOf(strong('Could not come'), 'Farah Testerby, team manager, in court; Helen rang her at 3.25 pm'),
    ],
  },
  heading(2, 'Health'),
  paragraph('meta', 'Discussed on 5 Oct 2026, with Ruth’s report and Joss’s night log.', {
    keepWithNext: true,
  }),
  {
    kind: 'table',
    layout: 'dates',
    caption: 'Health dates',
    description: 'Each check, when it was last done, when it is next due, and what it showed.',
    head: headOf('Dates', 'Last', 'Next due', 'What it showed'),
    rows: [
      rowOf('Health assessment', '18 Sep 2026', '18 Sep 2027', 'Three things advised'),
      rowOf('Dentist', '3 Jul 2026', '3 Jan 2027', 'No treatment needed'),
      rowOf('Eye test', '9 Jun 2025', [status('not', 'Late'), ' 9 Jun 2026'], 'Headaches when you read'),
      rowOf(
        'Teenage vaccinations',
        'Not given',
        [status('not', 'Late'), ' 12 Mar 2026'],
        'Two missed at school',
      ),
      rowOf('Strengths and difficulties', '24 Sep 2026', '24 Sep 2027', '21, high; 15 on 20 Mar 2026'),
      rowOf(
        'Mental health clinic',
        'Asked 20 May 2026',
        status('not', 'No date'),
        '19 weeks waited; rung twice',
      ),
    ],
  },
  heading(3, 'What happened and how we know'),
  {
    kind: 'narrative',
    style: 'narrative',
    numbers: { p1: { number: 'N1' }, p2: { number: 'N2' }, p3: { number: 'N3' } },
    body: withAnchors([
      'You have slept badly since June: Joss’s log has you ',
      { words: 'awake at 4 am on 18 nights of 30 in September', point: asPointId('p1') },
      '. You were missing on 20 Aug 2026, so Ruth saw you 19 working days late; she advised the clinic, ',
      { words: 'an eye test', point: asPointId('p2') },
      ' and ',
      { words: 'vaccinations', point: asPointId('p3') },
      '.',
    ]),
  },
  heading(3, 'What you say'),
  quote(
    '“I keep waking up at four and I can’t stop thinking.”',
    'To Nadia, 1 Oct 2026. Read back: yes',
    'V4',
  ),
  quote('“I don’t want another new person.”', 'To Helen, alone, 30 Sep 2026. Read back: yes', 'V5'),
  paragraph('childsWords', source('Helen understood: start with somebody you already know.')),
  heading(3, 'What it means'),
  {
    kind: 'narrative',
    style: 'narrative',
    numbers: {},
    body: richTextFromPlain(
      'Your score rose from 15 to 21 in six months. Long nights leave you easier to reach. A place on a list is not help: until the clinic starts, you need somebody you know.',
    ),
  },
  heading(3, 'What matters, and our answer'),
  {
    kind: 'table',
    layout: 'points',
    caption: 'Points about health',
    description: 'Each point by its number, and the decision, action or reason that answers it.',
    head: headOf('No.', 'Point', 'Answer'),
    rows: [
      rowOf(
        numberAtHome('N1'),
        [strong('Need'), ' to sleep through the night ', source('(Joss)')],
        [linkTo('D5'), ' Ruth helps, then the clinic'],
      ),
      rowOf(
        linkTo('V4'),
        [strong('Worry'), ' waking at four'],
        [linkTo('D5'), ' Nadia told you on 5 Oct 2026'],
      ),
      rowOf(
        linkTo('V5'),
        [strong('Wish'), ' no new people'],
        [
          status('part', 'Agreed in part'),
          ', ',
          linkTo('D5'),
          ': Ruth first, but the clinic is new. Tomasz told you on 9 Oct 2026',
        ],
      ),
      rowOf(
        numberAtHome('N2'),
        [strong('Need'), ' an eye test ', source('(Ruth)')],
        'Already in hand: Joss, since 28 Sep 2026',
      ),
      rowOf(
        numberAtHome('N3'),
        [strong('Need'), ' two vaccinations ', source('(Ruth)')],
        'No action because you said no, 30 Sep 2026',
      ),
      rowOf(
        numberAtHome('N4'),
        [strong('Need'), ' a private clinic visit ', flagged('Only worker and IRO')],
        [linkTo('A8'), ' Ruth will go with you if you ask'],
      ),
    ],
  },
  heading(3, 'What is agreed'),
  paragraph('decision', [
    numberAtHome('D5'),
    ' ',
    strong('Better sleep: Ruth helps, then the clinic.'),
    ' Answers ',
    linkList(['N1', 'N4', 'V4', 'V5']),
    '. How we will know: awake at 4 am on at most 8 nights in November. Changes the care plan. ',
    status('done', 'Agreed'),
    ' 8 Oct 2026.',
  ]),
  {
    kind: 'table',
    layout: 'actions',
    caption: 'Actions for D5',
    description: 'Each action by its number, who does it and by when.',
    head: headOf('No.', 'Action for D5', 'Who', 'By when'),
    rows: [
      rowOf(numberAtHome('A7'), 'Get a date for the first clinic visit', 'Tomasz Mockford', '16 Oct 2026'),
      rowOf(
        numberAtHome('A8'),
        'Visit every second Tuesday until the clinic starts',
        'Tomasz Mockford; done by Ruth Placeholt',
        '13 Oct 2026',
      ),
    ],
  },
];

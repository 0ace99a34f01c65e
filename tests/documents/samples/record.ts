import type { Block, Report, TableRow } from '../../../shared/report/blocks.ts';
import type { MarkName } from '../../../shared/report/marks.ts';
import {
  cell,
  flagged,
  fact,
  heading,
  headOf,
  linkList,
  linkTo,
  numberAtHome,
  paragraph,
  rowOf,
  source,
  status,
  statusLine,
  strong,
  type Words,
} from '../../../shared/report/runs.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';
import { asPointId, withAnchors } from './anchors.ts';

const decision = (
  number: string,
  words: Words,
  who: string,
  by: string,
  reply: readonly [MarkName, string],
): TableRow => ({
  cells: [cell(linkTo(number)), cell(words), cell(who), cell(by), cell(status(...reply))],
});

const quote = (words: string, from: string, number: string): Block =>
  paragraph('childsWords', [words, '  ', source(from), ' ', numberAtHome(number)]);

/** `look-pages/pages/record-page-1.png`. */
const pageOne: readonly Block[] = [
  heading(1, 'Leah’s review'),
  paragraph(
    'meta',
    'Review 11, held on Mon 5 Oct 2026 · chaired by Helen Draftwell, independent reviewing officer',
  ),
  paragraph('meta', 'For the service file · written to Leah: “you” means Leah'),
  heading(2, 'In your words'),
  quote('“They only ask where I was, never why.”', 'To Nadia, your advocate, 1 Oct 2026', 'V1'),
  quote('“I want one person I can ring at night who won’t go mad.”', 'To Helen, 30 Sep 2026', 'V2'),
  quote('“I made curry for the whole house and nobody died.”', 'To Joss, 27 Sep 2026', 'V3'),
  heading(2, 'Where things are'),
  {
    kind: 'narrative',
    style: 'narrative',
    numbers: {},
    body: richTextFromPlain(
      'You are funny and you cook for the whole house. You are not safe enough: between 4 May and 1 Oct 2026 you went missing 11 times, once for 61 hours. We think somebody is using you, and none of that is your fault. Your home suits you and wants to keep you; the plan is that you live there until 18 and see Mum and Kian. My judgement: adults asked where you were, not why; the plan does not keep you safe; I challenged that on 5 Oct 2026.',
    ),
  },
  heading(2, 'What we promised on 14 Apr 2026: 3 of 8 done'),
  statusLine('done', 'Done', 'Dentist, 3 Jul 2026. Nadia as advocate, 6 May 2026. Cookery, from 6 Jun 2026.'),
  statusLine(
    'part',
    'Part done',
    'Kian every month: you met in 4 months of 6. Why: the driver’s hours ended in July.',
  ),
  statusLine(
    'not',
    'Not done',
    'New exploitation assessment, due 29 May 2026. Why: no worker was named for it.',
  ),
  statusLine(
    'not',
    'Not done',
    'What you say after going missing, put into your plan, due 30 Apr 2026; second review running. Why: nobody was asked to do it.',
  ),
  statusLine('not', 'Not done', 'A safe place at night, due 30 Jun 2026. Why: nobody took the lead.'),
  statusLine(
    'not',
    'Not done',
    'First mental health appointment, due 31 Aug 2026. Why: a 24-week list, not chased.',
  ),
  heading(2, 'What we decided'),
  {
    kind: 'table',
    layout: 'decisions',
    caption: 'Decisions',
    description: 'What will change, who is accountable, by when, and the manager’s reply; one row each.',
    head: headOf('No.', 'What will change', 'Who', 'By when', 'Manager’s reply'),
    rows: [
      decision(
        'D1',
        ['Adults find out why, and the safety plan follows. ', linkTo('V1')],
        'Farah Testerby',
        '23 Oct 2026',
        ['done', 'Agreed'],
      ),
      decision(
        'D2',
        ['One trusted adult to ring at night, and a safe place to go. ', linkTo('V2')],
        'Tomasz Mockford',
        '16 Oct 2026',
        ['done', 'Agreed'],
      ),
      decision(
        'D3',
        ['A chosen adult asks why; the plan changes to match. ', linkTo('V1')],
        'Farah Testerby',
        '19 Oct 2026',
        ['done', 'Agreed'],
      ),
      decision('D4', 'This home until 18, in writing.', 'Stephen Mockton', '20 Nov 2026', [
        'part',
        'With change',
      ]),
      decision('D5', 'Better sleep: Ruth helps, then the clinic.', 'Tomasz Mockford', '16 Oct 2026', [
        'done',
        'Agreed',
      ]),
      decision('D6', 'Fifteen hours of lessons a week.', 'Carys Trialman', '2 Nov 2026', [
        'onTrack',
        'By no reply',
      ]),
      decision('D7', 'Time with Kian every second Saturday.', 'Tomasz Mockford', '17 Oct 2026', [
        'done',
        'Agreed',
      ]),
    ],
  },
  heading(2, 'What you asked for that we could not agree, and why'),
  paragraph('normal', [
    strong('Your phone overnight.'),
    ' Not agreed: 9 of the 11 times began with a call on a Thursday or Friday. Joss will look at it with you again on 6 Nov 2026. Nadia told you this on 5 Oct 2026.',
  ]),
  paragraph('normal', [
    strong('Kian every week.'),
    ' Agreed in part (',
    linkTo('D7'),
    '): every second Saturday for now, because the drive is 70 minutes each way. Tomasz told you on 9 Oct 2026.',
  ]),
  heading(2, 'Not covered this time, and when it will be'),
  paragraph('normal', [
    strong('Life story.'),
    ' You wanted the time for staying safe. Tomasz will ask you again by 6 Nov 2026.',
  ]),
  {
    kind: 'facts',
    caption: 'Facts',
    description: 'Nine facts about Leah and this review, three a row.',
    facts: [
      fact('Age', '14'),
      fact('Care order since', '8 Jun 2022'),
      fact('Lives in', 'a children’s home'),
      fact('Social worker', 'Tomasz Mockford, since 3 Mar 2026'),
      fact('Your part', 'You chose not to come; Nadia spoke for you'),
      fact('Seen alone by Helen', '30 Sep 2026'),
      fact('Report received', '1 Oct 2026, one working day late'),
      fact('Care plan dated', '20 Apr 2026'),
      fact('Next review', '7 Dec 2026 (last lawful day 5 Apr 2027)'),
    ],
  },
];

/** `look-pages/pages/record-page-2.png`. */
const pageTwo: readonly Block[] = [
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

/** The extract's first two pages; of its decisions only D5 is at home in it. */
export const recordSample: Report = {
  layout: 'record',
  isLay: false,
  title: 'Review record 11',
  header: { left: 'Service file: not for circulation', right: 'Leah’s review 11, 5 Oct 2026', isBoxed: true },
  footer: { left: 'Decisions finalised 5 Oct 2026 · record finalised 20 Oct 2026 · edition 1' },
  blocks: [...pageOne, ...pageTwo],
};

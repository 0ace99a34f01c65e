import type { Block, TableRow } from '../../../shared/report/blocks.ts';
import type { MarkName } from '../../../shared/report/marks.ts';
import {
  cell,
  fact,
  heading,
  headOf,
  linkTo,
  paragraph,
  status,
  statusLine,
  strong,
  type Words,
} from '../../../shared/report/runs.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';
import { quote } from './quote.ts';

const decision = (
  number: string,
  words: Words,
  who: string,
  by: string,
  reply: readonly [MarkName, string],
): TableRow => ({
  cells: [cell(linkTo(number)), cell(words), cell(who), cell(by), cell(status(...reply))],
});

/** `look-pages/pages/record-page-1.png`. */
export const recordPageOne: readonly Block[] = [
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

import type { FindingRow } from './findingRow.ts';
import { must } from './findingRow.ts';

const answerRemedy = 'Link a decision, or say “already in hand” (what, who, since) or “no action because”.';
const needWhy = 'What was raised and not answered is forgotten by the next review.';

/** What blocks a finalisation, in the order of design.md, *Blocks finalising*; those marked there block the decisions. */
export const mustTable = {
  'section-without-ending': must(
    'record',
    'product',
    'An empty heading reads as if nobody asked.',
    'Write what was discussed, or press one key: no change, not discussed because, does not apply because.',
  ),
  'ending-without-words': must(
    'record',
    'product',
    'A tick without who, when or why is not evidence.',
    'Say with whom and when it was checked, or why it was not discussed or does not apply.',
  ),
  'section-cannot-not-apply': must(
    'record',
    'product',
    'Every child has health, safety and views: inspectors found reviews that passed over them.',
    'Write what was discussed, or say why it was not.',
  ),
  'need-without-answer': must('decisions', 'product', needWhy, answerRemedy),
  'risk-without-answer': must(
    'decisions',
    'product',
    'A risk that was seen and not acted on is the first thing an inquiry asks about.',
    answerRemedy,
  ),
  'wish-without-answer': must(
    'decisions',
    'law',
    'Wishes and feelings must be given due consideration (Children Act 1989, section 25B(1)(c)).',
    answerRemedy,
  ),
  'worry-without-answer': must(
    'decisions',
    'law',
    'Wishes and feelings must be given due consideration (Children Act 1989, section 25B(1)(c)).',
    answerRemedy,
  ),
  'question-without-answer': must(
    'decisions',
    'law',
    'A child who asks and hears nothing stops asking.',
    answerRemedy,
  ),
  'wish-not-followed-without-reason': must(
    'record',
    'law',
    'The child is owed the reason, in words the child can follow.',
    'Say why in plain words.',
  ),
  'wish-nothing-about-telling': must(
    'record',
    'product',
    'Somebody has to bring the answer back to the child.',
    'Say that the child was told, who will tell by when, that the letter tells, or why it is not safe.',
  ),
  'telling-without-words': must(
    'record',
    'product',
    'A promise to tell the child needs a person and a day; silence needs a reason.',
    'Give who tells the child and by when, or why it is not safe to tell.',
  ),
  'action-without-what': must(
    'decisions',
    'product',
    'Nobody can do an action that has no words.',
    'Say what will be done: a verb and its object.',
  ),
  'action-without-who': must(
    'decisions',
    'product',
    'What belongs to nobody is done by nobody.',
    'Name the accountable person, or “not allocated: held by” the named manager.',
  ),
  'action-without-date': must(
    'decisions',
    'product',
    'Without a date nobody can see that it is late.',
    'Give a day, or “date set by the court” with a day to check it.',
  ),
  'court-date-without-check-by': must(
    'decisions',
    'product',
    'A date that the court will set is lost unless somebody looks for it.',
    'Give the day by which it will be checked.',
  ),
  'action-due-before-review': must(
    'decisions',
    'product',
    'A new action cannot be due before it was agreed; on the day itself is valid.',
    'Correct the day.',
  ),
  'due-action-without-progress': must(
    'record',
    'law',
    'A review must consider whether earlier decisions were carried out, and if not why (Schedule 7, paragraph 1).',
    'Say what happened: done, part, not done, not needed, replaced, or on track.',
  ),
  'done-without-evidence': must(
    'record',
    'product',
    '“Done” is a claim until it says how we know.',
    'Add one line: “Anna, carer, told the review” is enough.',
  ),
  'high-risk-not-covered': must(
    'decisions',
    'law',
    'A high risk that nobody has assessed is an unassessed risk, today.',
    'Record the assessment, strategy meeting, enquiry or dated safety plan that covers it, or the urgent step taken today.',
  ),
  'high-risk-event-not-considered': must(
    'decisions',
    'law',
    'An assessment older than the newest event may no longer be true.',
    'Add “considered on, by, stands / changed”, a newer assessment, or the urgent step taken today.',
  ),
  'participation-missing': must(
    'record',
    'law',
    'Every statutory review needs the code of how the child took part (SSDA903, validation rule 166).',
    'Choose how the child took part.',
  ),
  'participation-wrong-for-age': must(
    'record',
    'law',
    'The return refuses PN0 from four years and PN1 to PN7 under four (validation rules 440 and 441).',
    'Choose a code that fits the age on the day that counts.',
  ),
  'duty-spoke-alone': must(
    'record',
    'law',
    'The officer must speak with the child alone unless the child refuses or it is not appropriate (regulation 36).',
    'Say when and how, or why not.',
  ),
  'duty-parent': must(
    'record',
    'law',
    'Each parent and holder of parental responsibility has views that the review must seek.',
    'Say that they were present, how their views were obtained, or why not.',
  ),
  'duty-worker-report': must(
    'record',
    'law',
    'A review without the worker’s report rests on memory.',
    'Say when the report was received, or why it was not.',
  ),
  'duty-care-plan': must(
    'record',
    'law',
    'The officer monitors the authority’s care plan and must say whether it meets the child’s needs.',
    'Say which plan was seen, and whether it meets needs.',
  ),
  'next-review-missing': must(
    'record',
    'law',
    'The child, and the clock of regulation 33, need the day of the next review.',
    'Set the next review, or say why there is none.',
  ),
  'next-review-too-late': must(
    'record',
    'law',
    'Regulation 33 sets the last lawful day; a later review needs its reason on the record.',
    'Bring it forward, or give the reason.',
  ),
} as const satisfies Record<string, FindingRow>;

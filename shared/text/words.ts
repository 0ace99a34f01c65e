const hasLetterOrDigit = /[\p{L}\p{N}]/u;

/** The words of a text as a word processor counts them: between spaces, with at least a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => hasLetterOrDigit.test(word));
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return wordsOf(text).length;
}

/** The bare words, folded for comparing: small letters, one kind of apostrophe, no marks around them. */
export function bareWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  );
}

/**
 * What letters stand for in this field and in ordinary life: the list of initials that an officer knows. An
 * authority adds its own in its settings. From the glossary of the domain notes.
 */
export const fieldInitials: Readonly<Record<string, string>> = {
  ADHD: 'attention deficit hyperactivity disorder',
  AD: 'assistant director',
  ASD: 'autism spectrum disorder',
  CAMHS: 'child and adolescent mental health services',
  CAO: 'child arrangements order',
  CCE: 'child criminal exploitation',
  CO: 'care order',
  CSE: 'child sexual exploitation',
  DCS: 'director of children’s services',
  DT: 'designated teacher',
  EHCP: 'education, health and care plan',
  EPO: 'emergency protection order',
  GCSE: 'general certificate of secondary education',
  GP: 'family doctor',
  HSB: 'harmful sexual behaviour',
  ICO: 'interim care order',
  IHA: 'initial health assessment',
  IRO: 'independent reviewing officer',
  IV: 'independent visitor',
  LADO: 'local authority designated officer',
  MACE: 'multi-agency child exploitation meeting',
  NEET: 'not in education, employment or training',
  NHS: 'National Health Service',
  NRM: 'National Referral Mechanism',
  PA: 'personal adviser',
  PE: 'physical education',
  PEP: 'personal education plan',
  PLO: 'Public Law Outline',
  RHA: 'review health assessment',
  RHI: 'return home interview',
  SDQ: 'strengths and difficulties questionnaire',
  SEN: 'special educational needs',
  SENCO: 'special educational needs coordinator',
  SGO: 'special guardianship order',
  SSW: 'supervising social worker',
  UASC: 'unaccompanied asylum-seeking child',
  VSH: 'virtual school head',
  // Of ordinary life: no one asks what they stand for.
  AM: 'before noon',
  CD: 'compact disc',
  DVD: 'video disc',
  EU: 'European Union',
  ID: 'identity document',
  IT: 'information technology',
  OK: 'all right',
  PC: 'computer',
  PM: 'after noon',
  TV: 'television',
  UK: 'United Kingdom',
  USA: 'United States',
};

const initials = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{2,5}(?=s?(?![\p{L}\p{M}\p{N}]))/gu;

/** Stand-alone initials (2 to 5 capitals, `IROs` as `IRO`) that are not known, each once, as they first appear. */
export function unknownInitials(text: string, known: ReadonlySet<string>): string[] {
  const found = text.match(initials) ?? [];
  return [...new Set(found)].filter((letters) => !known.has(letters));
}

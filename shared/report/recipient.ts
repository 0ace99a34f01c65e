import type { DocumentKind } from '../domain/model/issue.ts';
import type { Person } from '../domain/model/child.ts';
import type { ReviewContent } from './content.ts';
import { possessive } from './phrases.ts';

/** The copies of the record that go to one reader outside the service. */
export type CopyKind = 'parent' | 'carer' | 'school' | 'health';

/** Whom a copy is for. Lay copies print larger. */
export type CopyRecipient = {
  readonly kind: CopyKind;
  readonly person: Person;
  readonly isLay: boolean;
};

/** Parents and carers read lay copies; school and health staff the ordinary type. */
export function copyRecipient(kind: CopyKind, person: Person): CopyRecipient {
  return { kind, person, isLay: kind === 'parent' || kind === 'carer' };
}

/** True for the documents that are the record for one reader. */
export function isCopyKind(kind: DocumentKind): kind is CopyKind {
  return kind === 'parent' || kind === 'carer' || kind === 'school' || kind === 'health';
}

/** The role in words: "team manager". */
function roleOf(person: Person): string {
  return person.role.replaceAll('-', ' ');
}

/** "Farah Testerby, team manager"; for family and carers "Kerry Fauxton, Leah’s mum". */
export function nameAndRelation(person: Person, content: ReviewContent): string {
  const names = possessive(content.record.child.preferredName);
  const isOfTheChild = ['parent', 'relative', 'brother-or-sister', 'friend', 'carer'].includes(person.role);
  const relation = person.relationship?.trim() ?? '';
  const words = relation === '' ? roleOf(person) : relation;
  const isSaid = /^(?:your|his|her|their|the|an?)\b/iu.test(words) || words.includes(names);
  if (!isOfTheChild) {
    // "your social worker" is a social worker; "your school’s teacher" is Leah’s school’s.
    return `${person.name}, ${words.replace(/^your (?!\w+[’']s\b)/iu, '').replace(/\byour\b/giu, names)}`;
  }
  if (isSaid) return `${person.name}, ${words.replace(/\byour\b/giu, names)}`;
  return `${person.name}, ${names} ${words}`;
}

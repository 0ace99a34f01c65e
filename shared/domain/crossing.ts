import { isFlagged } from './model/common.ts';
import type { Period, Person } from './model/child.ts';
import type { Point, SectionText } from './model/minutes.ts';
import type { ChildRecord } from './model/record.ts';
import type { Paragraph } from '../richText.ts';
import { anchorsOf, paragraphText, paragraphsOf } from '../richText.ts';
import { fold } from '../text/literals.ts';

/** Why a word of another child's record has to be looked at before it stands in this one. */
export type CrossingReason =
  | 'other-child'
  | 'other-person'
  | 'school'
  | 'address'
  | 'pronoun'
  | 'unknown-name';

/** A stretch of a paragraph (UTF-16 units) that is looked at: kept, or replaced. */
export type CrossingMark = { readonly start: number; readonly end: number; readonly why: CrossingReason };

/** What the check needs of a child: who they are, and whom and what their record names. */
export type Named = Pick<ChildRecord, 'child' | 'people' | 'periods'>;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const pronouns = new Set('he him his himself she her hers herself'.split(' '));
/** Words of names and addresses that stand for nobody and nowhere by themselves. */
const plain = new Set(
  (
    'mr mrs ms miss mx dr prof rev sir dame the of and for at in to on a an your my our their ' +
    'school primary secondary academy college nursery high infant junior church road rd street st avenue ave ' +
    'close cl lane ln drive dr court ct crescent gardens place pl square terrace grove house home flat ' +
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday i'
  ).split(' '),
);

const folded = (text: string) => fold(text).folded;
const wordsOf = (text: string) => (folded(text).match(word) ?? []).filter((one) => !plain.has(one));
const capitals = (text: string) => (text.match(word) ?? []).filter((one) => /^\p{Lu}/u.test(one)).join(' ');

function namesOf({ child }: Named): string[] {
  return [child.fullName, child.preferredName].flatMap(wordsOf);
}

/** A person's name, and what somebody calls them: "Nanny Pat". */
function namesOfPerson({ name, relationship = '' }: Person): string[] {
  return [...wordsOf(name), ...wordsOf(capitals(relationship))];
}

/** The other child's people who are not among this child's. */
function strangers(own: Named, other: Named): readonly Person[] {
  const known = new Set([own.child.fullName, ...own.people.map(({ name }) => name)].map(folded));
  return other.people.filter(
    ({ name, linkedChildId }) => linkedChildId !== own.child.id && !known.has(folded(name)),
  );
}

function schoolWords(periods: readonly Period[]): string[] {
  return periods.flatMap((period) => (period.kind === 'school' ? wordsOf(period.name) : []));
}

function addressWords({ periods, people }: Named): string[] {
  const ofPeriods = periods.flatMap((period) => {
    if (period.kind === 'school') return [period.address ?? ''];
    return period.kind === 'placement' ? [period.address ?? '', period.provider ?? ''] : [];
  });
  return [
    ...ofPeriods,
    ...people.flatMap(({ address = '', organisation = '' }) => [address, organisation]),
  ].flatMap(wordsOf);
}

/** `Pip` for Pippa and `Pippa` for Pip: a short form of a name is that name. */
function isFormOf(one: string, names: ReadonlySet<string>): boolean {
  return [...names].some(
    (name) => one.length >= 3 && name.length >= 3 && (name.startsWith(one) || one.startsWith(name)),
  );
}

/** Words that are somewhere written small: what only begins a sentence with a capital is among them. */
function smallWords(text: string): ReadonlySet<string> {
  return new Set((text.match(word) ?? []).filter((one) => /^\p{Ll}/u.test(one)).map(folded));
}

/**
 * Every word of a paragraph of one child's record that somebody has to look at before it stands in another's: names
 * of that child and of people who are not this child's (short forms and what they are called too), their schools and
 * addresses, he and she in every form, and capitals that no record explains. `usual` is text in which ordinary words
 * stand: a word that begins a sentence there and elsewhere, and is never written small, may be a name as well.
 */
export function crossingMarks(text: string, own: Named, other: Named, usual: string): CrossingMark[] {
  const child = new Set(namesOf(other));
  const people = new Set(strangers(own, other).flatMap(namesOfPerson));
  const schools = new Set(schoolWords(other.periods));
  const addresses = new Set(addressWords(other));
  const known = new Set([...namesOf(own), ...own.people.flatMap(namesOfPerson)]);
  const small = smallWords(`${usual} ${text}`);
  const whyOf = (found: string): CrossingReason | undefined => {
    const one = folded(found);
    const isCapital = /^\p{Lu}/u.test(found);
    if (pronouns.has(one)) return 'pronoun';
    if (plain.has(one) && !child.has(one)) return undefined;
    if (child.has(one) || (isCapital && isFormOf(one, child))) return 'other-child';
    if (people.has(one) || (isCapital && isFormOf(one, people))) return 'other-person';
    if (schools.has(one)) return 'school';
    if (addresses.has(one)) return 'address';
    return isCapital && !known.has(one) && !small.has(one) ? 'unknown-name' : undefined;
  };
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    // What stands behind an apostrophe belongs to the word before it.
    const isEnding = found.length === 1 && /['’]/.test(text.charAt(index - 1));
    const why = isEnding ? undefined : whyOf(found);
    return why ? [{ start: index, end: index + found.length, why }] : [];
  });
}

/** A paragraph that may cross: its place among its text's paragraphs, and its words. */
export type OfferedParagraph = { readonly place: number; readonly words: string };

function isWithheld(node: Paragraph, words: string, flagged: readonly Point[]): boolean {
  const anchors = new Set<string>(anchorsOf(node));
  // A quote too: the words of a private point are private where its anchor was lost.
  return flagged.some(
    ({ id, quote, words: own }) =>
      anchors.has(id) ||
      [quote, own].some(
        (said) => said !== undefined && said.trim().length > 3 && words.includes(said.trim()),
      ),
  );
}

/**
 * What of a text of another child's record may be offered, and how many of its paragraphs may not: all of a text that
 * is limited, and each paragraph that anchors or quotes a flagged point.
 */
export function offeredParagraphs(
  text: Pick<SectionText, 'body' | 'audience'>,
  points: readonly Point[],
): { readonly offered: readonly OfferedParagraph[]; readonly withheld: number } {
  const flagged = points.filter(({ audience }) => isFlagged(audience));
  const all = paragraphsOf(text.body).flatMap((node, place) => {
    const words = paragraphText(node);
    return words.trim() === '' ? [] : [{ node, place, words }];
  });
  const offered = isFlagged(text.audience)
    ? []
    : all.filter(({ node, words }) => !isWithheld(node, words, flagged));
  return {
    offered: offered.map(({ place, words }) => ({ place, words })),
    withheld: all.length - offered.length,
  };
}

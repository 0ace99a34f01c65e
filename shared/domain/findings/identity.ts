import type { Folded } from '../../text/literals.ts';
import { fold, literalSearch } from '../../text/literals.ts';
import { fieldInitials, unknownInitials } from '../../text/words.ts';
import type { Checked, Rule } from './context.ts';
import { aboutOf, findingOf } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passage.ts';
import { passagesOf } from './passages.ts';

/** The other children of the caseload who are not among this child's people, by link or by name. */
function strangers({ record, otherChildren }: Checked) {
  const names = new Set(
    [record.child.fullName, ...record.people.map(({ name }) => name)].map((name) => fold(name.trim()).folded),
  );
  const linked = new Set<string>(record.people.flatMap(({ linkedChildId }) => linkedChildId ?? []));
  return (
    otherChildren
      .filter(
        ({ id, fullName }) =>
          id !== record.child.id && !linked.has(id) && !names.has(fold(fullName.trim()).folded),
      )
      .map(({ fullName }) => fullName.trim())
      // A single word is not a full name: it would be found in half of all records.
      .filter((name) => /\S\s+\S/.test(name))
      .sort()
  );
}

/** One folded word of a name, to pass over a caseload without a search for each child. */
function longestWord(name: string): string {
  const words = fold(name).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** A full name of another child of the caseload: once for each place it stands in. */
const noOtherChildNamed: Rule = (checked) => {
  const places: { passage: Passage; folded: Folded }[] = passagesOf(checked).map((passage) => ({
    passage,
    folded: fold(passage.text),
  }));
  const all = places.map(({ folded }) => folded.folded).join('\n');
  return strangers(checked)
    .filter((name) => all.includes(longestWord(name)))
    .flatMap((name) => {
      const isNamed = literalSearch(name);
      const found = places
        .filter(({ folded }) => isNamed(folded))
        .map(({ passage }) =>
          findingOf(
            'other-child-named',
            passage.target,
            `${name} is named, and is not among this child’s people.`,
          ),
        );
      return oncePerPlace(found);
    });
};

/** A point or an action is one place, however many of its fields hold the name; a text is a place of its own. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { section, field } = finding.target;
    const about = aboutOf(finding);
    const place = about === section ? `${section} ${field ?? ''}` : about;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** Words that people write in capitals for their weight; they stand for nothing. */
const loudWords =
  'ALL AND ARE BUT CAN DO FOR HAS HE HOW IN IS IT MUST NEVER NO NOT ON ONLY OR SHE THE TO VERY WAS WE WHO WHY YES YOU'.split(
    ' ',
  );

/** Letters in the names of people, schools and providers: readers know those names. */
function lettersOfNames({ record }: Checked): string[] {
  const names = [
    ...record.people.flatMap(({ name, organisation }) => [name, organisation ?? '']),
    ...record.periods.flatMap((period) => {
      if (period.kind === 'school') return [period.name];
      if (period.kind === 'placement') return [period.provider ?? ''];
      return period.kind === 'social-worker' ? [period.name, period.team ?? ''] : [];
    }),
  ];
  return names.flatMap((name) => unknownInitials(name, new Set()));
}

/** Initials that a lay reader is not known to know, once each, where they first stand. */
const initialsAreKnown: Rule = (checked) => {
  const known = new Set([
    ...Object.keys(fieldInitials),
    ...checked.settings.knownInitials,
    ...loudWords,
    ...lettersOfNames(checked),
  ]);
  return passagesOf(checked)
    .filter(({ isForLayCopies, isChildsWords }) => isForLayCopies && !isChildsWords)
    .flatMap(({ text, target }) =>
      unknownInitials(text, known).map((letters) => {
        known.add(letters);
        return findingOf(
          'unknown-initials',
          target,
          `“${letters}” is not on the list of initials that readers know.`,
        );
      }),
    );
};

export const identityRules: readonly Rule[] = [noOtherChildNamed, initialsAreKnown];

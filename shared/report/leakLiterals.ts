import type { Period, Person } from '../domain/model/child.ts';
import { addressLiterals } from '../text/literals.ts';
import type { Judge } from './audienceJudge.ts';
import type { ReviewContent } from './content.ts';
import type { Literal } from './leakForbidden.ts';
import { currentPeriod } from './releaseFacts.ts';
import { itemName } from './releaseNames.ts';

type Placement = Extract<Period, { kind: 'placement' }>;

/** A child whose own record is in this store. */
export type OtherChild = { readonly id: string; readonly fullName: string };

const never = (sort: string, literal: string): Literal => ({ sort, literal, isPassable: false });
const passable = (sort: string, literal: string): Literal => ({ sort, literal, isPassable: true });

/** The whole address and its postcode cannot be passed; a house's or a street's name may be a common word. */
function ofAddress(sort: string, address: string | undefined): Literal[] {
  if (address === undefined) return [];
  const hasCode = (literal: string) => /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/iu.test(literal);
  return addressLiterals(address).map((literal) =>
    literal === address.trim() || hasCode(literal)
      ? never(sort, literal)
      : passable(`Part of: ${sort.toLocaleLowerCase('en-GB')}`, literal),
  );
}

/** Where the child lives or has lived, unless the reader lives or works there or was told. The child knows. */
export function placeLiterals(content: ReviewContent, judge: Judge): Literal[] {
  const { reader } = judge;
  if (reader.kind === 'letter') return [];
  const current = currentPeriod(content, 'placement');
  const isKnown = (placement: Placement, fact: 'address' | 'provider') =>
    (reader.person !== undefined && (placement.carerIds ?? []).includes(reader.person.id)) ||
    (placement.id === current?.id && judge.isGiven(itemName.fact(fact)));
  return content.record.periods.flatMap((period): Literal[] => {
    if (period.kind === 'school') return ofAddress('The address of a school', period.address);
    if (period.kind !== 'placement') return [];
    const address = isKnown(period, 'address') ? [] : ofAddress('An address of the child', period.address);
    const isSecret = period.isAddressConfidential === true && !isKnown(period, 'provider');
    const provider = isSecret && period.provider ? [passable('Who provides a home', period.provider)] : [];
    return [...address, ...provider];
  });
}

const family: readonly Person['role'][] = ['parent', 'relative', 'brother-or-sister', 'friend', 'carer'];

/** Addresses, phones and emails of everybody else. A professional's number may be passed. */
export function contactLiterals({ record, officer }: ReviewContent, { reader }: Judge): Literal[] {
  const own = reader.person;
  const known = new Set(
    [own?.phone, own?.email, own?.address, officer.phone, officer.email].flatMap(
      (value) => value?.trim() ?? [],
    ),
  );
  return record.people
    .filter((person) => person.id !== own?.id)
    .flatMap(({ phone, email, address, role }): Literal[] => {
      const isPrivate = family.includes(role);
      const contact = [
        ...(phone === undefined ? [] : [{ sort: 'A phone number', literal: phone, isPassable: !isPrivate }]),
        ...(email === undefined
          ? []
          : [{ sort: 'An email address', literal: email, isPassable: !isPrivate }]),
        ...ofAddress('An address of a person', address),
      ];
      return contact
        .filter(({ literal }) => !known.has(literal.trim()))
        .map((entry) => (isPrivate ? entry : { ...entry, isAtWork: true }));
    });
}

function surnameOf(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? '';
}

/** Names that the reader must not know; a name that the child or the reader carries too gives nothing away. */
function nameLiterals(sort: string, person: Pick<Person, 'name'>, shared: readonly string[]): Literal[] {
  const parts = person.name.trim().split(/\s+/u);
  const telling = parts.length < 2 ? [] : parts.filter((part) => part.length > 2 && !shared.includes(part));
  return [
    passable(sort, person.name),
    ...telling.map((part) => passable(`Part of: ${sort.toLocaleLowerCase('en-GB')}`, part)),
  ];
}

function sharedNames({ record }: ReviewContent, { reader }: Judge): string[] {
  return [record.child.fullName, record.child.preferredName, reader.person?.name ?? ''].flatMap((name) =>
    name.split(/\s+/u),
  );
}

/** People whom this reader's copy must not name. */
export function personLiterals(content: ReviewContent, judge: Judge): Literal[] {
  const shared = sharedNames(content, judge);
  return content.record.people
    .filter((person) => !judge.isPersonGiven(person.id))
    .flatMap((person) => nameLiterals('The name of a person', person, shared));
}

/** What the reader's own row says they must not learn, and what stands behind it in the record. */
export function ruleLiterals(content: ReviewContent, judge: Judge): Literal[] {
  const { record } = content;
  const placements = record.periods.filter((period) => period.kind === 'placement');
  const carerIds = new Set<string>(placements.flatMap((placement) => placement.carerIds ?? []));
  const carers = record.people.filter((person) => carerIds.has(person.id) || person.role === 'carer');
  const shared = sharedNames(content, judge);
  return (judge.reader.person?.mustNotLearn ?? []).flatMap((rule): Literal[] => {
    const given = (rule.literals ?? []).map((literal) =>
      rule.what === 'phone'
        ? never('A phone number', literal)
        : passable(`Not to be learnt: ${rule.what}`, literal),
    );
    switch (rule.what) {
      case 'school': {
        const schools = record.periods.flatMap((period) => (period.kind === 'school' ? [period.name] : []));
        return [...given, ...schools.map((name) => passable('The name of a school', name))];
      }
      case 'carers-surname': {
        // With a person it is about that person's carers, who are not in this record: the literals say it.
        const own = rule.personId === undefined ? carers : [];
        const surnames = own.map((person) => surnameOf(person.name)).filter((name) => !shared.includes(name));
        return [...given, ...surnames.map((name) => passable('The surname of a carer', name))];
      }
      default:
        return given;
    }
  });
}

/** Other children of the caseload who are not among this child's people. None of them is ever named in full. */
export function otherChildLiterals(
  { record }: ReviewContent,
  judge: Judge,
  others: readonly OtherChild[],
): Literal[] {
  const known = record.people.filter((person) => judge.isPersonGiven(person.id));
  const names = new Set(
    [record.child.fullName, ...known.map((person) => person.name)].map((name) => name.trim()),
  );
  const linked = new Set<string | undefined>([
    record.child.id,
    ...known.map((person) => person.linkedChildId),
  ]);
  return others
    .filter((other) => !linked.has(other.id) && !names.has(other.fullName.trim()))
    .map((other) => never('The name of another child', other.fullName));
}

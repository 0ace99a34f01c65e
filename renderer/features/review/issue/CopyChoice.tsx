import type { Person } from '../../../../shared/domain/model/child.ts';
import { copiesFor } from '../../../../shared/report/offers.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { SelectField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';

const names: Readonly<Record<NonNullable<Person['copy']>, string>> = {
  none: 'No copy',
  parent: 'Record, a parent’s version',
  carer: 'Record, a carer’s version',
  school: 'Record, a school’s version',
  health: 'Record, a health version',
  decisions: 'Decisions sheet',
  manager: 'Manager’s page, with the papers',
  'service-file': 'Service file',
};

/** Which copy a person is meant to get; nobody gets one until it is chosen. */
export function CopyChoice({ person }: { readonly person: Person }) {
  const { versionOf } = useReview();
  const { value, edit } = useRecord('person:save', person.id, person, versionOf(person.id));
  return (
    <SelectField
      label="Which copy they get"
      value={value.copy ?? 'none'}
      choices={copiesFor(person).map((copy) => ({ value: copy, name: names[copy] }))}
      onChange={(copy) => edit({ ...value, copy })}
    />
  );
}

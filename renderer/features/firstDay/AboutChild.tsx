import { SelectField, TextField } from '../../ui/Field.tsx';
import { DayOfForm } from './DayOfForm.tsx';
import type { FormParts } from './formParts.ts';
import { legalStatusChoices } from './legalStatusWords.ts';
import { firstName } from './newChild.ts';

/** Who the child is, since when they are looked after and under what, and their worker. */
export function AboutChild(parts: FormParts) {
  const { form, edit, faultOf } = parts;
  return (
    <>
      <div className="row top-aligned">
        <TextField
          label="Full name"
          value={form.fullName}
          onChange={(fullName) => edit({ fullName })}
          fault={faultOf('fullName')}
          takesFocus
        />
        <TextField
          label="Preferred name"
          value={form.preferredName}
          onChange={(preferredName) => edit({ preferredName })}
          hint={
            form.fullName.trim() === ''
              ? 'What the child likes to be called'
              : `${firstName(form.fullName)}, unless you say otherwise`
          }
        />
      </div>
      <div className="row top-aligned">
        <DayOfForm {...parts} field="dateOfBirth" label="Date of birth" />
        <TextField
          label="Case number, if you like"
          value={form.caseReference}
          onChange={(caseReference) => edit({ caseReference })}
        />
      </div>
      <div className="row top-aligned">
        <DayOfForm {...parts} field="lookedAfterSince" label="Looked after since" />
        <SelectField
          label="Legal status"
          value={form.legalStatus}
          choices={legalStatusChoices}
          onChange={(legalStatus) => edit({ legalStatus })}
          fault={faultOf('legalStatus')}
        />
        <DayOfForm {...parts} field="legalStatusSince" label="Legal status since" />
      </div>
      <div className="row top-aligned">
        <TextField label="Social worker" value={form.worker} onChange={(worker) => edit({ worker })} />
        <TextField label="Team" value={form.team} onChange={(team) => edit({ team })} />
        <DayOfForm {...parts} field="workerSince" label="Their worker since" />
      </div>
    </>
  );
}

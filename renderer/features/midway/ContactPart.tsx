import { asIsoDate } from '../../../shared/domain/dates.ts';
import type { SavedValue } from '../../app/saving/useRecord.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { orNothing, withField } from '../review/writeUp/fields.tsx';
import type { MidwayPart } from './midwayData.ts';

type Contact = NonNullable<SavedValue<'midway:save'>['contact']>;

/** Whether the officer was in touch with the child: when, how and what the child said; or why not. */
export function ContactPart({ data, editor, isClosed }: MidwayPart) {
  const { value, edit } = editor;
  const { contact } = value;
  const name = data.preferredName;
  const set = (next: Contact) => edit({ ...value, contact: next });
  return (
    <section aria-labelledby="midway-contact">
      <h2 id="midway-contact">Contact with {name}</h2>
      <fieldset className="plain form" disabled={isClosed}>
        <legend className="hide">Contact with {name}</legend>
        <div className="row">
          <SelectField
            label="Since the review"
            value={contact?.outcome ?? ''}
            choices={[
              { value: 'yes', name: `In touch with ${name}` },
              { value: 'refused', name: `${name} did not want to` },
              { value: 'not-appropriate', name: 'Not appropriate' },
            ]}
            onChange={(outcome) =>
              set({ ...contact, outcome, ...(outcome === 'yes' && !contact?.on && { on: data.today }) })
            }
          />
          {contact?.outcome === 'yes' && (
            <DateField
              label="On"
              value={contact.on === undefined ? undefined : asIsoDate(contact.on)}
              today={data.today}
              onChange={(on) => set(withField(contact, 'on', on))}
            />
          )}
        </div>
        {contact?.outcome === 'yes' && (
          <>
            <TextField
              label="How"
              value={contact.how ?? ''}
              hint="On the phone, a visit, a message"
              onChange={(how) => set(withField(contact, 'how', orNothing(how)))}
            />
            <TextField
              label={`What ${name} said, in ${name}’s own words`}
              isLong
              value={contact.said ?? ''}
              onChange={(said) => set(withField(contact, 'said', orNothing(said)))}
            />
          </>
        )}
        {contact && contact.outcome !== 'yes' && (
          <TextField
            label="Because"
            value={contact.because ?? ''}
            onChange={(because) => set(withField(contact, 'because', orNothing(because)))}
          />
        )}
      </fieldset>
    </section>
  );
}

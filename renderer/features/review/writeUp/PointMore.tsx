import { RiskId } from '../../../../shared/domain/ids.ts';
import { riskTypes } from '../../../../shared/domain/model/events.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { sectionKeys } from '../../../../shared/domain/model/sections.ts';
import { headingIn } from '../../../../shared/domain/sectionWords.ts';
import { useRead } from '../../../app/queries.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { withField } from './fields.tsx';
import type { PointEditor } from './PointFields.tsx';

type Props = { readonly editor: PointEditor };

const sections = sectionKeys.filter((key) => key !== 'plan' && key !== 'front-sheet');

function OtherLanguage({ editor }: Props) {
  const { value, edit } = editor;
  const { officer } = useReview();
  const { translation, understood } = value;
  return (
    <>
      <div className="row">
        <TextField
          label="Said in (language)"
          value={translation?.from ?? ''}
          onChange={(from) =>
            edit(
              withField(
                value,
                'translation',
                from.trim() === '' ? undefined : { words: '', ...translation, from },
              ),
            )
          }
        />
        {translation && (
          <TextField
            label="In English"
            value={translation.words}
            onChange={(words) => edit({ ...value, translation: { ...translation, words } })}
          />
        )}
      </div>
      <div className="row">
        <TextField
          label="What an adult understood by it"
          value={understood?.words ?? ''}
          onChange={(words) =>
            edit(
              withField(
                value,
                'understood',
                words.trim() === '' ? undefined : { by: understood?.by ?? officer.name, words },
              ),
            )
          }
          hint="Named, and on a line of its own"
        />
        {understood && (
          <TextField
            label="Who understood it so"
            value={understood.by}
            onChange={(by) => by.trim() !== '' && edit({ ...value, understood: { ...understood, by } })}
          />
        )}
      </div>
    </>
  );
}

function RiskField({ editor }: Props) {
  const { record } = useReview();
  const { value, edit } = editor;
  const open = record.risks.filter((risk) => risk.closedOn === undefined || risk.id === value.riskId);
  if (open.length === 0) return null;
  return (
    <SelectField
      label="The risk it speaks of"
      value={value.riskId ?? 'none'}
      choices={[
        { value: 'none', name: 'None on the list' },
        ...open.map((risk) => ({
          value: String(risk.id),
          name: `${riskTypes[risk.type]}: ${risk.title}, ${risk.rating}`,
        })),
      ]}
      onChange={(id) => edit(withField(value, 'riskId', id === 'none' ? undefined : RiskId.parse(id)))}
    />
  );
}

function ContinuesField({ editor }: Props) {
  const { review } = useReview();
  const { value, edit } = editor;
  const last = useRead('review:lastTime', { id: review.id });
  const earlier =
    last.data?.points.filter(
      (point) => point.section === value.section || point.id === value.continuesPointId,
    ) ?? [];
  if (earlier.length === 0) return null;
  return (
    <SelectField
      label="Goes on from last time"
      value={value.continuesPointId ?? 'none'}
      choices={[
        { value: 'none', name: 'No' },
        ...earlier.map((point) => ({
          value: String(point.id),
          name: `${last.data?.numbers[point.id] ?? ''} ${(point.gist ?? point.words).slice(0, 60)}`.trim(),
        })),
      ]}
      onChange={(id) =>
        edit(withField(value, 'continuesPointId', earlier.find((point) => point.id === id)?.id))
      }
    />
  );
}

/** What a point needs seldom: another section, language, what an adult understood, the risk, what it goes on from. */
export function PointMore({ editor }: Props) {
  const { value, edit } = editor;
  const { settings } = useReview();
  return (
    <details className="more">
      <summary>Section, language, links</summary>
      <div className="form">
        <div className="row">
          <SelectField<SectionKey>
            label="Section"
            value={value.section}
            choices={sections.map((key) => ({ value: key, name: headingIn(settings.words, key) }))}
            onChange={(section) => edit({ ...value, section })}
          />
          {value.kind === 'risk' && <RiskField editor={editor} />}
          <ContinuesField editor={editor} />
        </div>
        <OtherLanguage editor={editor} />
      </div>
    </details>
  );
}

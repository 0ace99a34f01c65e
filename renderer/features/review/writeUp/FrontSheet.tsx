import { useMemo } from 'react';
import { MeetingId } from '../../../../shared/domain/ids.ts';
import type { Meeting } from '../../../../shared/domain/model/review.ts';
import { meetingsOf } from '../../../../shared/domain/reviews.ts';
import { newId } from '../../../app/ids.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField, TextField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { AdjournmentFields } from './AdjournmentFields.tsx';
import { DutiesPart } from './DutiesPart.tsx';
import { RecordDate, RequiredField, orNothing, withField } from './fields.tsx';
import { MeetingPart } from './MeetingPart.tsx';
import { NextReviewPart } from './NextReviewPart.tsx';
import { ParticipationPart } from './ParticipationPart.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { isAboutFrontSheet } from './groupState.ts';
import { useReviewRecord } from './useReviewRecord.ts';
import { useUndo } from '../../../app/undoLine.tsx';
import { call } from '../../../app/calls.ts';
import { readAgain } from '../../../app/queries.ts';

function AddMeeting() {
  const { review, today } = useReview();
  const undo = useUndo();
  const add = async () => {
    const value: Meeting = { id: MeetingId.parse(newId()), reviewIds: [review.id], on: today, attendees: [] };
    try {
      const saved = await call('meeting:save', { value, baseVersion: 0 });
      undo.done('Meeting added', { token: saved.undo });
      await readAgain();
    } catch (cause) {
      undo.failed(cause);
    }
  };
  return (
    <Button look="small" icon="plus" onClick={() => void add()}>
      Meeting
    </Button>
  );
}

/** Does it count as the statutory review, and on which day; and its one adjournment. */
function CountsPart() {
  const editor = useReviewRecord();
  const { value, edit } = editor;
  return (
    <section className="blk">
      <h3>Counts</h3>
      <div className="body in form">
        <div className="row">
          <RequiredField
            label="Chaired by"
            value={value.chairedBy}
            onChange={(chairedBy) => edit({ ...value, chairedBy })}
          />
          <CheckField
            label="Counts as the statutory review"
            isChecked={value.countsAsStatutory}
            onChange={(countsAsStatutory) => edit({ ...value, countsAsStatutory })}
          />
        </div>
        <div className="row">
          {value.countsAsStatutory ? (
            <RecordDate
              label="Counted on, where not the last meeting"
              value={value.countedOn}
              onChange={(day) => edit(withField(value, 'countedOn', day))}
              record={value.id}
              entity="review"
              field="countedOn"
            />
          ) : (
            <TextField
              label="Why it does not count"
              value={value.whyNotCounted ?? ''}
              onChange={(words) => edit(withField(value, 'whyNotCounted', orNothing(words)))}
            />
          )}
        </div>
        <AdjournmentFields editor={editor} />
        <SavingNote editor={editor} />
      </div>
    </section>
  );
}

function FrontHead() {
  const { findings } = useReview();
  const missing = findings.filter((finding) => finding.severity === 'must' && isAboutFrontSheet(finding));
  return (
    <div className="sechead">
      <h2>Who, when, who took part</h2>
      {missing.length > 0 && <Status kind="must">{missing.length} to fill in</Status>}
    </div>
  );
}

/** What the front sheet still lacks, each with what to do. */
function Missing() {
  const { findings } = useReview();
  const missing = findings.filter((finding) => finding.severity === 'must' && isAboutFrontSheet(finding));
  if (missing.length === 0) return null;
  return (
    <section className="blk">
      <h3>Missing</h3>
      <ul className="body in missing">
        {missing.map((finding) => (
          <li key={`${finding.code} ${finding.target.person ?? ''}`}>
            <Status kind="must">{finding.what}</Status>
            <span className="note">{finding.remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The front sheet: meetings and who came, how the child took part, the officer's duties, the next review. */
export function FrontSheet() {
  const { record, review, isEditable } = useReview();
  const meetings = useMemo(() => meetingsOf(record, review), [record, review]);
  return (
    <section className="sec" data-row="front-sheet" aria-label="Front sheet" tabIndex={-1}>
      <FrontHead />
      <fieldset className="plain" disabled={!isEditable('narrative')}>
        <legend className="hide">Front sheet</legend>
        <Missing />
        {meetings.map((meeting, place) => (
          <MeetingPart key={meeting.id} meeting={meeting} place={place} count={meetings.length} />
        ))}
        {isEditable('meeting') && (
          <section className="blk">
            {meetings.length === 0 && <h3>Meeting</h3>}
            <div className="body in">
              {meetings.length === 0 && <p className="empty">No meeting yet: add the day it is held.</p>}
              <AddMeeting />
            </div>
          </section>
        )}
        <ParticipationPart />
        <DutiesPart />
        <CountsPart />
        <NextReviewPart />
      </fieldset>
    </section>
  );
}

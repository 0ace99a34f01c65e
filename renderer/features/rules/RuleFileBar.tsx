import { useState } from 'react';
import type { RuleFile } from '../../../shared/domain/rules/ruleFile.ts';
import { readRuleFile, ruleFileFormat, ruleFileVersion } from '../../../shared/domain/rules/ruleFile.ts';
import { takenInWords } from '../../../shared/domain/rules/takenInWords.ts';
import type { DecidedRules } from '../../../shared/domain/rules/takeRules.ts';
import { takeRules } from '../../../shared/domain/rules/takeRules.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { RulePart } from './ruleParts.ts';

type Settings = RulePart['settings'];

const kind = { name: 'Rules', extensions: ['json'] };

function bytesOf(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''));
}
function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0));
}

function decidedOf({
  rules,
  localRules = [],
  schoolTerms = [],
  extraNonWorkingDays,
}: Settings): DecidedRules {
  return { rules, localRules, schoolTerms, extraNonWorkingDays };
}

function useRuleFile({ settings, change, changer, today }: RulePart) {
  const say = useSay();
  const [error, setError] = useState<AppError>();
  const [found, setFound] = useState<RuleFile>();
  const failed = (failure: AppError) => {
    if (failure.code !== 'cancelled') setError(failure);
  };
  const save = async () => {
    setError(undefined);
    const file = {
      format: ruleFileFormat,
      version: ruleFileVersion,
      exportedOn: today,
      ...decidedOf(settings),
    };
    const saved = await host('host:saveFile', {
      title: 'Save your rules',
      name: `golden-thread-rules-${today}.json`,
      kind,
      content: bytesOf(JSON.stringify(file, undefined, 2)),
    });
    if (saved.ok) say('Your rules are saved.');
    else failed(saved.error);
  };
  const choose = async () => {
    setError(undefined);
    setFound(undefined);
    const opened = await host('host:openFile', { title: 'A file of rules', accept: [kind] });
    if (!opened.ok) return failed(opened.error);
    const read = readRuleFile(textOf(opened.value.files[0]?.content ?? ''));
    return read.ok ? setFound(read.value) : setError(read.error);
  };
  const ours = decidedOf(settings);
  const taken = found && takeRules(ours, found, changer);
  const changes = taken ? takenInWords(ours, taken, today) : [];
  const take = () => {
    if (taken) change(taken);
    setFound(undefined);
    say('The rules of the file stand. Every date is computed anew.');
  };
  return { error, found, setFound, changes, save, choose, take };
}

type FoundProps = {
  readonly found: RuleFile;
  readonly changes: readonly string[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** What taking the file would change, line by line, before anything does. */
function Found({ found, changes, onKeep, onTake }: FoundProps) {
  const from = [found.authority, found.exportedOn && `saved on ${formatDate(found.exportedOn)}`];
  const whose = from.filter(Boolean).join(', ');
  const named = whose === '' ? 'The file' : `The file (${whose})`;
  if (changes.length === 0) {
    return (
      <div className="stopb">
        <p>{named} decides the same as you do: nothing would change.</p>
        <div className="btns">
          <Button onClick={onKeep}>Close</Button>
        </div>
      </div>
    );
  }
  return (
    <section className="stopb" aria-label="What the file would change">
      <p>
        {named} would change {counted(changes.length, 'thing')} from today on. What is decided here stays in
        the history of each rule.
      </p>
      <ul className="takes num">
        {changes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="btns">
        <Button onClick={onKeep}>Keep mine</Button>
        <Button onClick={onTake}>Take the file’s</Button>
      </div>
    </section>
  );
}

/** The whole set as a file: to another officer of the same authority, and back. */
export function RuleFileBar(part: RulePart) {
  const { error, found, setFound, changes, save, choose, take } = useRuleFile(part);
  return (
    <section className="part" aria-labelledby="rule-file">
      <h2 id="rule-file">As a file</h2>
      <div className="part-body">
        <p className="note">
          What differs from the shipped rules, your own rules, school terms and days off: one file for every
          officer of your authority. It holds nothing about a child.
        </p>
        {error && <ErrorNote error={error} />}
        {found ? (
          <Found found={found} changes={changes} onKeep={() => setFound(undefined)} onTake={take} />
        ) : (
          <div className="btns">
            <Button onClick={() => void save()}>Save as a file</Button>
            <Button onClick={() => void choose()}>Take from a file</Button>
          </div>
        )}
      </div>
    </section>
  );
}

import { useState } from 'react';
import type { RuleFile } from '../../../shared/domain/rules/ruleFile.ts';
import { readRuleFile, ruleFileFormat, ruleFileVersion } from '../../../shared/domain/rules/ruleFile.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { RulePart } from './ruleParts.ts';

const kind = { name: 'Rules', extensions: ['json'] };

function bytesOf(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''));
}
function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0));
}

function useRuleFile({ settings, change, today }: RulePart) {
  const say = useSay();
  const [error, setError] = useState<AppError>();
  const [found, setFound] = useState<RuleFile>();
  const failed = (failure: AppError) => {
    if (failure.code !== 'cancelled') setError(failure);
  };
  const save = async () => {
    setError(undefined);
    const { rules, localRules = [], schoolTerms = [], extraNonWorkingDays } = settings;
    const file = {
      format: ruleFileFormat,
      version: ruleFileVersion,
      exportedOn: today,
      rules,
      localRules,
      schoolTerms,
      extraNonWorkingDays,
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
  const take = (file: RuleFile) => {
    const { rules, localRules, schoolTerms, extraNonWorkingDays } = file;
    change({ rules, localRules, schoolTerms, extraNonWorkingDays });
    setFound(undefined);
    say('The rules of the file stand. Every date is computed anew.');
  };
  return { error, found, setFound, save, choose, take };
}

/** The whole set as a file: to another officer of the same authority, and back. */
export function RuleFileBar(part: RulePart) {
  const { error, found, setFound, save, choose, take } = useRuleFile(part);
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
          <div className="stopb">
            <p>
              The file has {counted(Object.keys(found.rules).length, 'changed rule')},{' '}
              {counted(found.localRules.length, 'rule')} of its own,{' '}
              {counted(found.schoolTerms.length, 'school term')} and{' '}
              {counted(found.extraNonWorkingDays.length, 'day')} off. They take the place of yours.
            </p>
            <div className="btns">
              <Button onClick={() => setFound(undefined)}>Keep mine</Button>
              <Button onClick={() => take(found)}>Take the file’s</Button>
            </div>
          </div>
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

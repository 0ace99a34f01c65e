import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { formatDay } from '../../../app/words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { Finding } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import { placeInWords, placeOf, sortFindings, verbOf } from './findingWords.ts';

type RowProps = {
  readonly finding: Finding;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
};

function FindingRow({ finding, isCurrent, onFocus }: RowProps) {
  const { review, numbers, settings } = useReview();
  const tone = finding.severity === 'must' ? 'must' : 'look';
  return (
    <li className={isCurrent ? 'is' : undefined}>
      <i className={`s s-${tone} ${tone}`} aria-hidden="true" />
      <div className="t">{finding.what}</div>
      <Link
        className={isCurrent && tone === 'must' ? 'btn go small' : 'act'}
        to="/reviews/$reviewId/$stage"
        params={{ reviewId: review.id, stage: 'write-up' }}
        search={{ at: placeOf(finding) }}
        tabIndex={isCurrent ? 0 : -1}
        data-finding
        // The focus moves the remedy and with it the rows: a press that takes it first is let go on another row.
        onMouseDown={(event) => event.preventDefault()}
        onFocus={onFocus}
        aria-label={`${verbOf(finding, numbers)}: ${finding.what}`}
      >
        {verbOf(finding, numbers)}
        {!(isCurrent && tone === 'must') && <Icon name="go" />}
      </Link>
      <div className="note">
        {finding.why} <span className="b">{placeInWords(finding, settings.words)}</span>
        {isCurrent && <p>{finding.remedy}</p>}
        {finding.sentences && finding.sentences.length > 0 && (
          <details>
            <summary>The sentences</summary>
            <ul>
              {finding.sentences.map((sentence, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the same sentence may stand twice
                <li key={index} className="quoted">
                  {sentence}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** Up and down, home and end move through every finding; Enter follows the link that has the focus. */
function moveBy(event: KeyboardEvent<HTMLElement>, list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLElement>('[data-finding]')];
  const here = links.findIndex((link) => link === document.activeElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: links.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined || here === -1) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

type ListProps = {
  readonly title: string;
  readonly side: string | undefined;
  readonly tone: 'must' | 'look';
  readonly findings: readonly Finding[];
  readonly current: Finding | undefined;
  readonly onFocus: (finding: Finding) => void;
};

function Findings({ title, side, tone, findings, current, onFocus }: ListProps) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3 className={tone}>
        {title}
        {side !== undefined && <span className="num">{side}</span>}
      </h3>
      <ul>
        {findings.map((finding) => (
          <FindingRow
            key={`${finding.code} ${placeOf(finding)} ${finding.what}`}
            finding={finding}
            isCurrent={finding === current}
            onFocus={() => onFocus(finding)}
          />
        ))}
      </ul>
    </section>
  );
}

/** What is missing and what deserves a look, each one key from its place. */
export function FindingList() {
  const { findings, view, today } = useReview();
  const [chosen, setChosen] = useState<Finding>();
  const list = useRef<HTMLDivElement>(null);
  const { decisions, record, look } = sortFindings(findings);
  const all = [...decisions, ...record, ...look];
  const current = all.find((finding) => finding === chosen) ?? all[0];
  const by = (clock: string) => {
    const found = view.clocks[clock];
    return found?.kind === 'computed' ? `by ${formatDay(found.due, today)}` : undefined;
  };
  const shared = { current, onFocus: setChosen };
  const verb = decisions.length > 0 ? 'also waits' : 'waits';
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the links in it take the keys
    <div
      className="flist scroll"
      ref={list}
      onKeyDown={(event) => list.current && moveBy(event, list.current)}
    >
      <Findings
        {...shared}
        title={`Must: decisions wait for ${decisions.length === 1 ? 'this one' : `these ${decisions.length}`}`}
        side={by('decisionsDue')}
        tone="must"
        findings={decisions}
      />
      <Findings
        {...shared}
        title={`Must: the record ${verb} for ${record.length === 1 ? 'this one' : `these ${record.length}`}`}
        side={by('recordDue')}
        tone="must"
        findings={record}
      />
      <Findings
        {...shared}
        title={`To look at ${look.length}`}
        side="never blocks"
        tone="look"
        findings={look}
      />
      {all.length === 0 && <p className="empty">Nothing is missing, and nothing asks for a second look.</p>}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ThreadMark } from '../../../ui/ThreadMark.tsx';
import { useReview } from '../useReview.tsx';
import { ThreadKey } from './ThreadKey.tsx';
import { ThreadList } from './ThreadList.tsx';
import { ThreadPicture } from './ThreadPicture.tsx';
import type { Thread } from './threadModel.ts';
import { threadOf } from './threadModel.ts';

type Shown = {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly isVoice: boolean;
};

function shownOf({ groups, decisions }: Thread, id: string | undefined): Shown | undefined {
  const point = groups.flatMap((group) => group.points).find((candidate) => candidate.id === id);
  if (point) return { id: point.id, number: point.number, words: point.anchor, isVoice: point.isVoice };
  const decision = decisions.find((candidate) => candidate.id === id);
  if (decision) return { id: decision.id, number: decision.number, words: decision.wording, isVoice: false };
  const action = decisions.flatMap(({ actions }) => actions).find((candidate) => candidate.id === id);
  return action && { id: action.id, number: action.number, words: action.what, isVoice: false };
}

/** The words that the chosen mark stands on, whole, and the way to them. */
function Anchor({ shown }: { readonly shown: Shown }) {
  const { review } = useReview();
  return (
    <div className="anchor" aria-live="polite">
      <span className="b">{shown.number}</span>
      <span className={shown.isVoice ? 'voice' : undefined}>{shown.words}</span>
      <Link
        className="act"
        to="/reviews/$reviewId/$stage"
        params={{ reviewId: review.id, stage: 'write-up' }}
        search={{ at: shown.id }}
      >
        Go to {shown.number}
      </Link>
    </div>
  );
}

function summaryOf({ answered, asked, loose }: Thread): string {
  const answers = `${answered} of ${counted(asked, 'point')} answered`;
  return loose === 0 ? answers : `${answers}; ${counted(loose, 'loose end')}`;
}

/** Who asked for what, and what was decided: as a picture, or in words where the window is narrow. */
export function ThreadPanel() {
  const { record, review, numbers, settings } = useReview();
  const [chosen, setChosen] = useState<string>();
  const [isList, setList] = useState(false);
  const thread = useMemo(
    () => threadOf({ record, review, numbers, sectionOrder: settings.sectionOrder }),
    [record, review, numbers, settings.sectionOrder],
  );
  const shown = shownOf(thread, chosen);
  const isEmpty = thread.groups.length === 0 && thread.decisions.length === 0;
  return (
    <section className="thread" aria-labelledby="thread-head">
      <div className="ph">
        <h2 id="thread-head">Thread</h2>
        <span className="soft">{isEmpty ? '' : summaryOf(thread)}</span>
        {!isEmpty && (
          <Button look="link" className="end aspic" aria-pressed={isList} onClick={() => setList(!isList)}>
            As a list
          </Button>
        )}
      </div>
      <section
        className={isList ? 'scroll thread-body as-list' : 'scroll thread-body'}
        aria-label="Points, decisions and actions"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {isEmpty ? (
          <p className="empty">
            <ThreadMark size={20} /> No point and no decision yet: the thread begins in Write up.
          </p>
        ) : (
          <>
            <ThreadPicture
              thread={thread}
              chosen={chosen}
              onChoose={(id) => setChosen((before) => (before === id ? undefined : id))}
            />
            <ThreadList thread={thread} />
          </>
        )}
      </section>
      <div>
        {shown && <Anchor shown={shown} />}
        <ThreadKey />
      </div>
    </section>
  );
}

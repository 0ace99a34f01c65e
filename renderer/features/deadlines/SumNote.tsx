import { copyText } from '../../app/copyText.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import '../../styles/deadlines.css';

type Props = {
  /** The working in sentences: the rule and its source, the start, each day left out, the end. */
  readonly words: readonly string[];
  /** What is due, said first where the words are copied. */
  readonly what: string;
};

/** The working of a date, in words that a parent could follow, to read and to copy. */
export function SumNote({ words, what }: Props) {
  const say = useSay();
  const copy = async () => {
    const isCopied = await copyText([what, ...words].join('\n'));
    say(
      isCopied
        ? 'The sum is copied.'
        : 'This system does not allow copying. Select the words and press Ctrl+C.',
    );
  };
  return (
    <div className="sumnote">
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Button look="small" onClick={() => void copy()}>
        Copy the sum
      </Button>
    </div>
  );
}

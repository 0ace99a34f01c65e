import { extractRawText } from 'mammoth';
import { useEffect, useState } from 'react';

type Props = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the size that texts are read in. */
  readonly zoom: number;
};

/** A Word file as text: its words in order, without its looks, its pictures, its links or its macros. */
export function WordReader({ bytes, zoom }: Props) {
  const [paragraphs, setParagraphs] = useState<readonly string[]>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    extractRawText({ arrayBuffer: bytes.buffer }).then(
      ({ value }) => {
        if (!isGone) setParagraphs(value.split(/\n+/).filter((line) => line.trim() !== ''));
      },
      () => {
        if (!isGone) setBroken(true);
      },
    );
    return () => {
      isGone = true;
    };
  }, [bytes]);
  if (isBroken) return <p className="st must">This Word file cannot be read. It is kept as it came.</p>;
  if (!paragraphs) return <p className="note">Opening the paper</p>;
  return (
    <div className="paperwords read" style={{ zoom }}>
      {paragraphs.length === 0 && <p className="note">There are no words in it.</p>}
      {paragraphs.map((words, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no identity and never move
        <p key={place}>{words}</p>
      ))}
    </div>
  );
}

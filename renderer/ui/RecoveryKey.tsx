import { useEffect, useState } from 'react';
import { copyText } from '../app/copyText.ts';
import { host } from '../bridge.ts';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';
import { useFocusOnArrival } from './useFocusOnArrival.ts';

type Props = {
  readonly recoveryKey: string;
  readonly onConfirmed: () => void;
  readonly officerName?: string | undefined;
  readonly action: string;
};

/** Letters and digits as the key has them: nobody types the hyphens, and no letter O is in it. */
function bare(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z\d]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Which group is asked for, 1 to 8; another each time, so that nobody learns to skip the writing down. */
function someGroup(): number {
  const [number = 0] = crypto.getRandomValues(new Uint8Array(1));
  return 2 + (number % 7);
}

function KeyGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className="key-groups num" aria-label="Recovery key">
      {groups.map((group, place) => (
        <li key={`${place} ${group}`}>
          <span className="note">{place + 1}</span> <b>{group}</b>
        </li>
      ))}
    </ol>
  );
}

function KeyButtons({ recoveryKey }: { readonly recoveryKey: string }) {
  const [said, setSaid] = useState('');
  const print = async () => {
    const printed = await host('host:print', {});
    if (!printed.ok && printed.error.code !== 'cancelled') setSaid(printed.error.message);
  };
  const copy = async () => {
    const isCopied = await copyText(recoveryKey);
    setSaid(
      isCopied
        ? 'Copied. Put it where the service keeps it, then clear the clipboard.'
        : 'It could not be copied here. Write it down or print it.',
    );
  };
  return (
    <div className="row no-print">
      <Button icon="print" onClick={() => void print()}>
        Print it
      </Button>
      <Button icon="paper" onClick={() => void copy()}>
        Copy it
      </Button>
      <output className="note">{said}</output>
    </div>
  );
}

/** Shown once: the key in its groups, to print or copy, and a part of it typed back before it is gone. */
export function RecoveryKey({ recoveryKey, onConfirmed, officerName, action }: Props) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const groups = recoveryKey.split('-');
  const [asked] = useState(someGroup);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    document.body.dataset['printing'] = 'recovery-key';
    return () => {
      delete document.body.dataset['printing'];
    };
  }, []);
  const confirm = () => {
    if (bare(typed) === groups[asked - 1]) onConfirmed();
    else setFault(`This is not group ${asked}. Look at what you wrote down or printed.`);
  };
  return (
    <form
      className="form recovery"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        Recovery key{officerName ? ` of ${officerName}` : ''}
      </h2>
      <p>
        The only other way in when the passphrase is lost. It is shown this once and stored nowhere: print it
        or write it down, and let the service keep it, away from this laptop.
      </p>
      <KeyGroups groups={groups} />
      <KeyButtons recoveryKey={recoveryKey} />
      <div className="no-print form">
        <TextField
          label={`Type group ${asked} from what you kept`}
          value={typed}
          onChange={setTyped}
          fault={fault}
        />
        <div className="btns">
          <Button type="submit" look="go">
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}

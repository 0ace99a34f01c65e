import { Suspense, lazy, useDeferredValue, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { readAgain, useRead } from '../../app/queries.ts';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import '../../styles/caseload.css';
import type { Order } from './caseload.ts';
import { filterCaseload, sortCaseload } from './caseload.ts';
import { CaseloadTable } from './CaseloadTable.tsx';

// Loaded when they are opened: a spreadsheet reader is not for every start.
const AddChild = lazy(async () => ({ default: (await import('../firstDay/AddChild.tsx')).AddChild }));
const ImportSpreadsheet = lazy(async () => ({
  default: (await import('../firstDay/ImportSpreadsheet.tsx')).ImportSpreadsheet,
}));
const ImportCaseFile = lazy(async () => ({
  default: (await import('../firstDay/ImportCaseFile.tsx')).ImportCaseFile,
}));

const ways = [
  { key: 'child', name: 'Add a child', Pane: AddChild },
  { key: 'spreadsheet', name: 'From a spreadsheet', Pane: ImportSpreadsheet },
  { key: 'case-file', name: 'From a case file', Pane: ImportCaseFile },
] as const;
type Way = (typeof ways)[number]['key'];

type WaysProps = { readonly isEmpty: boolean; readonly onOpen: (way: Way, opener: HTMLElement) => void };

function Ways({ isEmpty, onOpen }: WaysProps) {
  return (
    <div className="acts">
      {ways.map(({ key, name }, place) => (
        <Button
          key={key}
          look={isEmpty && place === 0 ? 'go' : 'plain'}
          onClick={(event) => onOpen(key, event.currentTarget)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

/** Which way in stands open; closing it brings the focus back to the button that opened it. */
function useWayIn() {
  const [way, setWay] = useState<Way>();
  const opener = useRef<HTMLElement>(null);
  const close = () => {
    setWay(undefined);
    opener.current?.focus();
  };
  return {
    way,
    open: (next: Way, from: HTMLElement) => {
      opener.current = from;
      setWay(next);
    },
    close,
    done: () => {
      void readAgain();
      close();
    },
  };
}

function NoChildren({ onOpen }: Pick<WaysProps, 'onOpen'>) {
  return (
    <div className="empty">
      <p>
        No children yet. Add one by hand in two minutes, bring in a caseload from a spreadsheet, or open a
        case file that somebody handed over.
      </p>
      <Ways isEmpty onOpen={onOpen} />
    </div>
  );
}

type Data = { readonly lines: Output<'child:list'>; readonly today: IsoDate };

function Caseload({ lines, today }: Data) {
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>('name');
  const filter = useDeferredValue(typed);
  const say = useSay();
  const { way, open, close, done } = useWayIn();
  const Pane = ways.find(({ key }) => key === way)?.Pane;
  const shown = sortCaseload(filterCaseload(lines, filter), order);
  const isEmpty = lines.length === 0;
  return (
    <div className={Pane ? 'caseloadp beside' : 'caseloadp'}>
      <div className="list scroll" data-pane="">
        <div className="head">
          <h1>Children</h1>
          <span className="soft">{isEmpty ? '' : counted(lines.length, 'child', 'children')}</span>
          {!isEmpty && <Ways isEmpty={isEmpty} onOpen={open} />}
        </div>
        {isEmpty ? (
          <NoChildren onOpen={open} />
        ) : (
          <>
            <div className="finder">
              <TextField
                label="Show only"
                hint={`Name, order, home or worker. ${counted(shown.length, 'child', 'children')} shown.`}
                value={typed}
                onChange={(next) => {
                  setTyped(next);
                  say(counted(filterCaseload(lines, next).length, 'child', 'children'));
                }}
              />
            </div>
            <CaseloadTable lines={shown} today={today} order={order} onOrder={setOrder} />
            {shown.length === 0 && (
              <p className="empty">
                Nobody in the caseload matches.{' '}
                <Button look="link" onClick={() => setTyped('')}>
                  Show everybody
                </Button>
              </p>
            )}
          </>
        )}
      </div>
      {Pane && (
        <aside className="pane scroll" data-pane="" aria-label={ways.find(({ key }) => key === way)?.name}>
          <PanelBoundary name="This pane">
            <Suspense fallback={null}>
              <Pane onDone={done} onCancel={close} />
            </Suspense>
          </PanelBoundary>
        </aside>
      )}
    </div>
  );
}

/** The caseload: who, how old, under which order, where, with whom, and the next review with its last lawful day. */
export function ChildrenScreen() {
  const list = useRead('child:list', {});
  const settings = useRead('settings:get', {});
  const failed = list.error ?? settings.error;
  if (failed) return <ErrorNote error={failed.error} />;
  if (!list.data || !settings.data) return null;
  return <Caseload lines={list.data} today={settings.data.today} />;
}

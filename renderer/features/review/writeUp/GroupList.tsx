import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useRef } from 'react';
import { ageAtReview } from '../../../../shared/domain/reviews.ts';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { stateOfPlace } from './groupState.ts';
import type { Place } from './place.ts';
import { atOf, placeRows } from './place.ts';

/** The front sheet, the ten groups and the plan, each with its key and what waits there. */
export function GroupList({ current }: { readonly current: Place }) {
  const data = useReview();
  const age = ageAtReview(data.record, data.review, data.today);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // In a narrow window the groups run sideways: the current one is never out of sight.
    list.current
      ?.querySelector(`[data-place="${current}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className="groups scroll" aria-label="Groups" data-pane="groups">
      <ul ref={list}>
        {placeRows.map(({ place, key, name }) => {
          const { kind, words } = stateOfPlace(data, place, age);
          return (
            <Fragment key={place}>
              {place === 'decisions' && <li className="rule" aria-hidden="true" />}
              <li data-place={place} aria-current={place === current ? 'true' : undefined}>
                <Link
                  to="/reviews/$reviewId/$stage"
                  params={{ reviewId: data.review.id, stage: 'write-up' }}
                  search={{ at: atOf(place) }}
                  replace
                  aria-keyshortcuts={key}
                >
                  <span className="key" aria-hidden="true">
                    {key}
                  </span>
                  <span className="name">{name}</span>
                  <Status kind={kind}>{words}</Status>
                </Link>
              </li>
              {place === 'front-sheet' && <li className="rule" aria-hidden="true" />}
            </Fragment>
          );
        })}
      </ul>
    </nav>
  );
}

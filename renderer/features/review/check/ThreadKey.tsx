/** What each kind of line means. */
export function ThreadKey() {
  return (
    <div className="keyrow">
      <span>
        <svg width="26" height="12" aria-hidden="true">
          <path className="th" d="M0 6H26" />
        </svg>
        answered by a decision
      </span>
      <span>
        <svg width="28" height="12" aria-hidden="true">
          <path className="th" d="M0 6H14" />
          <rect className="th end" x="14" y="1" width="10" height="10" />
        </svg>
        already in hand
      </span>
      <span>
        <svg width="24" height="14" aria-hidden="true">
          <path className="th" d="M0 7H18" />
          <rect className="th end" x="18" y="0" width="4" height="14" />
        </svg>
        no action, with why
      </span>
      <span>
        <svg width="28" height="12" aria-hidden="true">
          <path className="th no" d="M0 6H14" />
          <circle className="th ring" cx="19" cy="6" r="5" />
        </svg>
        loose end
      </span>
    </div>
  );
}

/** The product's mark: a thread from a point to a block. */
export function ThreadMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path
        d="M3 19.5c4.2 0 5.4-11 10.2-11 4.4 0 3.8 7.6 0 7.6-4.6 0-2.2-10.6 5.2-10.6 3 0 5.2 1.2 6.6 2.8"
        fill="none"
        stroke="var(--gt-thread)"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
      <circle cx="3.2" cy="19.5" r="2.1" fill="var(--gt-ink)" />
      <rect x="22.6" y="6.2" width="4.2" height="4.2" fill="var(--gt-ink)" />
    </svg>
  );
}

/** The mark: four parts around one centre. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true" focusable="false">
      <g stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M11 3H6a3 3 0 0 0-3 3v5" />
        <path d="M17 3h5a3 3 0 0 1 3 3v5" />
        <path d="M11 25H6a3 3 0 0 1-3-3v-5" />
        <path d="M17 25h5a3 3 0 0 0 3-3v-5" />
      </g>
      <rect x="10" y="10" width="8" height="8" rx="2" stroke="var(--accent)" strokeWidth="3" />
    </svg>
  );
}

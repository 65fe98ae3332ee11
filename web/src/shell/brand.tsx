export function Brand({ size = 30 }: { size?: number }) {
  return (
    <>
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
        <rect width="32" height="32" rx="9" fill="#1a6b86" />
        <circle cx="18.4" cy="8" r="3.1" fill="#fff" />
        <g fill="none" strokeLinecap="round" strokeLinejoin="round">
          <path d="M17.2 12.6 14 19l5.4 3.4L17 27.5" stroke="#fff" strokeWidth="3" />
          <path d="m15 17.5 7-.6.6 4.6" stroke="#ff9a6e" strokeWidth="3" />
          <path d="m11 17 1.6-4.2 4.2-.6" stroke="#fff" strokeWidth="2.4" />
        </g>
      </svg>
      Otehon
    </>
  );
}

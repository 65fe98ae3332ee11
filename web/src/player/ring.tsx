const LENGTH = 2 * Math.PI * 5.5;

/** A small circle that fills with progress, 0 to 1. */
export function Ring({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      fill="none"
      strokeWidth="3"
      aria-hidden="true"
      className="size-3.5! -rotate-90"
    >
      <circle cx="7" cy="7" r="5.5" className="stroke-studio-300" />
      <circle
        cx="7"
        cy="7"
        r="5.5"
        className="stroke-teal-600"
        strokeDasharray={`${share * LENGTH} ${LENGTH}`}
      />
    </svg>
  );
}

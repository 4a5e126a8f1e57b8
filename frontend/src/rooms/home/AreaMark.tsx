import type { ReactNode } from 'react'

// Drawn by position, since areas are data: quiet signs that tell one line from the next, not pictures of violence.
const signs: ReactNode[] = [
  // A lamp over a square.
  <path key="1" d="M9 28V9a6 6 0 0 1 12 0v1.5M17 10.5h8M18 14.5l-2 4M24 14.5l2 4M5 28h22" />,
  // Two lives that overlap.
  <path key="2" d="M12.5 9a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zm7 0a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z" />,
  // One within a ring of many.
  <path
    key="3"
    d="M16 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM16 4v4M16 24v4M4 16h4M24 16h4M7.5 7.5l2.9 2.9M21.6 21.6l2.9 2.9M24.5 7.5l-2.9 2.9M10.4 21.6l-2.9 2.9"
  />,
  // One line that leaves the others.
  <path key="4" d="M5 26h22M5 20h22M5 14h8c6 0 8-2 14-9m-5.5.5L27 5l-.4 5.6" />,
  // Links of a chain.
  <path
    key="5"
    d="M14 18l-3.2 3.2a4.2 4.2 0 0 1-6-6L9 11a4.2 4.2 0 0 1 6 0M18 14l3.2-3.2a4.2 4.2 0 0 1 6 6L23 21a4.2 4.2 0 0 1-6 0M13 19l6-6"
  />,
  // A border that someone has drawn.
  <path key="6" d="M16 4.5v4m0 3.5v4m0 3.5v4m0 3v1.5M4.5 16a5 5 0 1 0 5-5 5 5 0 0 0-5 5zM22 11v10m5-8v6" />,
]

export function AreaMark({ position }: { position: number }) {
  return (
    <svg
      className="area-mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {signs[(position - 1 + signs.length) % signs.length] ?? signs[0]}
    </svg>
  )
}

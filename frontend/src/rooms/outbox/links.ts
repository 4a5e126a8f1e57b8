export type Piece = { text: string; href?: string }

/** A letter's text with its addresses told apart. One of our own is followed without leaving the application. */
export function withLinks(text: string, origin: string): Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, place): Piece => {
      if (place % 2 === 0) return { text: piece }
      const url = new URL(piece)
      return { text: piece, href: url.origin === origin ? url.pathname + url.search + url.hash : piece }
    })
    .filter(({ text: some }) => some !== '')
}

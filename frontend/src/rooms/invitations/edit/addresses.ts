/** The addresses in what somebody pasted: one a line, or with commas, semicolons or spaces between. "Name <address>" is its address. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .flatMap((part) => {
      const named = /<([^<>]+)>\s*$/.exec(part)
      return named?.[1] !== undefined ? [named[1]] : part.split(/\s+/)
    })
    .map((address) => address.trim())
    .filter((address) => address !== '')
}

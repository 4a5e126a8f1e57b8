/** A stable name made of what something is called, unlike those that are taken: nobody has to think of one. */
export function keyFor(text: string, taken: string[]): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  const base = plain || 'x'
  let key = base
  for (let n = 2; taken.includes(key); n++) key = `${base}-${n}`
  return key
}

/** The rows of a list with the names that they have, and new names for those that lack one. */
export function keyed<T extends { key: string }>(rows: T[], called: (row: T) => string): T[] {
  const taken = rows.map(({ key }) => key)
  return rows.map((row) => {
    const key = row.key || keyFor(called(row), taken)
    taken.push(key)
    return { ...row, key }
  })
}

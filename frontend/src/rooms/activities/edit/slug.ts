const letters: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u', æ: 'a', ø: 'o' }

/** A stable name out of a title: a–z, 0–9 and hyphens. Never one that is taken. */
export function slug(title: string, taken: string[] = []): string {
  const plain = title
    .toLowerCase()
    .replace(/[åäöéüæø]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const name = plain || 'ny'
  if (!taken.includes(name)) return name
  for (let n = 2; ; n += 1) {
    if (!taken.includes(`${name}-${n}`)) return `${name}-${n}`
  }
}

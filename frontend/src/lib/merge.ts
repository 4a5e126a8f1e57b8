export type Piece = { text: string; kind: 'same' | 'before' | 'after' }

/** The longest common subsequence of two lists, as pairs of places. */
function common<T>(a: readonly T[], b: readonly T[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** What differs between two texts, word by word. */
export function differences(before: string, after: string): Piece[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const pieces: Piece[] = []
  const push = (text: string, kind: Piece['kind']) => {
    if (!text) return
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ text, kind })
  }
  let i = 0
  let j = 0
  for (const [x, y] of [...common(a, b), [a.length, b.length] as const]) {
    push(a.slice(i, x).join(''), 'before')
    push(b.slice(j, y).join(''), 'after')
    push(a[x] ?? '', 'same')
    i = x + 1
    j = y + 1
  }
  return pieces
}

/**
 * Three-way merge by line. Where only one side has changed the base, its change stands; where both have changed the
 * same lines differently, theirs come first, then mine, and `clean` is false.
 */
export function merge(base: string, theirs: string, mine: string): { text: string; clean: boolean } {
  if (theirs === mine || mine === base) return { text: theirs, clean: true }
  if (theirs === base) return { text: mine, clean: true }
  const [o, a, b] = [base, theirs, mine].map((text) => text.split('\n')) as [string[], string[], string[]]
  const inTheirs = new Map(common(o, a))
  const inMine = new Map(common(o, b))
  const out: string[] = []
  let clean = true
  let [i, j, k] = [0, 0, 0]
  const flush = (iEnd: number, jEnd: number, kEnd: number) => {
    const was = o.slice(i, iEnd)
    const their = a.slice(j, jEnd)
    const my = b.slice(k, kEnd)
    if (same(their, my) || same(my, was)) out.push(...their)
    else if (same(their, was)) out.push(...my)
    else {
      clean = false
      out.push(...their, ...my)
    }
  }
  for (let line = 0; line < o.length; line += 1) {
    const y = inTheirs.get(line)
    const z = inMine.get(line)
    if (y === undefined || z === undefined) continue
    flush(line, y, z)
    out.push(o[line] ?? '')
    ;[i, j, k] = [line + 1, y + 1, z + 1]
  }
  flush(o.length, a.length, b.length)
  return { text: out.join('\n'), clean }
}

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((line, i) => line === b[i])

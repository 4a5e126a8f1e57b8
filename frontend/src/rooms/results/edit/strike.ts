/** Where a word stands in a text. */
export type Word = { from: number; to: number }

/** The words of a text, each with the signs that stand at it. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
}

/** Words that follow on each other are struck as one phrase, so that one gap tells less than several. */
export function phrasesOf(text: string, parts: Word[], struck: ReadonlySet<number>): string[] {
  const phrases = new Set<string>()
  let from: number | undefined
  parts.forEach((part, i) => {
    if (!struck.has(i)) return
    from ??= part.from
    if (!struck.has(i + 1)) {
      phrases.add(text.slice(from, part.to))
      from = undefined
    }
  })
  return [...phrases]
}

/** Which words are struck already. */
export function struckWords(text: string, parts: Word[], strike: string[]): Set<number> {
  const struck = new Set<number>()
  for (const phrase of strike) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      parts.forEach((part, i) => {
        if (part.from < at + phrase.length && part.to > at) struck.add(i)
      })
    }
  }
  return struck
}

/** What everybody will read; the server makes it by the same rule. */
export function toldOf(text: string, strike: string[]): string {
  return [...strike].sort((a, b) => b.length - a.length).reduce((told, phrase) => told.replaceAll(phrase, '[…]'), text)
}

/** A share in percent, known to lie between two bounds. */
export type Share = { low: number; high: number }

/** What one group answered: the shares in the order of the options, nothing where they are hidden. */
export type Line = { key: string; name: string; n?: number; mean?: number; shares?: (Share | undefined)[] }

/** One question, or one row of a matrix, as it is drawn: a line for everybody, then one for each group. */
export type Drawn = { key: string; question: string; text: string; options: { key: string; name: string }[]; lines: Line[] }

import type { QueryClient } from '@tanstack/react-query'

/**
 * Query keys begin with the family whose revision the server raises at a write ("plan": plans, activities, timelines;
 * "council": seats, meetings, questions; "surveys": rounds of the mapping; "boards"; "accounts"; "integrations"), so that after a write one line asks for everything that may have changed.
 */
type Family = 'plan' | 'council' | 'boards' | 'accounts' | 'integrations' | 'surveys'

export const key = (family: Family, ...rest: unknown[]) => [family, ...rest] as const

export const refresh = (queries: QueryClient, family: Family) => queries.invalidateQueries({ queryKey: [family] })

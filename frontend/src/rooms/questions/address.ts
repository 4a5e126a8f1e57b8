import type { showWords } from './words'

export type Show = keyof typeof showWords

/** What the list's address says: which questions, an area by key, which page. What is searched for never stands there. */
export type Address = { visa?: Show; omrade?: string; sida?: string }

const shows: Record<Exclude<Show, 'alla'>, object> = {
  vantar: { waiting: 'true' },
  forsenade: { waiting: 'late' },
  besvarade: { waiting: 'false' },
  mina: { mine: true },
}

const isShow = (text: string | null): text is Exclude<Show, 'alla'> => text !== null && Object.hasOwn(shows, text)

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  const show = params.get('visa')
  return {
    visa: isShow(show) ? show : undefined,
    omrade: params.get('omrade') ?? undefined,
    sida: /^[1-9]\d{0,3}$/.test(params.get('sida') ?? '') ? (params.get('sida') ?? undefined) : undefined,
  }
}

export type QuestionQuery = {
  waiting?: 'true' | 'false' | 'late'
  mine?: boolean
  area?: string
  page: number
  limit: number
}

const nowhere = '00000000-0000-7000-8000-000000000000'

/** The same choice as the API asks for it. An area that nobody knows finds nothing, not everything. */
export function toQuery({ visa, omrade, sida }: Address, areas: { id: string; key: string }[]): QuestionQuery {
  return {
    ...(visa && visa !== 'alla' ? shows[visa] : {}),
    area: omrade && (areas.find(({ key }) => key === omrade)?.id ?? nowhere),
    page: Number(sida ?? 1),
    limit: 20,
  }
}

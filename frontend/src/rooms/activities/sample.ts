import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import type { Activity } from '../../api/types'

// A small plan as the API would tell it, for the specs of this folder.
const stamp = { version: 1, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' }
const allowed = (...rels: string[]) => Object.fromEntries(rels.map((rel) => [rel, { href: '/x', method: 'PUT' }]))

export const sampleActivity: Activity = {
  id: '00000000-0000-7000-8000-0000000000a1',
  planId: 'p1',
  key: 'utveckla-centrum-mot-vald',
  code: '2.2',
  part: 2,
  position: 2,
  title: 'Utveckla Centrum mot våld',
  summary: 'Fler ska få hjälp.',
  lang: 'sv',
  responsibilities: [],
  answerable: [
    { bodyId: 'ifn', role: 'answerable', byRule: false, state: 'onTrack', lastReportOn: '2026-10-01' },
    { bodyId: 'an', role: 'carriesOut', byRule: false, state: 'none' },
  ],
  status: 'onTrack',
  statusReason: { code: 'recentReport', sv: 'Rapporterad 2026-10-01 utan avvikelse.', en: 'Reported on 2026-10-01.' },
  lastReportOn: '2026-10-01',
  isStale: false,
  unconfirmed: false,
  ...stamp,
  _links: {},
}

const body = (id: string, nameSv: string) => ({
  id,
  key: id,
  kind: 'board',
  nameSv,
  nameEn: '',
  inForce: true,
  ...stamp,
  _links: {},
})
const share = (bodyId: string, ...rels: string[]) => ({
  activityId: sampleActivity.id,
  bodyId,
  state: 'none',
  version: 0,
  _links: allowed(...rels),
})

const page = (items: unknown[]) => ({
  items,
  _meta: { totalRecords: items.length, page: 1, limit: 100, offset: 0, count: items.length },
  _links: {},
})

type Answers = {
  activity?: Partial<Activity>
  rels?: string[]
  shares?: unknown[]
  reports?: unknown[]
  post?: () => Response
}

/** Answers as the API would; what was sent is in the list that comes back. */
export function answer({ activity = {}, rels = [], shares, reports = [], post }: Answers): Request[] {
  const sent: Request[] = []
  const one = { ...sampleActivity, ...activity, _links: allowed(...rels) }
  vi.stubGlobal('fetch', async (request: Request | string) => {
    const url = new URL(typeof request === 'string' ? request : request.url, 'http://localhost')
    if (typeof request !== 'string' && request.method !== 'GET') {
      sent.push(request.clone())
      return post?.() ?? Response.json({}, { status: 201 })
    }
    const path = url.pathname.replace('/api/v1', '')
    if (path === `/activities/${one.id}`) return Response.json(one)
    if (path.endsWith('/reports')) return Response.json(page(reports))
    if (path.endsWith('/parts')) return Response.json(page(shares ?? [share('ifn', 'edit'), share('an')]))
    if (path === '/activities') return Response.json(page([one]))
    if (path === '/boards')
      return Response.json(page([body('ifn', 'Individ- och familjenämnden'), body('an', 'Äldrenämnden')]))
    if (path === '/plans') {
      return Response.json(
        page([
          { id: 'p1', key: 'p', name: 'Planen', status: 'published', periodTo: '2022-12-31', ...stamp, _links: {} },
        ]),
      )
    }
    return Response.json(page([]))
  })
  return sent
}

export const freshClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

// Reports for one's own body with a key, by a client made from the API's own description; see ../clients.md.
// ENVAGIN_API=http://localhost:8080/api/v1 ENVAGIN_KEY=evi_… node report.js 2.2 "What was done."
import createClient from 'openapi-fetch'
import { randomUUID } from 'node:crypto'
import type { components, paths } from './schema.js'

type Problem = components['schemas']['Problem']

const api = createClient<paths>({
  baseUrl: process.env.ENVAGIN_API ?? 'http://localhost:8080/api/v1',
  headers: { 'X-Api-Key': process.env.ENVAGIN_KEY ?? '' },
})

/** The data of an answer, or an Error that says what the problem said. */
function data<T>({ data, error }: { data?: T; error?: Problem }): T {
  if (error) throw new Error(`${error.status} ${error.code}: ${error.detail} (request ${error.requestId})`)
  return data as T
}

/** Tries again what time may cure: the same request with the same Idempotency-Key happens once. */
async function patiently<T extends { response: Response }>(send: () => Promise<T>, attempts = 4): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await send()
      if (![429, 503].includes(answer.response.status) || attempt === attempts) return answer
      await pause(Number(answer.response.headers.get('Retry-After') ?? 2))
    } catch (error) {
      if (attempt === attempts) throw error // the network: nobody knows whether the request arrived
      await pause(2 ** attempt)
    }
  }
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))

const [code, done] = process.argv.slice(2)
const me = data(await api.GET('/api-clients/me'))

const mine = data(await api.GET('/activities', { params: { query: { board: me.bodyId, limit: 100 } } })).items
const activity = mine.find((one) => one.code === code && one._links.report)
if (!activity) throw new Error(`${code} is not yours to report on; yours are ${mine.map((one) => one.code).join(', ')}`)

const params = { path: { id: activity.id }, header: { 'Idempotency-Key': randomUUID() } }
const report = data(
  await patiently(() => api.POST('/activities/{id}/reports', { params, body: { bodyId: me.bodyId, state: 'onTrack', done } })),
)
const now = data(await api.GET('/activities/{id}', { params: { path: { id: activity.id } } }))
console.log(`${code} ${now.title}: reported ${report.asOf} by ${report.byRole}, now ${now.status} (${now.statusReason.sv})`)

// Keeps a copy of a plan's activities: everything once, then only what changed.
// The types come from the API's own description; see ../clients.md.
import createClient from 'openapi-fetch'
import type { components, paths } from './schema.js'

type Activity = components['schemas']['Activity']
type Problem = components['schemas']['Problem']

const api = createClient<paths>({ baseUrl: process.env.ENVAGIN_API ?? 'http://localhost:8080/api/v1' })

/** The data of an answer, or an Error that says what the problem said. */
function data<T>({ data, error }: { data?: T; error?: Problem }): T {
  if (error) throw new Error(`${error.status} ${error.code}: ${error.detail} (request ${error.requestId})`)
  return data as T
}

/** Brings the copy up to date and gives the cursor to begin with next time. */
async function sync(copy: Map<string, Activity>, cursor: string): Promise<string> {
  for (;;) {
    const query = { updatedSince: cursor, limit: 100 }
    const page = data(await api.GET('/activities', { params: { query } }))
    for (const activity of page.items) copy.set(activity.id, activity)
    for (const id of page.deletedIds ?? []) copy.delete(id)
    if (page.cursor === undefined || page.cursor === cursor) return cursor // nothing more
    cursor = page.cursor
  }
}

const copy = new Map<string, Activity>()
const cursor = await sync(copy, '0') // keep it with the copy, and begin there tomorrow
for (const { code, title, status, statusReason } of copy.values()) {
  if (status === 'late' || status === 'atRisk') console.log(code, title, '–', statusReason.sv)
}
console.log(`${copy.size} activities; next time updatedSince=${cursor}`)

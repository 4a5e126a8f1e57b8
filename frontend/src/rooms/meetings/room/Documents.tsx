import { api, ask, may, newIdempotencyKey } from '../../../api/client'
import type { CouncilMeetingWhole } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Part } from '../../../ui/Page'
import { Said } from './Said'
import { saveBlob } from './saveBlob'
import { useDoing } from './useDoing'
import { words } from './words'

type Wanted = 'public' | 'whole'

const wait = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))
const mostTries = 60

/** The minutes to take along: the page to print, Word, and PDF where the server can make one. */
export function Documents({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const { run, refusal, said } = useDoing()
  if (!may(meeting, 'minutes') || meeting.state === 'planned' || meeting.state === 'called') return null
  const parts: Wanted[] = may(meeting, 'wholeMinutes') ? ['public', 'whole'] : ['public']
  const name = (part: Wanted) =>
    `${w.fileName}-${meeting.number?.replace(':', '-') ?? meeting.startsAt.slice(0, 10)}${part === 'whole' ? `-${w.fileWhole}` : ''}`
  const options = (part: Wanted) => ({
    params: { path: { id: meeting.id }, query: { part } },
    parseAs: 'blob' as const,
  })
  const page = (part: Wanted) =>
    run(async () =>
      saveBlob(
        (await ask(api.GET('/council-meetings/{id}/minutes', options(part)))) as unknown as Blob,
        `${name(part)}.html`,
      ),
    )
  const docx = (part: Wanted) =>
    run(async () =>
      saveBlob(
        (await ask(api.GET('/council-meetings/{id}/minutes/docx', options(part)))) as unknown as Blob,
        `${name(part)}.docx`,
      ),
    )
  const pdf = (part: Wanted) =>
    run(async () => saveBlob(await makePDF(meeting.id, part), `${name(part)}.pdf`), w.pdfReady)
  return (
    <div className="screen-only">
      <Part title={w.exports} id="dokument">
        <div className="stack">
          {parts.map((part) => (
            <div key={part} role="group" aria-label={part === 'public' ? w.partPublic : w.partWhole}>
              <p className="small soft">{part === 'public' ? w.partPublic : w.partWhole}</p>
              <div className="room-item-tools">
                <Button variant="secondary" onClick={() => page(part)}>
                  {w.printPage}
                </Button>
                <Button variant="secondary" onClick={() => docx(part)}>
                  {w.docx}
                </Button>
                {may(meeting, 'pdf') && (
                  <Button variant="secondary" onClick={() => pdf(part)}>
                    {w.pdf}
                  </Button>
                )}
              </div>
            </div>
          ))}
          {!may(meeting, 'pdf') && <p className="soft">{w.noPrinter}</p>}
          <Said said={said} refusal={refusal} />
        </div>
      </Part>
    </div>
  )
}

/** Asks for a PDF and waits while it is made. */
async function makePDF(id: string, part: Wanted): Promise<Blob> {
  let made = await ask(
    api.POST('/council-meetings/{id}/pdfs', {
      params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: { part },
    }),
  )
  const path = { id, pdfId: made.id }
  for (let tries = 0; !may(made, 'content') && made.state !== 'failed' && tries < mostTries; tries += 1) {
    await wait(1_000)
    made = await ask(api.GET('/council-meetings/{id}/pdfs/{pdfId}', { params: { path } }))
  }
  const held = await ask(api.GET('/council-meetings/{id}/pdfs/{pdfId}/content', { params: { path }, parseAs: 'blob' }))
  return held as unknown as Blob
}

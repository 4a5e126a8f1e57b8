import { useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import type { components } from '../../../api/schema'
import type { CouncilAgendaItem } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Remove } from '../../../ui/editing/Rows'
import { TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { usePapers } from './queries'
import { Said } from './Said'
import { saveBlob } from './saveBlob'
import { useDoing } from './useDoing'
import { words } from './words'

type Paper = components['schemas']['AgendaPaper']

/** What to read before an item: links and files, unfolded by those who want them. */
export function Papers({ item }: { item: CouncilAgendaItem }) {
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  if (!may(item, 'papers')) return null
  return (
    <details className="room-papers screen-only" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={w.papersOf(item.title ?? '')}>{w.papers}</summary>
      {open && <Inside item={item} />}
    </details>
  )
}

function Inside({ item }: { item: CouncilAgendaItem }) {
  const w = useWords(words)
  const papers = usePapers(item.meetingId, item.id, true)
  const { run, refusal, said } = useDoing()
  const path = { id: item.meetingId, itemId: item.id }
  const fetchFile = (paper: Paper) =>
    run(async () => {
      const held = await ask(
        api.GET('/council-meetings/{id}/agenda-items/{itemId}/papers/{paperId}/content', {
          params: { path: { ...path, paperId: paper.id } },
          parseAs: 'blob',
        }),
      )
      saveBlob(held as Blob, paper.file?.name ?? paper.title)
    })
  const remove = async (paper: Paper) => {
    await done(
      api.DELETE('/council-meetings/{id}/agenda-items/{itemId}/papers/{paperId}', {
        params: { path: { ...path, paperId: paper.id }, header: ifMatch({ version: 1 }) },
      }),
    )
    run(() => Promise.resolve())
  }
  return (
    <div className="stack-small">
      <Load of={papers} lines={2}>
        {(all) => (
          <ul className="plain-list">
            {all.length === 0 && <li className="soft">{w.papersNone}</li>}
            {all.map((paper) => (
              <li key={paper.id} className="room-paper">
                {paper.url ? (
                  <a href={paper.url} rel="noreferrer">
                    {paper.title}
                  </a>
                ) : (
                  <Button variant="tertiary" aria-label={w.fetchFile(paper.title)} onClick={() => fetchFile(paper)}>
                    {paper.title}
                  </Button>
                )}
                {may(paper, 'delete') && may(item, 'addPaper') && (
                  <Remove name={paper.title} onRemove={() => remove(paper)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Load>
      <Said said={said} refusal={refusal} />
      {may(item, 'addPaper') && <Add item={item} run={run} />}
    </div>
  )
}

type AddProps = { item: CouncilAgendaItem; run: ReturnType<typeof useDoing>['run'] }

function Add({ item, run }: AddProps) {
  const w = useWords(words)
  const [link, setLink] = useState<{ title: string; url: string }>()
  const [wrong, setWrong] = useState(false)
  const path = { id: item.meetingId, itemId: item.id }
  const header = () => ({ 'Idempotency-Key': newIdempotencyKey() })
  const send = (file: File | undefined) => {
    if (!file) return
    const form = new FormData()
    form.append('file', file)
    run(
      () =>
        ask(
          api.POST('/council-meetings/{id}/agenda-items/{itemId}/papers/files', {
            params: { path, header: header() },
            body: { file: file.name },
            bodySerializer: () => form,
          }),
        ),
      w.fileAdded(file.name),
    )
  }
  if (link) {
    return (
      <form
        className="form stack-small"
        noValidate
        aria-label={w.addLink}
        onSubmit={(event) => {
          event.preventDefault()
          const url = link.url.trim()
          const isWrong = !/^https:\/\/\S+$/.test(url) || !link.title.trim()
          setWrong(isWrong)
          if (isWrong) return
          run(async () => {
            await ask(
              api.POST('/council-meetings/{id}/agenda-items/{itemId}/papers', {
                params: { path, header: header() },
                body: { title: link.title.trim(), url },
              }),
            )
            setLink(undefined)
          })
        }}
      >
        <TextField
          label={w.linkTitle}
          autoFocus
          maxLength={200}
          value={link.title}
          onChange={({ target }) => setLink({ ...link, title: target.value })}
        />
        <TextField
          label={w.linkUrl}
          type="url"
          inputMode="url"
          error={wrong ? w.linkWrong : undefined}
          value={link.url}
          onChange={({ target }) => setLink({ ...link, url: target.value })}
        />
        <div className="row">
          <Button type="submit">{w.addProposal}</Button>
          <Button variant="secondary" onClick={() => setLink(undefined)}>
            {w.abandon}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className="stack-small">
      <p>
        <Button variant="secondary" onClick={() => setLink({ title: '', url: '' })}>
          {w.addLink}
        </Button>
      </p>
      <TextField
        label={w.addFile}
        help={w.addFileHelp}
        type="file"
        onChange={({ target }) => {
          send(target.files?.[0])
          target.value = ''
        }}
      />
    </div>
  )
}

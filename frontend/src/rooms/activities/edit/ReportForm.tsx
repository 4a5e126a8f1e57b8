import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { check, forward, maxValue, minLength, object, pipe, regex, string } from 'valibot'
import { api, ask, ifMatch, may } from '../../../api/client'
import { key, refresh } from '../../../api/keys'
import { useSession } from '../../../api/session'
import type { Activity, Report, ReportInput } from '../../../api/types'
import { today } from '../../../lib/dates'
import { nameOf, useLang, useWords, type Words } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button } from '../../../ui/Button'
import { RadioGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { Load, Notice } from '../../../ui/Load'
import { SaveState } from '../../../ui/small'
import { useBodies } from '../../boards/queries'
import { useShares } from '../detail/queries'
import { namesPerson } from './caution'
import { DeskHead, EditorForm } from './EditorForm'
import { useEditor } from './form'
import { reportWords, words } from './words'

type Props = { activity: Activity; report?: Report; onClose: () => void }
type Values = { bodyId: string; state: string; asOf: string; deviation: string; done: string; next: string }

type State = 'onTrack' | 'deviation' | 'done' | 'notStarted'

/** A body tells how its share goes, beside the text that it is about; or corrects what it told. */
export default function ReportForm({ activity, report, onClose }: Props) {
  const r = useWords(reportWords)
  const shares = useShares(activity.id)
  const [written, setWritten] = useState<{ bodyId: string; at: Date }>()
  const answering = (bodyId: string) => activity.answerable.some((answer) => answer.bodyId === bodyId)
  if (written) {
    return (
      <Published
        written={written}
        corrected={report !== undefined}
        onClose={onClose}
        onAgain={() => setWritten(undefined)}
      />
    )
  }
  return (
    <>
      <DeskHead title={report ? r.correct : r.report} onClose={onClose} />
      <p className="soft">{r.lead}</p>
      <Load of={shares} lines={6}>
        {(all) => {
          const own = all.filter((share) => may(share, 'edit') && answering(share.bodyId)).map(({ bodyId }) => bodyId)
          const bodies = report ? [report.bodyId] : own
          if (bodies.length === 0) return <Notice>{r.nobody}</Notice>
          return (
            <Writing
              activity={activity}
              report={report}
              bodies={bodies}
              onClose={onClose}
              onWritten={(bodyId) => setWritten({ bodyId, at: new Date() })}
            />
          )
        }}
      </Load>
    </>
  )
}

const valuesOf = (report: Report | undefined, bodyId = ''): Values => ({
  bodyId: report?.bodyId ?? bodyId,
  state: report?.state ?? '',
  asOf: report?.asOf ?? today(),
  deviation: report?.deviation ?? '',
  done: report?.done ?? '',
  next: report?.next ?? '',
})

const inputOf = (values: Values): ReportInput => ({
  bodyId: values.bodyId,
  state: values.state as ReportInput['state'],
  asOf: values.asOf,
  done: values.done.trim() || undefined,
  deviation: (values.state === 'deviation' && values.deviation.trim()) || undefined,
  next: values.next.trim() || undefined,
})

function rules(r: Words<typeof reportWords>, w: Words<typeof words>) {
  return pipe(
    object({
      bodyId: pipe(string(), minLength(1, r.chooseBody)),
      state: pipe(string(), minLength(1, r.chooseState)),
      asOf: pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/, w.day), maxValue(today(), w.notAhead)),
      deviation: string(),
      done: string(),
      next: string(),
    }),
    forward(
      check(({ state, deviation }) => state !== 'deviation' || deviation.trim() !== '', r.sayDeviation),
      ['deviation'],
    ),
    forward(
      check(({ state, done }) => state !== 'done' || done.trim() !== '', r.sayDone),
      ['done'],
    ),
  )
}

type WritingProps = Omit<Props, 'onClose'> & {
  bodies: string[]
  onClose: () => void
  onWritten: (bodyId: string) => void
}

function Writing({ activity, report, bodies, onClose, onWritten }: WritingProps) {
  const r = useWords(reportWords)
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const known = useBodies().data?.byId
  const say = (id: string) => nameOf(known?.get(id), lang)
  const path = { id: activity.id, reportId: report?.id ?? '' }
  // Of several, the one that the person's own role is for; an officer of a board also reports for what lies under it.
  const session = useSession()
  const own = session.status === 'signedIn' ? session.user.roles.map(({ bodyId }) => bodyId) : []
  const likely = bodies.length === 1 ? bodies[0] : bodies.find((id) => own.includes(id))
  const editor = useEditor<Values>({
    name: report ? `correct-${report.id}` : `report-${activity.id}`,
    initial: valuesOf(report, likely),
    version: report?.version,
    schema: rules(r, w),
    fields: [
      { name: 'bodyId', label: r.forWhom, show: say },
      { name: 'state', label: r.state, show: (state) => r[state as State] },
      { name: 'asOf', label: r.asOf },
      { name: 'deviation', label: r.deviates, joinable: true },
      { name: 'done', label: r.did, joinable: true },
      { name: 'next', label: r.next, joinable: true },
    ],
    save: (values, { version, idempotencyKey }) => {
      const body = inputOf(values)
      if (report) {
        const params = { path, header: ifMatch({ version }) }
        return ask(api.PUT('/activities/{id}/reports/{reportId}', { params, body }))
      }
      const params = { path: { id: activity.id }, header: { 'Idempotency-Key': idempotencyKey } }
      return ask(api.POST('/activities/{id}/reports', { params, body }))
    },
    fresh: report && (() => freshReport(path)),
    onSaved: ({ bodyId }) => {
      void refresh(queries, 'plan')
      void queries.invalidateQueries({ queryKey: key('boards') })
      onWritten(bodyId)
    },
  })
  const { values } = editor
  return (
    <EditorForm editor={editor} submitLabel={report ? r.saveCorrection : r.publish} onCancel={onClose}>
      <ForWhom bodies={bodies} say={say} choice={editor.choice('bodyId')} />
      <RadioGroup
        legend={r.state}
        options={[
          { value: 'onTrack', label: r.onTrack },
          { value: 'deviation', label: r.deviation, help: r.deviationHelp },
          { value: 'done', label: r.done, help: r.doneHelp },
          { value: 'notStarted', label: r.notStarted },
        ]}
        {...editor.choice('state')}
      />
      {values.state === 'deviation' && <TextArea label={r.deviates} rows={4} {...editor.field('deviation')} />}
      <TextArea label={r.did} rows={4} optional={values.state !== 'done'} {...editor.field('done')} />
      <TextArea label={r.next} rows={3} optional {...editor.field('next')} />
      <TextField type="date" label={r.asOf} max={today()} className="ds-input field-short" {...editor.field('asOf')} />
      {namesPerson(values.deviation, values.done, values.next) && <Notice tone="attention">{w.caution}</Notice>}
    </EditorForm>
  )
}

async function freshReport(path: { id: string; reportId: string }) {
  const theirs = await ask(api.GET('/activities/{id}/reports/{reportId}', { params: { path } }))
  return { values: valuesOf(theirs), version: theirs.version }
}

type ForWhomProps = {
  bodies: string[]
  say: (id: string) => string
  choice: { id: string; name: string; error: string | undefined; value: string; onChange: (value: string) => void }
}

function ForWhom({ bodies, say, choice }: ForWhomProps) {
  const r = useWords(reportWords)
  if (bodies.length === 1) {
    return (
      <p>
        {r.forWhom} <strong>{say(bodies[0] ?? '')}</strong>.
      </p>
    )
  }
  const options = bodies.map((id) => ({ value: id, label: say(id) }))
  if (bodies.length <= 5) return <RadioGroup legend={r.forWhom} options={options} {...choice} />
  const { onChange, ...rest } = choice
  return (
    <SelectField label={r.forWhom} options={options} onChange={(event) => onChange(event.target.value)} {...rest} />
  )
}

type PublishedProps = {
  written: { bodyId: string; at: Date }
  corrected: boolean
  onClose: () => void
  onAgain: () => void
}

function Published({ written, corrected, onClose, onAgain }: PublishedProps) {
  const r = useWords(reportWords)
  const w = useWords(words)
  const to = usePaths()
  const body = useBodies().data?.byId.get(written.bodyId)
  return (
    <>
      <DeskHead title={corrected ? r.correctedTitle : r.publishedTitle} />
      <p>
        {r.published} <SaveState saving={{ status: 'saved', at: written.at }} />
      </p>
      <ul className="plain-list stack-small">
        {body && (
          <li>
            <a href={to.board(body.key)}>{r.seeBoard}</a>
          </li>
        )}
        <li>
          <a href={to.timeline()}>{r.seeTimeline}</a>
        </li>
      </ul>
      <p className="row">
        <Button onClick={onClose}>{w.close}</Button>
        {!corrected && (
          <Button variant="secondary" onClick={onAgain}>
            {r.reportAgain}
          </Button>
        )}
      </p>
    </>
  )
}

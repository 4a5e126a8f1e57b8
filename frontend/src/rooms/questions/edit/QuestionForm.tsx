import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import { useSession } from '../../../api/session'
import type { CouncilQuestion } from '../../../api/types'
import { go } from '../../../lib/guardedLocation'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { CheckboxGroup, type Option, SelectField, TextArea, TextField } from '../../../ui/Field'
import { Skeleton } from '../../../ui/Load'
import { useBodies } from '../../boards/queries'
import { useViolenceAreas } from '../../plans/queries'
import { askQuestion } from '../queries'
import { emptyQuestion, inputOf, under, valuesOf } from './values'
import { formWords, refusalWords } from './words'

sayAlso(refusalWords)

type Props = {
  /** None when a new one is asked. */
  question?: CouncilQuestion
  onClose: (made?: CouncilQuestion) => void
}

/** Asks a question, or changes one where it stands. */
export default function QuestionForm(props: Props) {
  const bodies = useAskingBodies(props.question)
  const areas = useViolenceAreas().data
  // The first body is chosen from the start, so the form waits for them.
  if (!bodies || !areas) return <Skeleton lines={8} />
  return <Form {...props} bodies={bodies} />
}

/** For whom this person asks: any body and the council itself, or their own body and what lies under it. */
function useAskingBodies(question?: CouncilQuestion): Option[] | undefined {
  const w = useWords(formWords)
  const lang = useLang()
  const session = useSession()
  const all = useBodies().data?.all
  if (!all || session.status !== 'signedIn') return undefined
  const everywhere = may(session.user, 'askForCouncil')
  const own = under(
    all,
    session.user.roles.map(({ bodyId }) => bodyId),
  )
  if (question?.askedByBodyId) own.add(question.askedByBodyId)
  const bodies = all
    .filter(({ id }) => everywhere || own.has(id))
    .map((body) => ({ value: body.id, label: nameOf(body, lang), lang: nameLang(body, lang) }))
  const ofCouncil = everywhere || (question && !question.askedByBodyId)
  return ofCouncil ? [{ value: '', label: w.theCouncil }, ...bodies] : bodies
}

function Form({ question, onClose, bodies }: Props & { bodies: Option[] }) {
  const w = useWords(formWords)
  const lang = useLang()
  const queries = useQueryClient()
  const areas = (useViolenceAreas().data ?? []).map((area) => ({
    value: area.id,
    label: nameOf(area, lang),
    lang: nameLang(area, lang),
  }))
  const labelOf = (options: Option[], id: string) => options.find(({ value }) => value === id)?.label ?? id
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey)
  const made = useRef<CouncilQuestion>(undefined)
  const editing = useEditing({
    name: 'question',
    initial: question ? valuesOf(question) : emptyQuestion(bodies[0]?.value ?? ''),
    version: question?.version,
    fields: [
      { name: 'title', label: w.title },
      { name: 'question', label: w.question, joinable: true },
      { name: 'askedByBodyId', label: w.askedByBodyId, show: (id) => labelOf(bodies, id as string) },
      {
        name: 'violenceAreaIds',
        label: w.violenceAreaIds,
        show: (ids) => (ids as string[]).map((id) => labelOf(areas, id)).join('\n'),
      },
      { name: 'neededBy', label: w.neededBy },
    ],
    save: async (values, version) => {
      const body = inputOf(values, question ?? { lang })
      try {
        made.current = await (question
          ? ask(
              api.PUT('/council-questions/{id}', {
                params: { path: { id: question.id }, header: ifMatch({ version }) },
                body,
              }),
            )
          : ask(api.POST('/council-questions', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })))
      } finally {
        // What is sent next may be another question.
        if (made.current) setIdempotencyKey(newIdempotencyKey())
      }
    },
    fresh: question
      ? async () => {
          const now = await askQuestion(question.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'council').then(() => onClose(made.current)),
  })
  return (
    <>
      <Frame
        editing={editing}
        label={question ? w.editTitle : w.title}
        submit={question ? undefined : w.send}
        onCancel={() => onClose()}
      >
        {question && <p className="small soft">{w.intro}</p>}
        <TextField {...editing.text('title')} maxLength={200} autoComplete="off" />
        <TextArea {...editing.text('question')} rows={7} help={w.questionHelp} />
        <SelectField {...editing.text('askedByBodyId')} empty={false} options={bodies} />
        <CheckboxGroup
          {...editing.other('violenceAreaIds')}
          name="question-areas"
          legend={w.violenceAreaIds}
          options={areas}
          value={editing.values.violenceAreaIds}
          onChange={(violenceAreaIds) => editing.set({ violenceAreaIds })}
        />
        <TextField
          {...editing.text('neededBy')}
          type="date"
          className="ds-input field-short"
          help={w.neededByHelp}
          optional
        />
      </Frame>
      {question && may(question, 'delete') && <Delete question={question} />}
    </>
  )
}

function Delete({ question }: { question: CouncilQuestion }) {
  const w = useWords(formWords)
  const to = usePaths()
  const queries = useQueryClient()
  return (
    <Ask
      label={w.remove}
      question={w.removeQuestion}
      confirm={w.remove}
      onConfirm={async () => {
        await done(
          api.DELETE('/council-questions/{id}', { params: { path: { id: question.id }, header: ifMatch(question) } }),
        )
        go(to.questions(), { replace: true })
        await refresh(queries, 'council')
      }}
    >
      <p>{w.removeText}</p>
    </Ask>
  )
}

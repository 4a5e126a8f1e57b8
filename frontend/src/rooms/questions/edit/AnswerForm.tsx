import { useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import type { CouncilAnswerInput, CouncilQuestion } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { ListField } from '../../../ui/editing/ListField'
import { useEditing } from '../../../ui/editing/useEditing'
import { TextArea, TextField } from '../../../ui/Field'
import { askQuestion } from '../queries'
import { formWords, refusalWords } from './words'

sayAlso(refusalWords)

type Link = NonNullable<CouncilAnswerInput['links']>[number]
type Values = { answer: string; links: Link[] }

const valuesOf = ({ answer }: CouncilQuestion): Values => ({
  answer: answer?.answer ?? '',
  links: answer?.links ?? [],
})

/** Answers a question, or betters the answer. What is written stays in the form until it is kept. */
export default function AnswerForm({ question, onClose }: { question: CouncilQuestion; onClose: () => void }) {
  const w = useWords(formWords)
  const queries = useQueryClient()
  const editing = useEditing<Values>({
    name: 'answer',
    initial: valuesOf(question),
    version: question.version,
    fields: [
      { name: 'answer', label: w.answer, joinable: true },
      {
        name: 'links',
        label: w.links,
        rows: true,
        show: (links) => (links as Link[]).map(({ title, url }) => `${title}: ${url}`).join('\n'),
      },
    ],
    save: (body, version) =>
      ask(
        api.PUT('/council-questions/{id}/answer', {
          params: { path: { id: question.id }, header: ifMatch({ version }) },
          body,
        }),
      ),
    fresh: async () => {
      const now = await askQuestion(question.id)
      return { values: valuesOf(now), version: now.version }
    },
    onSaved: () => void refresh(queries, 'council').then(onClose),
  })
  const field = (at: number, part: string) => ({
    id: `answer-links[${at}].${part}`,
    error: editing.errorAt(`links[${at}].${part}`),
  })
  return (
    <Frame
      editing={editing}
      label={question.answer ? w.editAnswerTitle : w.answerTitle}
      submit={w.saveAnswer}
      onCancel={onClose}
    >
      <TextArea {...editing.text('answer')} rows={10} help={w.answerHelp} />
      <ListField
        id="answer-links"
        legend={w.links}
        rows={editing.values.links}
        empty={{ title: '', url: '' }}
        rowLegend={w.linkNumber}
        addLabel={w.addLink}
        removeLabel={w.removeLink}
        error={editing.errorAt('links')}
        onChange={(links) => editing.set({ links })}
        draw={(link, at, change) => (
          <div className="editing-columns">
            <TextField
              {...field(at, 'title')}
              data-first
              label={w.linkTitle}
              value={link.title}
              onChange={({ target }) => change({ title: target.value })}
            />
            <TextField
              {...field(at, 'url')}
              label={w.linkUrl}
              type="url"
              value={link.url}
              onChange={({ target }) => change({ url: target.value })}
            />
          </div>
        )}
      />
    </Frame>
  )
}

import { useState } from 'react'
import { api, done, ifMatch, may } from '../../../api/client'
import { useSession } from '../../../api/session'
import type { CouncilTopic } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Remove } from '../../../ui/editing/Rows'
import { Load } from '../../../ui/Load'
import { Part } from '../../../ui/Page'
import { useTopics } from './queries'
import './room.css'
import { Said } from './Said'
import { DeclineForm, TopicForm } from './TopicForm'
import { useDoing } from './useDoing'
import { words } from './words'

/** What members want the council to take up, and what becomes of it. */
export default function Topics() {
  const w = useWords(words)
  const topics = useTopics()
  const session = useSession()
  const me = session.status === 'signedIn' ? session.user : undefined
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  const { run, refusal, said } = useDoing()
  return (
    <div data-size="sm" className="screen-only">
      <Part title={w.topics} id="amnen">
        <p className="soft">{w.topicsText}</p>
        <Load of={topics} lines={3}>
          {(all) => (
            <ul className="plain-list room-topics">
              {all.length === 0 && <li className="soft">{w.topicsNone}</li>}
              {all.map((topic) => (
                <li key={topic.id}>
                  {open === topic.id ? (
                    <TopicForm topic={topic} onClose={close} />
                  ) : open === `no-${topic.id}` ? (
                    <DeclineForm topic={topic} onClose={close} />
                  ) : (
                    <>
                      <Topic topic={topic} />
                      <span className="room-item-tools">
                        {may(topic, 'edit') && topic.state === 'proposed' && (
                          <Button
                            variant="tertiary"
                            aria-label={w.editItem(topic.title)}
                            onClick={() => setOpen(topic.id)}
                          >
                            {w.edit}
                          </Button>
                        )}
                        {may(topic, 'answer') && topic.state === 'proposed' && (
                          <Button
                            variant="tertiary"
                            aria-label={w.topicDeclineOf(topic.title)}
                            onClick={() => setOpen(`no-${topic.id}`)}
                          >
                            {w.topicDecline}
                          </Button>
                        )}
                        {may(topic, 'delete') && topic.state === 'proposed' && (
                          <Remove name={topic.title} onRemove={() => remove(topic).then(() => run(async () => {}))} />
                        )}
                      </span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Load>
        <Said said={said} refusal={refusal} />
        {may(me, 'proposeTopic') &&
          (open === '' ? (
            <TopicForm onClose={close} />
          ) : (
            <p>
              <Button variant="secondary" onClick={() => setOpen('')}>
                {w.proposeTopic}
              </Button>
            </p>
          ))}
      </Part>
    </div>
  )
}

const remove = (topic: CouncilTopic) =>
  done(api.DELETE('/council-topics/{id}', { params: { path: { id: topic.id }, header: ifMatch(topic) } }))

function Topic({ topic }: { topic: CouncilTopic }) {
  const w = useWords(words)
  const states = { proposed: w.topicProposed, taken: w.topicTaken, declined: w.topicDeclined }
  const by = topic.isMine ? w.topicMine : topic.proposedBy && w.topicBy(topic.proposedBy)
  return (
    <div>
      <p>
        <strong>{topic.title}</strong>
      </p>
      <p>{topic.why}</p>
      <p className="small soft">{[states[topic.state], by].filter(Boolean).join(' · ')}</p>
      {topic.reason && <p className="small">{topic.reason}</p>}
    </div>
  )
}

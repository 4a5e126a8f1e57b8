import { lazy, type ReactNode, Suspense, useState } from 'react'
import { api, ask, done, ifMatch, may } from '../../../api/client'
import type { CouncilAgendaItem, CouncilMeetingWhole } from '../../../api/types'
import { formatClock } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Remove } from '../../../ui/editing/Rows'
import { EmptyState, Skeleton } from '../../../ui/Load'
import { Part } from '../../../ui/Page'
import { minutesOver, slots } from '../clock'
import { LiveEditor } from '../live/LiveEditor'
import type { LiveTexts } from '../live/liveTexts'
import { Background, ItemHead, ItemReading } from '../parts'
import { itemInput } from './inputs'
import { Outcomes } from './Outcomes'
import { Papers } from './Papers'
import { Said } from './Said'
import { useDoing } from './useDoing'
import { words } from './words'

const ItemForm = lazy(() => import('./ItemForm'))

type Props = {
  meeting: CouncilMeetingWhole
  /** The live texts, while the minutes are written. */
  texts: LiveTexts | undefined
  aside?: ReactNode
}

const coming = ({ state }: CouncilMeetingWhole) => state === 'planned' || state === 'called'

/** The agenda, and under each item what is said and what comes of it. */
export function Agenda({ meeting, texts, aside }: Props) {
  const w = useWords(words)
  const [open, setOpen] = useState<string>()
  const { run, refusal, said } = useDoing()
  const items = meeting.agendaItems
  const times = slots(
    meeting.openedAt ?? meeting.startsAt,
    items.map(({ minutes }) => ({ minutes: minutes ?? 0 })),
  )
  const move = (item: CouncilAgendaItem, place: number) =>
    run(() => ask(putItem(meeting.id, item, { position: place })), w.movedTo(item.title ?? '', place))
  const remove = async (item: CouncilAgendaItem) => {
    const path = { id: meeting.id, itemId: item.id }
    await done(api.DELETE('/council-meetings/{id}/agenda-items/{itemId}', { params: { path, header: ifMatch(item) } }))
    run(() => Promise.resolve())
  }
  const form = (item?: CouncilAgendaItem) => (
    <Suspense fallback={<Skeleton lines={5} />}>
      <ItemForm meeting={meeting} item={item} onClose={() => setOpen(undefined)} />
    </Suspense>
  )
  const building = coming(meeting) || meeting.state === 'open'
  return (
    <Part title={coming(meeting) ? w.agenda : w.agendaAndMinutes} id="dagordning" aside={aside}>
      {items.length === 0 && <EmptyState title={w.noItems}>{may(meeting, 'addItem') && w.noItemsText}</EmptyState>}
      {items.length > 0 && coming(meeting) && <Total meeting={meeting} />}
      <Said said={said} refusal={refusal} />
      <ol className="plain-list meeting-items">
        {items.map((item, place) => (
          <li key={item.id} className="meeting-item">
            {open === item.id ? (
              form(item)
            ) : (
              <Item meeting={meeting} item={item} number={place + 1} texts={texts} begins={times[place]?.begins}>
                {building && may(item, 'edit') && (
                  <div className="room-item-tools screen-only">
                    {coming(meeting) && (
                      <Mover item={item} number={place + 1} of={items.length} onMove={(to) => move(item, to)} />
                    )}
                    <Button
                      variant="tertiary"
                      aria-label={w.editItem(item.title ?? '')}
                      onClick={() => setOpen(item.id)}
                    >
                      {w.edit}
                    </Button>
                    {coming(meeting) && may(item, 'delete') && (
                      <Remove name={item.title ?? ''} onRemove={() => remove(item)} />
                    )}
                  </div>
                )}
              </Item>
            )}
          </li>
        ))}
      </ol>
      {may(meeting, 'addItem') && (
        <div className="screen-only room-add">
          {open === '' ? (
            form()
          ) : (
            <Button variant="secondary" onClick={() => setOpen('')}>
              {w.addItem}
            </Button>
          )}
        </div>
      )}
    </Part>
  )
}

function putItem(id: string, item: CouncilAgendaItem, change: { position: number }) {
  return api.PUT('/council-meetings/{id}/agenda-items/{itemId}', {
    params: { path: { id, itemId: item.id }, header: ifMatch(item) },
    body: { ...itemInput(item), ...change },
  })
}

type MoverProps = { item: CouncilAgendaItem; number: number; of: number; onMove: (to: number) => void }

function Mover({ item, number, of, onMove }: MoverProps) {
  const w = useWords(words)
  const title = item.title ?? ''
  return (
    <>
      <Button
        variant="tertiary"
        aria-label={w.moveUp(title)}
        aria-disabled={number === 1 || undefined}
        onClick={() => number > 1 && onMove(number - 1)}
      >
        {w.up}
      </Button>
      <Button
        variant="tertiary"
        aria-label={w.moveDown(title)}
        aria-disabled={number === of || undefined}
        onClick={() => number < of && onMove(number + 1)}
      >
        {w.down}
      </Button>
    </>
  )
}

/** Whether the items fit in the meeting. */
function Total({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const items = meeting.agendaItems.map(({ minutes }) => ({ minutes: minutes ?? 0 }))
  const over = minutesOver(meeting.startsAt, meeting.endsAt, items)
  const sum = items.reduce((all, { minutes }) => all + minutes, 0)
  return (
    <p className={over > 0 ? undefined : 'soft'}>
      {w.minutes(sum)}. {over > 0 ? w.timeOver(over) : over < 0 ? w.timeLeft(-over) : w.timeFits}
    </p>
  )
}

type ItemProps = {
  meeting: CouncilMeetingWhole
  item: CouncilAgendaItem
  number: number
  texts: LiveTexts | undefined
  begins: Date | undefined
  children: ReactNode
}

function Item({ meeting, item, number, texts, begins, children }: ItemProps) {
  const w = useWords(words)
  const lang = useLang()
  const writes = texts && may(item, 'write')
  const clock = begins && !meeting.closedAt && item.minutes ? ` · ${formatClock(begins, lang)}` : ''
  if (!writes) {
    return (
      <>
        <ItemReading meeting={meeting} item={item} number={number} aside={clock}>
          <Outcomes meeting={meeting} item={item} />
        </ItemReading>
        <Papers item={item} />
        {children}
      </>
    )
  }
  return (
    <>
      <ItemHead meeting={meeting} item={item} number={number} aside={clock} />
      <Background item={item} folded />
      <LiveEditor text={texts.of(item)} id={`text-${item.id}`} label={w.writeOf} of={item.title ?? ''} />
      <Outcomes meeting={meeting} item={item} />
      <Papers item={item} />
      {children}
    </>
  )
}

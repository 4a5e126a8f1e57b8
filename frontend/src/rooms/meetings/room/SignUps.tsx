import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { components } from '../../../api/schema'
import type { CouncilMeetingWhole } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Frame } from '../../../ui/editing/Frame'
import { Remove } from '../../../ui/editing/Rows'
import { useEditing } from '../../../ui/editing/useEditing'
import { TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { Part } from '../../../ui/Page'
import { usePlaces } from '../queries'
import { useSignUps } from './queries'
import { useDoing } from './useDoing'
import { words } from './words'

type Places = components['schemas']['ForumPlaces']

/** Who comes to an open meeting, and how many may. */
export default function SignUps({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const places = usePlaces(meeting.id)
  const [editing, setEditing] = useState(false)
  return (
    <div className="screen-only">
      <Part title={w.signUpsTitle} id="anmalda">
        <Load of={places} lines={3}>
          {(now) => (
            <div className="stack">
              {now.taken !== undefined && <p>{w.taken(now.taken, now.places)}</p>}
              {editing ? (
                <PlacesForm places={now} onClose={() => setEditing(false)} />
              ) : (
                may(now, 'edit') && (
                  <p>
                    <Button variant="secondary" onClick={() => setEditing(true)}>
                      {w.editPlaces}
                    </Button>
                  </p>
                )
              )}
              {may(now, 'signUps') && <List id={meeting.id} />}
            </div>
          )}
        </Load>
      </Part>
    </div>
  )
}

function List({ id }: { id: string }) {
  const w = useWords(words)
  const all = useSignUps(id, true)
  const { run } = useDoing()
  return (
    <Load of={all} lines={3}>
      {(rows) => (
        <ul className="plain-list room-topics">
          {rows.length === 0 && <li className="soft">{w.signUpsNone}</li>}
          {rows.map((one) => (
            <li key={one.id}>
              <span>
                {one.name} <span className="soft">{one.email}</span>
                <span className="small soft block">{w.signUpSeats(one.seats)}</span>
              </span>
              {may(one, 'delete') && (
                <Remove
                  name={one.name}
                  onRemove={async () => {
                    await done(
                      api.DELETE('/council-meetings/{id}/sign-ups/{signUpId}', {
                        params: { path: { id, signUpId: one.id }, header: ifMatch({ version: 1 }) },
                      }),
                    )
                    run(async () => {})
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Load>
  )
}

function PlacesForm({ places, onClose }: { places: Places; onClose: () => void }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const editing = useEditing({
    name: 'places',
    initial: { places: String(places.places), closesOn: places.closesOn ?? '' },
    version: places.version,
    fields: [
      { name: 'places', label: w.places },
      { name: 'closesOn', label: w.closesOn },
    ],
    check: (values): Record<string, string> =>
      /^\d{1,5}$/.test(values.places.trim()) ? {} : { places: w.placesWrong },
    save: async (values, version) => {
      await ask(
        api.PUT('/council-meetings/{id}/sign-up', {
          params: { path: { id: places.meetingId }, header: ifMatch({ version }) },
          body: { places: Number(values.places), closesOn: values.closesOn || undefined },
        }),
      )
      await refresh(queries, 'council')
    },
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={w.editPlaces} onCancel={onClose}>
      <TextField {...editing.text('places')} inputMode="numeric" className="ds-input field-short" help={w.placesHelp} />
      <TextField {...editing.text('closesOn')} type="date" className="ds-input field-short" optional />
    </Frame>
  )
}

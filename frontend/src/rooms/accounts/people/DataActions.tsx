import { api, ask, done, ifMatch, may } from '../../../api/client'
import { today } from '../../../lib/dates'
import { saveAsFile } from '../../../lib/files'
import { useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Ask } from '../../../ui/editing/Ask'
import { Part } from '../../../ui/Page'

import { type ActionsProps, useSayStale } from './AccountActions'
import { personWords } from './words'

/** What is held on a person: taken out, erased, and the traces of it. */
export function DataActions({ person, tell }: ActionsProps) {
  const p = useWords(personWords)
  const to = usePaths()
  const stale = useSayStale(tell)
  if (!['personalData', 'erase', 'traces'].some((rel) => may(person, rel))) return null
  return (
    <Part title={p.dataTitle} id="personuppgifter">
      <div className="stack">
        {may(person, 'traces') && (
          <p>
            <a href={to.traces({ person: person.id })}>{p.traces}</a>
          </p>
        )}
        <div className="row people-actions">
          {may(person, 'personalData') && (
            <Ask
              label={p.takeOut}
              question={p.takeOutQuestion}
              confirm={p.takeOutYes}
              onConfirm={async () => {
                const held = await ask(api.GET('/users/{id}/personal-data', { params: { path: { id: person.id } } }))
                saveAsFile(held, `${p.fileName}-${today()}.json`)
                await tell(p.takenOut)
              }}
            >
              <p>{p.takeOutText}</p>
            </Ask>
          )}
          {may(person, 'erase') && (
            <Ask
              label={p.erase}
              question={p.eraseQuestion}
              confirm={p.eraseYes}
              word={p.eraseWord}
              sayRefusal={stale}
              onConfirm={async () => {
                const params = { path: { id: person.id }, header: ifMatch(person) }
                await done(api.DELETE('/users/{id}/personal-data', { params }))
                await tell(p.erasedSaid)
              }}
            >
              <p>{p.eraseGone}</p>
              <p>{p.eraseStays}</p>
              <p>{p.eraseRather}</p>
            </Ask>
          )}
        </div>
      </div>
    </Part>
  )
}

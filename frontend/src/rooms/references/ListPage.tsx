import { lazy, Suspense, useState } from 'react'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { ReferenceMember } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { useCallingsOfMember, useReferenceMembers } from './queries'
import './references.css'
import { partWords } from './part/words'
import { When } from './shared'
import { words } from './words'

const MemberForm = lazy(() => import('./edit/MemberForm'))
const CallingForm = lazy(() => import('./edit/CallingForm'))

/** Who is in the reference group, what they know, and what they are called in to. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const found = useReferenceMembers()
  const [adding, setAdding] = useState(false)
  const mayAdd = session.status === 'signedIn' && may(session.user, 'newReferenceMember')
  return (
    <Page
      title={w.title}
      kicker={<a href={to.council()}>{w.council}</a>}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          {mayAdd && !adding && <Button onClick={() => setAdding(true)}>{w.add}</Button>}
          <PrintButton />
        </>
      }
    >
      {adding && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <MemberForm onClose={() => setAdding(false)} />
        </Suspense>
      )}
      <Load of={found} lines={8}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState>}
            <Group
              title={w.called}
              id="kallas"
              members={all.filter((one) => one.group !== 'drafting' && (one.inForce || comes(one)))}
            />
            <Group
              title={w.left}
              id="lamnat"
              members={all.filter((one) => one.group !== 'drafting' && !one.inForce && !comes(one))}
            />
            <Group title={w.drafting} id="tog-fram" members={all.filter((one) => one.group === 'drafting')} />
          </>
        )}
      </Load>
    </Page>
  )
}

// Somebody who is to join has not left, so no last day has passed.
const comes = ({ validTo, inForce }: ReferenceMember) => !inForce && !validTo

function Group({ title, id, members }: { title: string; id: string; members: ReferenceMember[] }) {
  if (members.length === 0) return null
  return (
    <Part title={title} id={id}>
      <ul className="references plain-list">
        {members.map((member) => (
          <li key={member.id} className="keep-together">
            <Member member={member} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Member({ member }: { member: ReferenceMember }) {
  const w = useWords(words)
  const part = useWords(partWords)
  const lang = useLang()
  const [doing, setDoing] = useState<'edit' | 'call'>()
  const [folded, setFolded] = useState(true)
  const textLang = langOf(member, lang)
  const name = member.name ?? member.role
  const { validFrom, validTo } = member
  if (doing === 'edit') {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <MemberForm member={member} onClose={() => setDoing(undefined)} />
      </Suspense>
    )
  }
  return (
    <>
      <div className="reference-head">
        <div>
          <h3 lang={member.name ? undefined : textLang}>{name}</h3>
          {(member.name || member.bodyId) && (
            <p className="soft">
              {member.name && <span lang={textLang}>{member.role}</span>}
              {member.name && member.bodyId && ', '}
              {member.bodyId && <BodyName id={member.bodyId} />}
            </p>
          )}
        </div>
        <div className="row screen-only" data-size="sm">
          {may(member, 'call') && (
            <Button variant="secondary" aria-label={w.callOf(name)} onClick={() => setDoing('call')}>
              {w.call}
            </Button>
          )}
          {may(member, 'edit') && (
            <Button variant="secondary" aria-label={w.editOf(name)} onClick={() => setDoing('edit')}>
              {w.edit}
            </Button>
          )}
        </div>
      </div>
      {member.competences && member.competences.length > 0 && (
        <p>
          {w.knows}: <span lang={textLang}>{member.competences.join(', ')}</span>
        </p>
      )}
      {member.note && (
        <p className="prose" lang={textLang}>
          {member.note}
        </p>
      )}
      {(validFrom || validTo) && (
        <p className="small soft tabular">
          {part.period(validFrom ? formatDay(validFrom, lang) : '', validTo ? formatDay(validTo, lang) : '')}
        </p>
      )}
      {doing === 'call' && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <CallingForm memberId={member.id} onClose={() => setDoing(undefined)} />
        </Suspense>
      )}
      <details onToggle={({ currentTarget }) => setFolded(!currentTarget.open)}>
        <summary>
          {w.callings} ({member.calledNow})
        </summary>
        {!folded && <Callings member={member} />}
      </details>
    </>
  )
}

function Callings({ member }: { member: ReferenceMember }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const found = useCallingsOfMember(member.id, true)
  const [editing, setEditing] = useState<string>()
  return (
    <Load of={found} lines={3}>
      {(callings) =>
        callings.length === 0 ? (
          <p className="soft">{w.noCallings}</p>
        ) : (
          <ul className="callings plain-list">
            {callings.map((calling) =>
              editing === calling.id ? (
                <li key={calling.id}>
                  <Suspense fallback={<Skeleton lines={4} />}>
                    <CallingForm memberId={member.id} calling={calling} onClose={() => setEditing(undefined)} />
                  </Suspense>
                </li>
              ) : (
                <li key={calling.id}>
                  <When calling={calling} />
                  <div>
                    <p>
                      <a href={to.activity(calling.activityId)} lang={langOf(calling.activity, lang)}>
                        {calling.activity.code} {calling.activity.title}
                      </a>
                    </p>
                    {calling.why && <p className="small soft">{calling.why}</p>}
                  </div>
                  {may(calling, 'edit') && (
                    <Button
                      variant="tertiary"
                      className="screen-only"
                      aria-label={w.editOf(`${calling.activity.code} ${calling.activity.title}`)}
                      onClick={() => setEditing(calling.id)}
                    >
                      {w.edit}
                    </Button>
                  )}
                </li>
              ),
            )}
          </ul>
        )
      }
    </Load>
  )
}

import { api, ask, done, ifMatch, may } from '../../../api/client'
import { ApiProblem } from '../../../api/problem'
import type { User, UserInput } from '../../../api/types'
import { formatInstant } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button } from '../../../ui/Button'
import { Ask } from '../../../ui/editing/Ask'
import { Part } from '../../../ui/Page'
import { isRecentSignInNeeded } from '../shared'
import { OutboxLink } from './OutboxLink'
import { inputOf } from './roles'
import { personWords, words } from './words'

export type ActionsProps = {
  person: User
  /** Asks for everything again and says what was done. */
  tell: (what: string) => Promise<void>
}

const replace = (person: User, change: Partial<UserInput>) =>
  ask(
    api.PUT('/users/{id}', {
      params: { path: { id: person.id }, header: ifMatch(person) },
      body: { ...inputOf(person), ...change },
    }),
  )

/** What may be done with an account; each by the link that allows it. */
export function AccountActions({ person, tell }: ActionsProps) {
  const p = useWords(personWords)
  if (!['edit', 'invite', 'resetFactors'].some((rel) => may(person, rel))) return null
  return (
    <Part title={p.accountTitle} id="konto">
      <div className="stack">
        {may(person, 'invite') && <Invitation person={person} tell={tell} />}
        <div className="row people-actions">
          {may(person, 'edit') && <Closing person={person} tell={tell} />}
          {may(person, 'edit') && !person.protected && <Protecting person={person} tell={tell} />}
          {may(person, 'resetFactors') && <Resetting person={person} tell={tell} />}
        </div>
      </div>
    </Part>
  )
}

function Invitation({ person, tell }: ActionsProps) {
  const w = useWords(words)
  const p = useWords(personWords)
  const lang = useLang()
  const { invitation } = person
  const sent = invitation && formatInstant(invitation.createdAt, lang)
  return (
    <>
      <p>
        {!invitation || !sent
          ? p.invitationNone
          : invitation.expired
            ? p.invitationOver(sent)
            : p.invitationOpen(sent, formatInstant(invitation.expiresAt, lang))}
      </p>
      {invitation && <OutboxLink />}
      <div>
        <Ask
          label={invitation ? p.sendAgain : p.sendNew}
          question={p.sendQuestion}
          confirm={p.sendYes}
          onConfirm={async () => {
            await done(api.POST('/users/{id}/invitations', { params: { path: { id: person.id } }, body: {} }))
            await tell(person.email ? w.sentTitle(person.email) : w.sentHidden)
          }}
        >
          <p>{p.sendText}</p>
        </Ask>
      </div>
    </>
  )
}

function Closing({ person, tell }: ActionsProps) {
  const p = useWords(personWords)
  const stale = useSayStale(tell)
  const { active } = person
  return (
    <Ask
      key={String(active)}
      label={active ? p.close : p.reopen}
      question={active ? p.closeQuestion : p.reopenQuestion}
      confirm={active ? p.closeYes : p.reopenYes}
      sayRefusal={stale}
      onConfirm={async () => {
        await replace(person, { active: !active })
        await tell(active ? p.closedSaid : p.reopenedSaid)
      }}
    >
      <p>{active ? p.closeText : p.reopenText}</p>
    </Ask>
  )
}

function Protecting({ person, tell }: ActionsProps) {
  const p = useWords(personWords)
  const stale = useSayStale(tell)
  return (
    <Ask
      label={p.protect}
      question={p.protectQuestion}
      confirm={p.protectYes}
      sayRefusal={stale}
      onConfirm={async () => {
        await replace(person, { protected: true })
        await tell(p.protectedSaid)
      }}
    >
      <p>{p.protectText}</p>
      <p>{p.protectOnly}</p>
    </Ask>
  )
}

function Resetting({ person, tell }: ActionsProps) {
  const p = useWords(personWords)
  const to = usePaths()
  return (
    <Ask
      label={p.reset}
      question={p.resetQuestion}
      confirm={p.resetYes}
      sayRefusal={(error) =>
        isRecentSignInNeeded(error) && (
          <>
            <p>{p.againText}</p>
            <p>
              <a href={to.signIn(to.person(person.id), 'igen')}>{p.againLink}</a>
            </p>
          </>
        )
      }
      onConfirm={async () => {
        await done(api.DELETE('/users/{id}/factors', { params: { path: { id: person.id } } }))
        await tell(p.resetSaid)
      }}
    >
      <p>{p.resetText}</p>
    </Ask>
  )
}

/** A page that is out of date is fetched again, so that the next try is about what now stands here. */
export function useSayStale(tell: ActionsProps['tell']) {
  const p = useWords(personWords)
  return (error: unknown) => {
    if (!(error instanceof ApiProblem && error.isStale)) return undefined
    return (
      <>
        <p>{p.changedMeanwhile}</p>
        <FetchAgain tell={tell} />
      </>
    )
  }
}

function FetchAgain({ tell }: Pick<ActionsProps, 'tell'>) {
  const p = useWords(personWords)
  return (
    <p>
      <Button variant="secondary" onClick={() => void tell('')}>
        {p.showNow}
      </Button>
    </p>
  )
}

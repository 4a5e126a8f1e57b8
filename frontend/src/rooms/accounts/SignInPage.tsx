import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import { signedIn, useSession } from '../../api/session'
import type { Session, SecondStep as Step } from '../../api/types'
import { useLang, useWords, wordsIn } from '../../lib/i18n'
import { safeReturn, usePaths } from '../../paths'
import { Load, Notice, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { SecondStep } from '../factors/shared'
import './entering/entering.css'
import { Federated } from './entering/Federated'
import { SignInForm } from './entering/SignInForm'
import { returnWords, words } from './entering/words'

/** `from` is where to go on to, `varfor` why one is asked, `fel` what a sign-in elsewhere led to. */
export default function SignInPage() {
  const w = useWords(words)
  const session = useSession()
  const to = usePaths()
  const params = new URLSearchParams(useSearch())
  const [second, setSecond] = useState<Step>()
  const again = params.get('varfor') === 'igen' && session.status === 'signedIn'
  if (session.status === 'signedIn' && !again) {
    return (
      <Page title={w.title} lead={<p>{w.already(session.user.name)}</p>}>
        <p>
          <a href={to.desk()}>{w.toDesk}</a>
        </p>
      </Page>
    )
  }
  const lead = again ? w.leadAgain : w.lead
  return (
    <Page title={again ? w.titleAgain : w.title} lead={second ? undefined : <p>{lead}</p>}>
      <Entering again={again} params={params} second={second} setSecond={setSecond} />
    </Page>
  )
}

type EnteringProps = {
  again: boolean
  params: URLSearchParams
  /** The second step, when the password was right and one is needed. */
  second: Step | undefined
  setSecond: (step: Step | undefined) => void
}

function Entering({ again, params, second, setSecond }: EnteringProps) {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const [, navigate] = useLocation()
  const [said, setSaid] = useState<string>()
  const methods = useQuery({
    queryKey: key('accounts', 'sign-in-methods'),
    queryFn: () => ask(api.GET('/sign-in-methods')),
    staleTime: 60_000,
  })
  const goal = safeReturn(params.get('from'), to.home())
  const enter = async (entered: Session) => {
    signedIn(entered)
    // Whose role is withheld until there is a second step is taken to where it is set up.
    const steps = await api.GET('/users/me/totp').catch(() => undefined)
    const next = steps?.data?.withheld ? to.account('tva-steg') : goal
    navigate(`~${next}`, { replace: true })
  }
  const taken = (answer: Session | Step) => {
    setSaid(undefined)
    if ('accessToken' in answer) return void enter(answer)
    setSecond(answer)
  }
  if (second) {
    return (
      <Suspense fallback={<Skeleton />}>
        <SecondStep
          step={second}
          onSession={taken}
          onOver={(reason) => {
            setSaid(reason)
            setSecond(undefined)
          }}
        />
      </Suspense>
    )
  }
  const ended = session.status === 'anonymous' && session.ended === true
  return (
    <>
      <Said params={params} ended={ended} over={said} />
      <Load of={methods} lines={3}>
        {({ local, passkeys, federated }) => (
          <div className="entering">
            {federated && <Federated name={federated.name} returnTo={goal} alone={!local} />}
            {local && (
              <SignInForm
                passkeys={passkeys}
                email={again && session.status === 'signedIn' ? session.user.email : ''}
                onAnswer={taken}
              />
            )}
            {!local && !federated && <Notice tone="attention">{w.noWay}</Notice>}
          </div>
        )}
      </Load>
    </>
  )
}

/** Why one is here, when there is something to say. */
function Said({ params, ended, over }: { params: URLSearchParams; ended: boolean; over?: string }) {
  const w = useWords(words)
  const lang = useLang()
  const code = params.get('fel')
  const returned = code ? (wordsIn(returnWords, lang) as Record<string, string>)[code] : undefined
  const chosen = params.get('varfor') === 'nytt-losenord'
  const text = over ?? (code ? (returned ?? w.noWay) : chosen ? w.chosen : ended ? w.ended : undefined)
  if (!text) return null
  return (
    <Notice tone={chosen && !over && !code ? 'calm' : 'attention'}>
      <p role="status">{text}</p>
    </Notice>
  )
}

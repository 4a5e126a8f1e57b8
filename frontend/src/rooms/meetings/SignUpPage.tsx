import { lazy, Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load, Notice, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { Missing } from './Missing'
import './meetings.css'
import { useMeeting, usePlaces } from './queries'
import { whenOf } from './when'
import { words } from './words'

const SignUpForm = lazy(() => import('./signup/SignUpForm'))

/** Signing up to an open forum: when and where, then three fields. */
export default function SignUpPage() {
  const { meeting = '' } = useParams()
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const id = decodeURIComponent(meeting)
  const found = useMeeting(id, () => false)
  const places = usePlaces(id)
  const [receipt, setReceipt] = useState<string>()
  return (
    <Load of={found} missing={<Missing />} lines={6}>
      {(one) => (
        <Page
          title={w.signUpTo(one.title)}
          kicker={<a href={to.meeting(one.id)}>{w.toMeeting}</a>}
          lead={
            <>
              <p>{whenOf(one, lang)}</p>
              {one.place && <p className="soft">{one.place}</p>}
            </>
          }
        >
          <div role="status">
            {receipt && (
              <Notice>
                <p>
                  <strong>{w.signedUpTitle}</strong>
                </p>
                <p>{receipt}</p>
              </Notice>
            )}
          </div>
          {!receipt && (
            <Load of={places} missing={<Closed text={w.signUpClosed} />} lines={4}>
              {(now) =>
                may(now, 'signUp') ? (
                  <>
                    <p className="prose">
                      {w.signUpText} {now.closesOn && w.signUpBy(formatDay(now.closesOn, lang))}
                    </p>
                    <Suspense fallback={<Skeleton lines={5} />}>
                      <SignUpForm
                        meetingId={one.id}
                        maxSeats={now.maxSeats}
                        onDone={(comes) => setReceipt(comes ? w.receiptComes : w.signedUpText)}
                      />
                    </Suspense>
                  </>
                ) : (
                  <Closed text={now.isFull ? w.signUpFull : w.signUpClosed} />
                )
              }
            </Load>
          )}
        </Page>
      )}
    </Load>
  )
}

function Closed({ text }: { text: string }) {
  return (
    <Notice>
      <p>{text}</p>
    </Notice>
  )
}

import { useQuery } from '@tanstack/react-query'
import { api, ask, may } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Page } from '../../ui/Page'
import { deskWords, words } from './words'
import './desk.css'

/** Where somebody who works with the plan begins: only the ways that their roles open. */
export default function DeskPage() {
  const w = useWords(words)
  const d = useWords(deskWords)
  const to = usePaths()
  const session = useSession()
  const info = useQuery({
    queryKey: ['api-info'],
    queryFn: () => ask(api.GET('/api-info')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const me = session.status === 'signedIn' ? session.user : undefined
  const ways = [
    { name: 'activities', href: to.activities(), open: true },
    { name: 'account', href: to.account(), open: true },
    { name: 'steering', href: to.steering(), open: may(me, 'steeringItems') },
    { name: 'decisions', href: to.decisions(), open: true },
    { name: 'mandates', href: to.mandates(), open: may(me, 'councilMembers') },
    { name: 'meetings', href: to.meetings(), open: may(me, 'councilTopics') },
    { name: 'questions', href: to.questions(), open: may(me, 'councilQuestions') },
    { name: 'communications', href: to.communications(), open: may(me, 'communications') },
    { name: 'surveys', href: to.surveys(), open: true },
    { name: 'competences', href: to.competences(), open: true },
    { name: 'references', href: to.references(), open: true },
    { name: 'contactPersons', href: to.contactPersons(), open: true },
    { name: 'people', href: to.people(), open: may(me, 'users') },
    { name: 'systems', href: to.apiClients(), open: may(me, 'apiClients') },
    { name: 'traces', href: to.traces(), open: may(me, 'auditEvents') },
    { name: 'retention', href: to.retention(), open: may(me, 'retentionRules') },
    { name: 'rights', href: to.rights(), open: true },
    { name: 'outbox', href: to.outbox(), open: info.data?.isDemo === true },
  ] as const
  return (
    <Page title={w.deskTitle} lead={<p>{w.deskLead}</p>} staff>
      <ul className="desk plain-list">
        {ways
          .filter(({ open }) => open)
          .map(({ name, href }) => (
            <li key={name}>
              <a href={href}>{d[name]}</a>
              <p className="soft">{d[`${name}Text`]}</p>
            </li>
          ))}
      </ul>
    </Page>
  )
}

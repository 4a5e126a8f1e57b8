import type { AccessRules } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import { columnsOf, type Reach, reachOf, rightsOf } from './arrange'
import { useAccessRules } from './queries'
import './rights.css'
import { reachLeads, reachWords, roleTexts, words } from './words'

/** The policy as a page: made of the same rules that the server follows, so that it cannot say anything else. */
export default function RightsPage() {
  const w = useWords(words)
  const to = usePaths()
  const rules = useAccessRules()
  return (
    <Page title={w.title} kicker={<a href={to.about()}>{w.about}</a>} lead={<p>{w.lead}</p>} actions={<PrintButton />}>
      <p className="rights-text">{w.several}</p>
      <Load of={rules} lines={10}>
        {(all) => (
          <>
            <Matrix all={all} />
            <Roles all={all} />
            <Keys all={all} />
          </>
        )}
      </Load>
    </Page>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Matrix({ all }: { all: AccessRules }) {
  const w = useWords(words)
  const lang = useLang()
  const columns: Column<AccessRules['rules'][number]>[] = [
    { key: 'action', head: w.may, rowHead: true, cell: (rule) => rule[lang] },
    ...columnsOf(all).map((roles) => ({
      key: roles.map(({ role }) => role).join(),
      head: capital(roles.map((role) => role[lang]).join(', ')),
      cell: (rule: AccessRules['rules'][number]) => <Cell reach={reachOf(rule, roles[0]?.role ?? '')} />,
    })),
  ]
  return (
    <Part title={w.matrix} id="tabell" aside={<span className="soft small">{w.matrixHelp}</span>}>
      <div className="rights-matrix">
        <Table caption={w.caption} columns={columns} rows={all.rules} rowKey={({ action }) => action} stack />
      </div>
      <p className="soft small rights-legend">{w.reaches}</p>
    </Part>
  )
}

/** The reach by shape and word: all of a circle, half of it, a ring. */
function Cell({ reach }: { reach: Reach | undefined }) {
  const say = useWords(reachWords)
  if (!reach) return null
  return (
    <span className="rights-reach">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <circle
          cx="6"
          cy="6"
          r="5"
          fill={reach === 'everywhere' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {reach === 'ownTree' && <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />}
      </svg>
      {say[reach]}
    </span>
  )
}

function Roles({ all }: { all: AccessRules }) {
  const w = useWords(words)
  const leads = useWords(reachLeads)
  const texts = useWords(roleTexts) as Record<string, string>
  const lang = useLang()
  return (
    <Part title={w.roles} id="roller">
      <div className="rights-roles">
        {all.roles.map((role) => {
          const rights = rightsOf(all.rules, role.role)
          return (
            <section key={role.role} className="rights-role">
              <h3 id={role.role}>{capital(role[lang])}</h3>
              <p>
                {texts[role.role]} {role.holdsForBody && w.forBody}
              </p>
              {rights.length === 0 && <p>{w.onlyPublished}</p>}
              {rights.map(([reach, rules]) => (
                <p key={reach}>
                  <strong>{leads[reach]}:</strong> {rules.map((rule) => rule[lang]).join('; ')}.
                </p>
              ))}
            </section>
          )
        })}
      </div>
    </Part>
  )
}

function Keys({ all }: { all: AccessRules }) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <Part title={w.keys} id="nycklar">
      <p className="rights-text">{w.keysLead}</p>
      <dl className="facts">
        {all.scopes.map((scope) => (
          <div key={scope.scope}>
            <dt>
              <code>{scope.scope}</code>
            </dt>
            <dd>{scope[lang]}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

import type { Activity, Body } from '../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Mark } from '../../ui/StatusMark'
import { stateWords } from '../../ui/words'
import { usePlanActivities } from '../activities/queries'
import { usePlan } from '../plans/queries'
import './boards.css'
import { answeredBy } from './part'
import { type Bodies, useBodies } from './queries'
import { kindWords, words } from './words'

export default function ListPage() {
  const w = useWords(words)
  const bodies = useBodies()
  const plan = usePlan()
  const activities = usePlanActivities(plan.data?.id)
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <Load of={bodies}>{(found) => <Groups bodies={found} activities={activities.data ?? []} />}</Load>
    </Page>
  )
}

function Groups({ bodies, activities }: { bodies: Bodies; activities: Activity[] }) {
  const w = useWords(words)
  const own = (body: Body) => answeredBy(activities, body.id)
  const answering = bodies.all.filter((body) => own(body).length > 0)
  const rest = bodies.all.filter((body) => own(body).length === 0)
  const first = inOrder(answering)
  const groups = [
    { title: w.answering, bodies: first },
    { title: w.others, bodies: inOrder(rest.filter((body) => body.kind !== 'outsideBody')) },
    { title: w.partners, bodies: rest.filter((body) => body.kind === 'outsideBody') },
  ]
  return groups
    .filter((group) => group.bodies.length > 0)
    .map((group) => (
      <Part key={group.title} title={group.title}>
        {group.bodies === first ? (
          <ul className="plain-list">
            {group.bodies.map((body) => (
              <BodyRow key={body.id} body={body} activities={own(body)} />
            ))}
          </ul>
        ) : (
          <ul className="boards-others plain-list">
            {group.bodies.map((body) => (
              <BodyLine key={body.id} body={body} />
            ))}
          </ul>
        )}
      </Part>
    ))
}

const kinds = Object.keys(kindWords)
const inOrder = (bodies: Body[]) => bodies.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))

function BodyLine({ body }: { body: Body }) {
  const lang = useLang()
  const to = usePaths()
  const w = useWords(words)
  return (
    <li>
      <a href={to.board(body.key)} lang={nameLang(body, lang)}>
        {nameOf(body, lang)}
      </a>
      {!body.inForce && <span className="small soft"> {w.notInForce}</span>}
    </li>
  )
}

function BodyRow({ body, activities }: { body: Body; activities: Activity[] }) {
  const lang = useLang()
  const to = usePaths()
  const w = useWords(words)
  const kind = useWords(kindWords)
  const say = useWords(stateWords)
  return (
    <li className="boards-row">
      <div>
        <a className="boards-name" href={to.board(body.key)} lang={nameLang(body, lang)}>
          {nameOf(body, lang)}
        </a>
        <p className="small soft">{kind[body.kind]}</p>
      </div>
      {activities.length > 0 && (
        <div className="boards-marks">
          <span className="boards-mark-row">
            {activities.map((activity) => (
              <span key={activity.id} title={`${activity.code} ${activity.title}: ${say[activity.status]}`}>
                <Mark state={activity.status} />
              </span>
            ))}
          </span>
          <span className="small soft nowrap">{w.activities(activities.length)}</span>
        </div>
      )}
    </li>
  )
}

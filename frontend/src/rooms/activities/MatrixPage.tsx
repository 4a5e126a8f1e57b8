import { useQuery } from '@tanstack/react-query'
import { api, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { Activity, Body, MatrixCell, ViolenceArea } from '../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { breakable } from '../../lib/names'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Mark, stateOrder } from '../../ui/StatusMark'
import { PrintButton } from '../../ui/small'
import { useBodies } from '../boards/queries'
import { usePlan, useViolenceAreas } from '../plans/queries'
import './activities.css'
import { usePlanActivities } from './queries'
import { words } from './words'

export default function MatrixPage() {
  const w = useWords(words)
  const plan = usePlan()
  const planId = plan.data?.id
  const cells = useQuery({
    queryKey: key('plan', 'matrix', planId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/plans/{id}/matrix-cells', { params: { path: { id: planId ?? '' }, query: { page, limit } } }),
      ),
    enabled: planId !== undefined,
  })
  const bodies = useBodies()
  const areas = useViolenceAreas()
  const activities = usePlanActivities(planId)
  const all = {
    data:
      cells.data && bodies.data && areas.data && activities.data
        ? { cells: cells.data, bodies: bodies.data.all, areas: areas.data, activities: activities.data }
        : undefined,
    error: plan.error ?? cells.error ?? bodies.error ?? areas.error ?? activities.error,
    refetch: () => Promise.all([cells.refetch(), bodies.refetch(), areas.refetch()]),
  }
  return (
    <Page title={w.matrixTitle} lead={<p>{w.matrixLead}</p>} actions={<PrintButton />}>
      <Load of={all} lines={8}>
        {(data) => (
          <>
            <Matrix {...data} />
            <Legend />
          </>
        )}
      </Load>
    </Page>
  )
}

type Props = { cells: MatrixCell[]; bodies: Body[]; areas: ViolenceArea[]; activities: Activity[] }

const order: Body['kind'][] = ['executiveBoard', 'board', 'municipalCompany']
const rank = (body: Body): number => (order.includes(body.kind) ? order.indexOf(body.kind) : order.length)

/** Those who answer for something, and boards that ought to: an empty column is the point of the page. */
function columnsOf(bodies: Body[], activities: Activity[]): Body[] {
  const answering = new Set(
    activities.flatMap(({ answerable }) =>
      answerable.filter(({ role }) => role === 'answerable').map(({ bodyId }) => bodyId),
    ),
  )
  return bodies
    .filter((body) => answering.has(body.id) || (body.inForce && order.slice(0, 2).includes(body.kind)))
    .sort((a, b) => rank(a) - rank(b))
}

function Matrix({ cells, bodies, areas, activities }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const columns = columnsOf(bodies, activities)
  const nobody = cells.some((cell) => !cell.bodyId)
  const cellOf = (areaId: string | undefined, bodyId: string | undefined) =>
    cells.find((cell) => (cell.violenceAreaId || undefined) === areaId && (cell.bodyId || undefined) === bodyId)
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  if (columns.length === 0) return <EmptyState title={w.noAnswers} />
  const rows: { area?: ViolenceArea }[] = [...areas.map((area) => ({ area })), {}]
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="matrix-frame" tabIndex={0} role="region" aria-label={w.matrixCaption}>
      <table className="matrix">
        <caption className="visually-hidden">{w.matrixCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.area}</th>
            {columns.map((body) => (
              <th key={body.id} scope="col" lang={nameLang(body, lang)}>
                {breakable(nameOf(body, lang))}
              </th>
            ))}
            {nobody && <th scope="col">{w.nobodyAnswers}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area }) => (
            <tr key={area?.id ?? ''} className={area ? undefined : 'matrix-unclassified'}>
              <th scope="row" lang={area && nameLang(area, lang)}>
                {area ? nameOf(area, lang) : w.notClassified}
                {!area && <span className="soft">{w.notClassifiedHelp}</span>}
              </th>
              {[...columns, ...(nobody ? [undefined] : [])].map((body) => (
                <td key={body?.id ?? ''}>
                  <Cell cell={cellOf(area?.id, body?.id)} area={area} body={body} byId={byId} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = {
  cell: MatrixCell | undefined
  area: ViolenceArea | undefined
  body: Body | undefined
  byId: Map<string, Activity>
}

function Cell({ cell, area, body, byId }: CellProps) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  if (!cell || cell.count === 0) return <span className="matrix-none">{w.noActivity}</span>
  // A part of an activity that stands in the same cell is not counted beside it.
  const found = cell.activityIds
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ parentId }) => !parentId || !cell.activityIds.includes(parentId))
  const count = found.length || cell.count
  const states = found.map(({ status }) => status).sort((a, b) => stateOrder.indexOf(a) - stateOrder.indexOf(b))
  const [only] = found
  // The list cannot ask for what is not classified; a single activity is opened directly.
  const href = count === 1 && only ? to.activity(only.code) : to.activities({ namnd: body?.key, omrade: area?.key })
  const areaName = area ? nameOf(area, lang) : w.notClassified
  const bodyName = body ? nameOf(body, lang) : w.nobodyAnswers
  return (
    <a className="matrix-some" href={href} aria-label={w.cellLabel(w.found(count), areaName, bodyName)}>
      <span className="matrix-count tabular">{count}</span>
      <span className="matrix-marks">
        {states.map((state, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks of equal states are all alike
          <Mark key={place} state={state} />
        ))}
      </span>
    </a>
  )
}

function Legend() {
  const w = useWords(words)
  return (
    <Part title={w.legend} id="forklaring">
      <ul className="matrix-legend plain-list">
        <li>
          <span className="matrix-sample">
            <span className="matrix-count">3</span>
          </span>
          {w.legendSome}
        </li>
        <li>
          <span className="matrix-sample matrix-none" />
          {w.legendNone}
        </li>
        <li>
          <span className="matrix-sample matrix-sample-unclassified" />
          {w.legendNotClassified}
        </li>
      </ul>
    </Part>
  )
}

import { lazy, Suspense } from 'react'
import { useParams, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { Survey, SurveyCoverage } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { ViewSwitch } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import { useSurvey } from '../surveys/queries'
import './invitations.css'
import { useCoverage } from './queries'
import { stateWords, words } from './words'

const Letters = lazy(() => import('./edit/Letters'))
const StaffLetters = lazy(() => import('./edit/StaffLetters'))
const CodeSheetForm = lazy(() => import('./edit/CodeSheetForm'))

type BodyLine = SurveyCoverage['bodies'][number]
type GroupLine = SurveyCoverage['groups'][number]

/** How far a round has come: units by name, groups of employees in tens, and codes to hand out. */
export default function CoveragePage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  const coverage = useCoverage(survey)
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle} staff>
          <EmptyState title={w.missingTitle} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(round) => (
        <Load of={coverage} lines={8}>
          {(found) => <Whole round={round} coverage={found} />}
        </Load>
      )}
    </Load>
  )
}

function Whole({ round, coverage }: { round: Survey; coverage: SurveyCoverage }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  return (
    <Page title={w.title} kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>} staff>
      {round.answering === 'unit' ? (
        <Units roundId={round.id} bodies={coverage.bodies} />
      ) : (
        <Groups round={round} coverage={coverage} />
      )}
      {(may(coverage, 'invite') || may(coverage, 'remind')) && (
        <Part title={w.letters} id="brev">
          <Suspense fallback={<Skeleton lines={3} />}>
            <Letters coverage={coverage} />
          </Suspense>
        </Part>
      )}
      {may(coverage, 'writeToStaff') && (
        <Part title={w.staffLetters} id="brev">
          <p className="prose coverage-told">{w.staffLettersText}</p>
          <Suspense fallback={<Skeleton lines={3} />}>
            <StaffLetters round={round} groups={coverage.groups} />
          </Suspense>
        </Part>
      )}
      {may(coverage, 'makeCodeSheet') && (
        <Part title={w.sheets} id="koder">
          <p className="prose coverage-told">{w.sheetsText}</p>
          <Suspense fallback={<Skeleton lines={3} />}>
            <CodeSheetForm round={round} groups={coverage.groups} />
          </Suspense>
        </Part>
      )}
    </Page>
  )
}

function Units({ roundId, bodies }: { roundId: string; bodies: BodyLine[] }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  const missing = new URLSearchParams(useSearch()).get('visa') === 'saknade'
  const depth = depths(bodies)
  const tops = bodies.filter(({ parentId }) => !parentId)
  const sum = (field: 'asked' | 'signed') => tops.reduce((all, body) => all + body[field], 0)
  const shown = missing ? bodies.filter(({ asked, signed }) => signed < asked) : bodies
  const columns: Column<BodyLine>[] = [
    {
      key: 'body',
      head: w.body,
      rowHead: true,
      cell: (body) => (
        <span className="coverage-name" style={{ '--depth': depth.get(body.bodyId) } as React.CSSProperties}>
          {nameOf(body, lang)}
        </span>
      ),
    },
    {
      key: 'state',
      head: w.state,
      cell: ({ kind, state }) => (state ? say[state] : kind === 'unit' ? w.notBegun : ''),
    },
    { key: 'signed', head: w.signed, numeric: true, cell: ({ signed }) => signed },
    { key: 'begun', head: w.begun, numeric: true, cell: ({ begun }) => begun },
    { key: 'asked', head: w.asked, numeric: true, cell: ({ asked }) => asked },
  ]
  return (
    <Part title={w.units}>
      <p>{w.unitsSigned(sum('signed'), sum('asked'))}</p>
      <div className="coverage-choice">
        <ViewSwitch
          label={w.show}
          views={[
            { href: to.surveyCoverage(roundId), label: w.allUnits, current: !missing },
            { href: to.surveyCoverage(roundId, { visa: 'saknade' }), label: w.onlyMissing, current: missing },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <p role="status">{w.nobodyMissing}</p>
      ) : (
        <Table caption={w.units} columns={columns} rows={shown} rowKey={({ bodyId }) => bodyId} stack />
      )}
    </Part>
  )
}

/** How deep each body lies; a body stands after the one that it lies under. */
function depths(bodies: BodyLine[]): Map<string, number> {
  const depth = new Map<string, number>()
  for (const { bodyId, parentId } of bodies) depth.set(bodyId, parentId ? (depth.get(parentId) ?? 0) + 1 : 0)
  return depth
}

function Groups({ round, coverage }: { round: Survey; coverage: SurveyCoverage }) {
  const w = useWords(words)
  const lang = useLang()
  const columns: Column<GroupLine>[] = [
    { key: 'name', head: w.group, rowHead: true, cell: (group) => nameOf(group, lang) },
    { key: 'size', head: w.size, numeric: true, cell: ({ size }) => size.toLocaleString(lang) },
    {
      key: 'answered',
      head: w.answered,
      numeric: true,
      cell: ({ answered }) => (answered !== null ? w.atLeast(answered) : coverage.asOf ? w.hidden : w.notCounted),
    },
  ]
  return (
    <Part title={w.groups}>
      <p className="prose coverage-told">
        {w.groupsText(round.minGroup)} {coverage.asOf ? w.asOf(formatDay(coverage.asOf, lang)) : w.neverCounted}
      </p>
      <Table caption={w.groups} columns={columns} rows={coverage.groups} rowKey={({ groupId }) => groupId} stack />
    </Part>
  )
}

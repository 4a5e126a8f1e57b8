import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearch } from 'wouter'
import { api, ask, may, newIdempotencyKey } from '../../api/client'
import { refresh } from '../../api/keys'
import { sayProblem } from '../../api/problem'
import type { Survey, UnitToAnswer } from '../../api/types'
import { go } from '../../lib/guardedLocation'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { ViewSwitch } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import { useSurvey } from '../surveys/queries'
import { useUnits } from './queries'
import { stateWords, words } from './words'

/** The units that one answers for in a round: begin, go on, or read what was signed. */
export default function UnitsPage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  const units = useUnits(survey)
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle} staff>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(round) => (
        <Load of={units} lines={6}>
          {(all) => <Whole round={round} units={all} />}
        </Load>
      )}
    </Load>
  )
}

const stages = ['notBegun', 'draft', 'signed', 'reopened'] as const
const stageOf = ({ state }: UnitToAnswer) => state ?? 'notBegun'

function Whole({ round, units }: { round: Survey; units: UnitToAnswer[] }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  const chosen = new URLSearchParams(useSearch()).get('lage')
  const stage = stages.find((one) => one === chosen)
  const shown = units.filter((unit) => !stage || stageOf(unit) === stage)
  const inStage = (one: (typeof stages)[number]) => units.filter((unit) => stageOf(unit) === one).length
  const name = ({ unitNames }: UnitToAnswer) => textOf(unitNames.sv, unitNames.en, lang)
  const columns: Column<UnitToAnswer>[] = [
    { key: 'unit', head: w.unit, rowHead: true, cell: name },
    { key: 'state', head: w.state, cell: ({ state }) => (state ? say[state] : w.notBegun) },
    {
      key: 'do',
      head: w.doWhat,
      cell: (unit) =>
        unit.responseId ? (
          <a href={to.unitResponse(round.id, unit.responseId)} aria-label={w.toAnswerOf(name(unit))}>
            {w.toAnswer}
          </a>
        ) : (
          may(unit, 'start') && <Begin round={round} unitId={unit.unitId} label={w.beginFor(name(unit))} />
        ),
    },
  ]
  return (
    <Page
      title={w.unitsTitle}
      kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
      lead={<p>{w.unitsLead}</p>}
      staff
    >
      {units.length === 0 ? (
        <EmptyState title={w.noUnitsTitle}>{w.noUnitsText}</EmptyState>
      ) : (
        <>
          <ViewSwitch
            label={w.state}
            views={[
              { href: to.surveyUnits(round.id), label: w.stage(w.allStages, units.length), current: !stage },
              ...stages
                .filter((one) => inStage(one) > 0)
                .map((one) => ({
                  href: to.surveyUnits(round.id, { lage: one }),
                  label: w.stage(one === 'notBegun' ? w.notBegun : say[one], inStage(one)),
                  current: one === stage,
                })),
            ]}
          />
          <Table caption={w.unitsTitle} columns={columns} rows={shown} rowKey={({ unitId }) => unitId} stack />
        </>
      )}
    </Page>
  )
}

function Begin({ round, unitId, label }: { round: Survey; unitId: string; label: string }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const queries = useQueryClient()
  const [idem] = useState(newIdempotencyKey)
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/surveys/{id}/responses', {
          params: { path: { id: round.id }, header: { 'Idempotency-Key': idem } },
          body: { unitId },
        }),
      ),
    onSuccess: async (made) => {
      await refresh(queries, 'surveys')
      go(to.unitResponse(round.id, made.id))
    },
  })
  return (
    <>
      <Button
        variant="secondary"
        aria-label={label}
        aria-disabled={begin.isPending || undefined}
        onClick={() => !begin.isPending && begin.mutate()}
        data-size="sm"
      >
        {w.begin}
      </Button>
      {begin.error && <p role="alert">{sayProblem(begin.error, lang)}</p>}
    </>
  )
}

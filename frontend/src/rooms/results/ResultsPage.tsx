import type { ReactNode } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { SurveyResults } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { PrintButton, ViewSwitch } from '../../ui/small'
import { useAnalyses } from '../compilations/queries'
import { Analysis } from '../compilations/shared'
import { useSurveyQuestions } from '../surveys/queries'
import { Chart } from './Chart'
import { Corrections } from './Corrections'
import { drawnOf } from './drawn'
import { useResults } from './queries'
import './results.css'
import { SharesTable } from './SharesTable'
import type { Drawn } from './shares'
import { words } from './words'

type Address = { efter?: string; mot?: string; form?: string }

/** What a published round of staff told: as a chart or in figures, one breakdown at a time, beside an earlier round. */
export default function ResultsPage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  const params = new URLSearchParams(useSearch())
  const address: Address = {
    efter: params.get('efter') ?? undefined,
    mot: params.get('mot') ?? undefined,
    form: params.get('form') ?? undefined,
  }
  return (
    <Load
      of={useResults(survey, address.mot)}
      lines={10}
      missing={
        <Page title={w.missingTitle}>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(results) => <Whole of={results} address={address} />}
    </Load>
  )
}

function Whole({ of, address }: { of: SurveyResults; address: Address }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const dimension = of.dimensionNames.find(({ key }) => key === address.efter)?.key ?? null
  const asked = useSurveyQuestions(of.surveyId).data
  const analyses = useAnalyses(of.surveyId)
  const asTable = address.form === 'tabell'
  const drawn = drawnOf(of, dimension, lang, w, (day) => day.slice(0, 4), asked)
  const hrefOf = (form?: string) => to.surveyResults(of.surveyId, { ...address, form })
  return (
    <Page
      title={textOf(of.titleSv, of.titleEn, lang)}
      kicker={
        <>
          {w.title} · <a href={to.survey(of.surveyId)}>{w.aboutRound}</a>
        </>
      }
      lead={<p>{of.n === null ? w.tooFew : `${formatDay(of.closedOn, lang)}, ${w.about(w.answers(of.n))}.`}</p>}
      actions={<PrintButton />}
    >
      {of.n !== null && (
        <>
          <Choosing of={of} address={address} />
          <ViewSwitch
            label={w.form}
            views={[
              { href: hrefOf(), label: w.chart, current: !asTable },
              { href: hrefOf('tabell'), label: w.table, current: asTable },
            ]}
          />
          {drawn.map((question, at) => (
            <Question key={question.key} drawn={question} asTable={asTable}>
              {/* Of a matrix it stands once, at its first row. */}
              {question.question !== drawn[at - 1]?.question && (
                <Analysis
                  surveyId={of.surveyId}
                  questionKey={question.question}
                  text={question.text}
                  analysis={analyses.data?.find(({ questionKey }) => questionKey === question.question)}
                  writes={may(of, 'analyse')}
                />
              )}
            </Question>
          ))}
        </>
      )}
      {asked?.some(({ type }) => type === 'shortText' || type === 'longText') && (
        <p>
          <a href={to.surveyTexts(of.surveyId)}>{w.ownWords}</a>
        </p>
      )}
      <Corrections of={of} />
      <How least={of.minGroup} />
      <p className="screen-only">
        <a href={to.surveyResultsTable(of.surveyId)}>{w.file}</a>. {w.free}
      </p>
    </Page>
  )
}

function Question({ drawn, asTable, children }: { drawn: Drawn; asTable: boolean; children: ReactNode }) {
  const w = useWords(words)
  const lang = useLang()
  const means = drawn.lines.flatMap(({ name, mean }) =>
    mean === undefined ? [] : [`${name} ${mean.toLocaleString(lang, { minimumFractionDigits: 1 })}`],
  )
  const isHidden = drawn.lines.some(({ shares }) => !shares)
  return (
    <Part title={drawn.text}>
      {asTable ? <SharesTable drawn={drawn} /> : <Chart drawn={drawn} />}
      {!asTable && means.length > 0 && (
        <p className="soft small">
          {w.mean}: {means.join(', ')}.
        </p>
      )}
      {isHidden && <p className="soft small">{w.someHidden}</p>}
      {children}
    </Part>
  )
}

function Choosing({ of, address }: { of: SurveyResults; address: Address }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [, navigate] = useLocation()
  const follows = of._links.follows?.href.split('/').pop()
  const choose = (change: Address) =>
    navigate(`~${to.surveyResults(of.surveyId, { ...address, ...change })}`, { replace: true })
  return (
    <form className="results-choices screen-only" data-size="sm">
      {of.dimensionNames.length > 0 && (
        <SelectField
          label={w.per}
          empty={w.whole}
          value={address.efter ?? ''}
          onChange={({ target }) => choose({ efter: target.value || undefined })}
          options={of.dimensionNames.map(({ key, nameSv, nameEn }) => ({
            value: key,
            label: textOf(nameSv, nameEn, lang),
          }))}
        />
      )}
      {follows && (
        <SelectField
          label={w.compare}
          empty={w.noComparison}
          value={address.mot ?? ''}
          onChange={({ target }) => choose({ mot: target.value || undefined })}
          options={[{ value: follows, label: w.roundBefore }]}
        />
      )}
    </form>
  )
}

/** How to read it, in plain words, on the page itself: nobody looks for a manual. */
function How({ least }: { least: number }) {
  const w = useWords(words)
  return (
    <Part title={w.howTitle} id="sa-laser-du">
      <ul className="prose">
        <li>{w.howBands}</li>
        <li>{w.howRounded}</li>
        <li>{w.howHidden(least)}</li>
        <li>{w.howMean}</li>
      </ul>
    </Part>
  )
}

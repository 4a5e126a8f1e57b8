import { lazy, Suspense, useRef } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { FreeText, Survey, SurveyQuestion } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { Pager } from '../../ui/Table'
import { useSurvey, useSurveyQuestions } from '../surveys/queries'
import { useTexts } from './queries'
import './texts.css'
import { words } from './textWords'

const ReadText = lazy(() => import('./edit/ReadText'))

const states = ['waiting', 'allowed', 'withheld'] as const
type Address = { fraga?: string; visa?: string; sida?: string }

/** What employees wrote: for whoever reads it first one text at a time, for everybody once it is published. */
export default function TextsPage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  const questions = useSurveyQuestions(survey)
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle}>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(round) => <Load of={questions}>{(all) => <Whole round={round} questions={all} />}</Load>}
    </Load>
  )
}

function Whole({ round, questions }: { round: Survey; questions: SurveyQuestion[] }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [, navigate] = useLocation()
  const params = new URLSearchParams(useSearch())
  const reads = may(round, 'freeTexts') && round.state === 'closed'
  const address: Address = { fraga: params.get('fraga') ?? undefined, visa: params.get('visa') ?? undefined }
  const shown = states.find((state) => state === address.visa) ?? 'waiting'
  const written = questions.filter(({ type }) => type === 'shortText' || type === 'longText')
  const found = useTexts(round.id, {
    question: address.fraga,
    state: reads ? shown : undefined,
    page: Number(params.get('sida')) || 1,
  })
  const list = useRef<HTMLParagraphElement>(null)
  const hrefOf = (change: Address) => to.surveyTexts(round.id, { ...address, ...change })
  const choose = (change: Address) => navigate(`~${hrefOf(change)}`, { replace: true })
  return (
    <Page
      title={w.title}
      kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
      lead={<p>{reads ? w.leadReading : w.lead}</p>}
    >
      <form className="row screen-only" data-size="sm">
        {written.length > 1 && (
          <SelectField
            label={w.question}
            empty={w.allQuestions}
            value={address.fraga ?? ''}
            onChange={({ target }) => choose({ fraga: target.value || undefined })}
            options={written.map(({ key, textSv, textEn }) => ({ value: key, label: textOf(textSv, textEn, lang) }))}
          />
        )}
        {reads && (
          <SelectField
            label={w.show}
            value={shown}
            onChange={({ target }) => choose({ visa: target.value })}
            options={states.map((state) => ({ value: state, label: w[state] }))}
          />
        )}
      </form>
      <Load
        of={found}
        lines={8}
        missing={<EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />}
      >
        {({ items, _meta }) => (
          <>
            <p role="status" className="soft" ref={list} tabIndex={-1}>
              {reads && shown === 'waiting' ? w.left(w.texts(_meta.totalRecords)) : w.texts(_meta.totalRecords)}
            </p>
            {items.length === 0 && (
              <EmptyState
                title={!reads ? w.noneTold : shown === 'waiting' ? w.allRead : w.none}
                action={<a href={to.survey(round.id)}>{w.toRound}</a>}
              />
            )}
            <Texts
              of={items}
              from={(_meta.page - 1) * _meta.limit}
              round={round}
              questions={written}
              onRead={() => list.current?.focus()}
            />
            <Pager {..._meta} total={_meta.totalRecords} hrefOf={(at) => hrefOf({ sida: String(at) })} />
          </>
        )}
      </Load>
    </Page>
  )
}

type TextsProps = { of: FreeText[]; from: number; round: Survey; questions: SurveyQuestion[]; onRead: () => void }

/** The texts under their question and group, as they come. */
function Texts({ of, from, round, questions, onRead }: TextsProps) {
  const w = useWords(words)
  const lang = useLang()
  const groups = new Map(round.groups.map(({ key, nameSv, nameEn }) => [key, textOf(nameSv, nameEn, lang)]))
  return of.map((text, i) => {
    const before = of[i - 1]
    const asked = questions.find(({ key }) => key === text.questionKey)
    const isNew = before?.questionKey !== text.questionKey
    const who = text.group === '' ? w.everyone : (groups.get(text.group.replace(/\/?other$/, '')) ?? text.group)
    return (
      <section key={text.id} className="free-text" aria-label={w.nth(from + i + 1)}>
        {isNew && <h2>{asked ? textOf(asked.textSv, asked.textEn, lang) : text.questionKey}</h2>}
        {(isNew || before?.group !== text.group) && <h3>{who}</h3>}
        {may(text, 'edit') ? (
          <Suspense fallback={<p className="free-text-words">{text.text}</p>}>
            <ReadText surveyId={round.id} text={text} onRead={onRead} />
          </Suspense>
        ) : (
          <p className="free-text-words">{text.text}</p>
        )}
      </section>
    )
  })
}

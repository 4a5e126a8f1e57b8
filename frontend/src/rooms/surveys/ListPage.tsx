import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { Survey } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { useSurveys } from './queries'
import './surveys.css'
import { stateWords, words } from './words'

/** The rounds of the mapping: what can be answered now, what has been told, and drafts for those who write them. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const makes = session.status === 'signedIn' && may(session.user, 'newSurvey')
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={makes && <a href={to.newSurvey()}>{w.newRound}</a>}>
      <Load of={useSurveys()} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState>
          ) : (
            <>
              <Some id="pagar" title={w.current} rounds={all.filter(({ state }) => state === 'open')} />
              <Some
                id="tidigare"
                title={w.earlier}
                rounds={all.filter(({ state }) => state === 'closed' || state === 'published')}
              />
              <Some id="utkast" title={w.drafts} rounds={all.filter(({ state }) => state === 'draft')} />
            </>
          )
        }
      </Load>
    </Page>
  )
}

function Some({ id, title, rounds }: { id: string; title: string; rounds: Survey[] }) {
  if (rounds.length === 0) return null
  return (
    <Part title={title} id={id}>
      <ul className="surveys plain-list">
        {rounds.map((round) => (
          <li key={round.id}>
            <Entry round={round} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Entry({ round }: { round: Survey }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  return (
    <article className="survey-entry">
      <h3>
        <a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>
      </h3>
      <p className="soft">
        {round.answering === 'unit' ? w.unitsAnswer : w.staffAnswer}. {say[round.state]}.
        {round.takesAnswers && round.closesOn && ` ${w.closes}: ${formatDay(round.closesOn, lang)}.`}
        {round.publishedOn && ` ${formatDay(round.publishedOn, lang)}.`}
      </p>
      {round._links.results && (
        <p>
          <a href={to.surveyResults(round.id)}>
            {w.results}
            <span className="visually-hidden">: {textOf(round.titleSv, round.titleEn, lang)}</span>
          </a>
        </p>
      )}
    </article>
  )
}

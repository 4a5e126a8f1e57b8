import { useParams } from 'wouter'
import { may } from '../../api/client'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load, Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { Builder } from './edit/Builder'
import { builderWords } from './edit/builderWords'
import { useSurvey, useSurveyQuestions } from './queries'
import './surveys.css'
import { words } from './words'

/** Where a round is written: what it is about, and its questions part by part. */
export default function BuildEditPage() {
  const w = useWords(words)
  const b = useWords(builderWords)
  const lang = useLang()
  const to = usePaths()
  const { survey = '' } = useParams()
  const questions = useSurveyQuestions(survey)
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle} staff>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.all}</a>} />
        </Page>
      }
    >
      {(round) => (
        <Page
          title={b.title}
          kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
          lead={<p>{round.state === 'draft' ? b.lead : b.leadOpened}</p>}
          actions={<a href={to.surveyTrial(round.id)}>{w.tryIt}</a>}
          staff
        >
          {may(round, 'edit') ? (
            <Load of={questions} lines={12}>
              {(all) => <Builder round={round} all={all} />}
            </Load>
          ) : (
            <Notice>{b.mayNot}</Notice>
          )}
        </Page>
      )}
    </Load>
  )
}

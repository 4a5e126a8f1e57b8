import { lazy, Suspense, useState } from 'react'
import type { SurveyAnalysis } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Skeleton } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { words } from './analysisWords'
import './analysis.css'

const AnalysisForm = lazy(() => import('./edit/AnalysisForm'))

type Props = {
  surveyId: string
  questionKey: string
  /** The question, for those who hear the button and not what stands around it. */
  text: string
  analysis: SurveyAnalysis | undefined
  writes: boolean
}

/** What somebody who has read the answers to a question says of them, and the form for who writes it. */
export function Analysis({ surveyId, questionKey, text, analysis, writes }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) {
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <AnalysisForm {...{ surveyId, questionKey, analysis }} onClose={() => setOpen(false)} />
      </Suspense>
    )
  }
  return (
    <>
      {analysis && (
        <div className="analysis">
          <p className="small soft">{w.analysis}</p>
          <Markdown html={lang === 'en' && analysis.textEn ? analysis.htmlEn : analysis.htmlSv} />
        </div>
      )}
      {writes && (
        <p className="screen-only">
          <Button
            variant="secondary"
            data-size="sm"
            aria-label={analysis ? w.changeFor(text) : w.writeFor(text)}
            onClick={() => setOpen(true)}
          >
            {analysis ? w.change : w.write}
          </Button>
        </p>
      )}
    </>
  )
}

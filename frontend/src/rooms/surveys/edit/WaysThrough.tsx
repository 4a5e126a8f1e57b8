import type { SurveyQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Part } from '../../../ui/Page'
import { textOf } from '../../../ui/questions/question'
import { builderWords } from './builderWords'
import { partingsOf, spanOf, unreached } from './ways'

/** What each answer leads to, in words, so that nobody need answer the whole to see it. */
export function WaysThrough({ all }: { all: SurveyQuestion[] }) {
  const w = useWords(builderWords)
  const lang = useLang()
  const partings = partingsOf(all)
  const never = unreached(all)
  const { fewest, most } = spanOf(all)
  const text = (question: SurveyQuestion) => textOf(question.textSv, question.textEn, lang)
  return (
    <Part title={w.ways} id="vagar">
      <p>{partings.length === 0 ? w.oneWay : w.span(fewest, most)}</p>
      {partings.map(({ at, ways }) => (
        <section key={at.key} className="builder-way">
          <h3>{w.after(text(at))}</h3>
          {at.type === 'multiple' && <p className="soft small">{w.byItself}</p>}
          <dl>
            {ways.map(({ answer, asks }) => (
              <div key={answer.key}>
                <dt>{textOf(answer.sv, answer.en, lang)}</dt>
                <dd>
                  {asks.length === 0 ? (
                    <span className="soft">{w.nothingMore}</span>
                  ) : (
                    <ul className="plain-list">
                      {asks.map((question) => (
                        <li key={question.key}>{text(question)}</li>
                      ))}
                    </ul>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {never.length > 0 && (
        <div className="notice notice-attention">
          <p>{w.never}</p>
          <ul>
            {never.map((question) => (
              <li key={question.key}>{text(question)}</li>
            ))}
          </ul>
        </div>
      )}
    </Part>
  )
}

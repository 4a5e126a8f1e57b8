import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Page } from '../../ui/Page'
import { statement } from './statement'
import { words } from './words'

export default function AccessibilityPage() {
  const w = useWords(words)
  const lang = useLang()
  return (
    <Page title={w.accessTitle} lead={<p>{w.accessLead}</p>}>
      <div className="prose">
        <h2>{w.accessConformity}</h2>
        <p>{statement.conformity === 'partial' ? w.accessPartial : w.accessFull}</p>
        <h2>{w.accessLacks}</h2>
        <ul>
          {statement.lacks.map((lack) => (
            <li key={lack.sv}>
              {lack[lang]} <span className="soft">{lack.reason[lang]}</span>
            </li>
          ))}
        </ul>
        <h2>{w.accessReport}</h2>
        <p>{w.accessReportText(statement.phone)}</p>
        <p>
          <a href={statement.supervisor}>{w.accessComplain}</a>
        </p>
        <h2>{w.accessHow}</h2>
        <p>{w.accessHowText}</p>
        <p className="soft">
          {w.accessDates(formatDay(statement.assessedOn, lang), formatDay(statement.updatedOn, lang))}
        </p>
      </div>
    </Page>
  )
}

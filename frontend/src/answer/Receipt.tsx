import { formatDay } from '../lib/dates'
import { useLang, useWords } from '../lib/i18n'
import type { Round } from './round'
import { words } from './words'

export function Receipt({ round, already }: { round: Round; already: boolean }) {
  const w = useWords(words)
  const lang = useLang()
  const { closesOn } = round.survey
  return (
    <>
      <h1 tabIndex={-1}>{already ? w.alreadyTitle : w.thanks}</h1>
      <p className="page-lead">{already ? w.alreadyText : w.thanksText}</p>
      {closesOn && <p>{w.thanksNext(formatDay(closesOn, lang), round.survey.minGroup)}</p>}
      <p>{w.thanksClose}</p>
    </>
  )
}

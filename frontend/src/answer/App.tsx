import { useEffect, useState } from 'react'
import { type Lang, LangContext, wordsIn } from '../lib/i18n'
import { LanguageSwitch, SkipLink } from '../ui/chrome'
import { ExitControl } from '../ui/ExitControl'
import { words as uiWords } from '../ui/words'
import { CodeStep } from './CodeStep'
import { Answering } from './Answering'
import { Offline } from './Offline'
import type { Round } from './round'
import { words } from './words'

const home: Record<Lang, string> = { sv: '/svara', en: '/svara/en' }

/** The whole document: the way out, the language, and the steps from code to receipt. All of it lives in memory only. */
export function App() {
  const [lang, setLang] = useState<Lang>(location.pathname.startsWith(home.en) ? 'en' : 'sv')
  const [round, setRound] = useState<Round>()
  const w = wordsIn(words, lang)
  const ui = wordsIn(uiWords, lang)
  useEffect(() => {
    document.documentElement.lang = lang
    document.title = `${w.tab} – ${ui.productName}`
  }, [lang, w, ui])
  const other = lang === 'sv' ? 'en' : 'sv'
  return (
    <LangContext value={lang}>
      <div className="shell">
        <SkipLink />
        <div className="shell-strip" role="region" aria-label={w.strip}>
          <div className="shell-strip-inner">
            <ExitControl />
            <span className="shell-owner">{ui.productName}</span>
          </div>
        </div>
        <header className="answer-head">
          {/* The language changes on the page: going to another address would lose what has been answered. */}
          <span
            onClickCapture={(event) => {
              event.preventDefault()
              history.replaceState(null, '', home[other])
              setLang(other)
            }}
          >
            <LanguageSwitch href={home[other]} lang={other} />
          </span>
        </header>
        <main className="shell-main answer" id="content" tabIndex={-1}>
          <Offline />
          {round ? <Answering round={round} /> : <CodeStep onOpen={setRound} />}
        </main>
      </div>
    </LangContext>
  )
}

import { useWords } from '../lib/i18n'
import { words } from './words'

export function SkipLink() {
  const w = useWords(words)
  return (
    <a className="skip-link" href="#content">
      {w.skipToContent}
    </a>
  )
}

/** The same page in the other language, named in that language. */
export function LanguageSwitch({ href, lang }: { href: string; lang: 'sv' | 'en' }) {
  const w = useWords(words)
  return (
    <a href={href} hrefLang={lang} lang={lang} rel="alternate">
      {w.inOtherLanguage}
    </a>
  )
}

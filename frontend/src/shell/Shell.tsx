import { useQuery } from '@tanstack/react-query'
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import { api, ask } from '../api/client'
import { signOut, useSession } from '../api/session'
import { go, useGuardedLocation } from '../lib/guardedLocation'
import { type Lang, useLang, useWords } from '../lib/i18n'
import { inLang, isOutside, usePaths } from '../paths'
import { LanguageSwitch, SkipLink } from '../ui/chrome'
import { ExitControl } from '../ui/ExitControl'
import { words as uiWords } from '../ui/words'
import { words } from './words'

export function Shell({ children }: { children: ReactNode }) {
  const session = useSession()
  const w = useWords(words)
  const municipality = useMunicipality()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: links are followed here once, wherever they are drawn
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <div className="shell" onClick={followLink}>
      <SkipLink />
      <div className="shell-strip" role="region" aria-label={w.strip}>
        <div className="shell-strip-inner">
          {session.status !== 'signedIn' && <ExitControl />}
          <span className="shell-owner">{municipality}</span>
        </div>
      </div>
      <Header />
      <main className="shell-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer municipality={municipality} />
    </div>
  )
}

// Components draw plain links, also those in Markdown; what belongs to the application is followed without a reload.
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.download || link.origin !== location.origin) return
  const url = new URL(link.href)
  if (isOutside(url.pathname)) return
  const samePage = url.pathname === location.pathname && url.search === location.search
  if (samePage && url.hash) return
  event.preventDefault()
  go(url.pathname + url.search + url.hash)
}

function useMunicipality(): string {
  const lang = useLang()
  const w = useWords(words)
  const info = useQuery({
    queryKey: ['api-info'],
    queryFn: () => ask(api.GET('/api-info')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const seen = info.data?.municipality
  return (lang === 'en' && seen?.nameEn) || seen?.name || w.municipality
}

function Header() {
  const w = useWords(words)
  const ui = useWords(uiWords)
  const to = usePaths()
  const [pathname] = useGuardedLocation()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page folds the menu
  useEffect(() => setOpen(false), [pathname])
  const session = useSession()
  const places = [
    { href: to.home(), label: w.home },
    { href: to.plan(), label: w.plan },
    { href: to.activities(), label: w.activities },
    { href: to.boards(), label: w.boards },
    { href: to.timeline(), label: w.timeline },
    { href: to.matrix(), label: w.matrix },
    { href: to.council(), label: w.council },
    ...(session.status === 'signedIn' ? [{ href: to.desk(), label: w.desk }] : []),
  ]
  const folded = open ? '' : 'shell-folded'
  return (
    <header className="shell-header">
      <div className="shell-header-inner">
        <a className="shell-name" href={to.home()}>
          {ui.productName}
        </a>
        <button
          type="button"
          className="shell-menu"
          aria-expanded={open}
          aria-controls="main-nav"
          onClick={() => setOpen(!open)}
        >
          <svg
            viewBox="0 0 20 20"
            width="20"
            height="20"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          >
            <path d={open ? 'M5 5l10 10M15 5 5 15' : 'M3 6h14M3 10h14M3 14h14'} />
          </svg>
          {w.menu}
        </button>
        <nav className={`shell-nav ${folded}`} id="main-nav" aria-label={w.mainNav}>
          <ul>
            {places.map(({ href, label }, place) => (
              <li key={href}>
                <a href={href} aria-current={currentIn(pathname, href, place === 0)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={`shell-side ${folded}`}>
          <OtherLanguage pathname={pathname} />
          <Person pathname={pathname} />
        </div>
      </div>
    </header>
  )
}

function currentIn(pathname: string, href: string, exact: boolean): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return !exact && pathname.startsWith(`${href}/`) ? 'true' : undefined
}

function OtherLanguage({ pathname }: { pathname: string }) {
  const other: Lang = useLang() === 'sv' ? 'en' : 'sv'
  const search = useSearch()
  return <LanguageSwitch href={inLang(pathname, other) + (search ? `?${search}` : '')} lang={other} />
}

function Person({ pathname }: { pathname: string }) {
  const session = useSession()
  const w = useWords(words)
  const to = usePaths()
  if (session.status !== 'signedIn') {
    return <a href={to.signIn(pathname === to.signIn() ? undefined : pathname)}>{w.signIn}</a>
  }
  return (
    <>
      <a href={to.account()} aria-current={pathname === to.account() ? 'page' : undefined}>
        <span className="visually-hidden">{w.account}</span> {session.user.name}
      </a>
      <button type="button" onClick={() => void signOut()}>
        {w.signOut}
      </button>
    </>
  )
}

function Footer({ municipality }: { municipality: string }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  return (
    <footer className="shell-footer">
      <div className="shell-footer-inner">
        <p className="soft">{w.footerText(municipality)}</p>
        <nav aria-label={w.footerNav}>
          <ul>
            <li>
              <a href={to.help()}>{w.help}</a>
            </li>
            <li>
              <a href={to.about()}>{w.about}</a>
            </li>
            <li>
              <a href={to.accessibility()}>{w.accessibility}</a>
            </li>
            <li>
              <a href={to.surveys()}>{w.surveys}</a>
            </li>
            <li>
              <a href={to.answer()}>{w.answer}</a>
            </li>
            <li>
              <a href={to.reference()}>{w.reference}</a>
            </li>
            <li>
              <LanguageSwitch href={inLang('/', lang === 'sv' ? 'en' : 'sv')} lang={lang === 'sv' ? 'en' : 'sv'} />
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

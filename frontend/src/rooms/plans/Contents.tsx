import { type MouseEvent, useCallback, useEffect, useState } from 'react'
import type { Section } from '../../api/types'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { type Chapter, sectionAt } from './contents'
import { words } from './words'

/** Beside the text where there is room; folded above it where there is not. */
export function ContentsNav({ chapters, current }: { chapters: Chapter[]; current: string | undefined }) {
  const w = useWords(words)
  return (
    <nav className="plan-contents" aria-label={w.contents}>
      <details className="plan-contents-folded">
        <summary>{w.contents}</summary>
        <Lines chapters={chapters} current={undefined} />
      </details>
      <div className="plan-contents-open">
        <p className="plan-contents-title">{w.contents}</p>
        <Lines chapters={chapters} current={current} />
      </div>
    </nav>
  )
}

export function ContentsOnPaper({ chapters }: { chapters: Chapter[] }) {
  const w = useWords(words)
  return (
    <div className="plan-contents-paper print-only">
      <h2>{w.contents}</h2>
      <Lines chapters={chapters} current={undefined} />
    </div>
  )
}

function Lines({ chapters, current }: { chapters: Chapter[]; current: string | undefined }) {
  const lang = useLang()
  return (
    <ol className="plan-contents-lines">
      {chapters.map(({ section, children }) => (
        <li key={section.id}>
          <a href={`#${section.anchor}`} aria-current={section.id === current ? 'location' : undefined}>
            <span className="plan-contents-number tabular">{section.number}</span>
            <span lang={langOf(section, lang)}>{section.title}</span>
          </a>
          {children.length > 0 && <Lines chapters={children} current={current} />}
        </li>
      ))}
    </ol>
  )
}

/** The section being read, and links to sections followed without leaving the page (or asking about unsaved text). */
export function useAnchors(sections: Section[]) {
  const current = useCurrent(sections)
  // Once, when the text has come; a later answer with the same text must not move the reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival
  useEffect(() => {
    const wanted = sectionAt(sections, location.hash)
    if (wanted) document.getElementById(wanted.anchor)?.scrollIntoView()
  }, [])
  const onClick = useCallback(
    (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const hash = link?.getAttribute('href')
      if (!hash?.startsWith('#') || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey)
        return
      const section = sectionAt(sections, hash)
      if (!section) return
      event.preventDefault()
      if (location.hash !== hash) history.pushState(history.state, '', hash)
      link?.closest('details')?.removeAttribute('open')
      const target = document.getElementById(section.anchor)
      target?.scrollIntoView()
      target?.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true })
    },
    [sections],
  )
  return { current, onClick }
}

// A heading counts as read from when it has passed the upper third of the window.
function useCurrent(sections: Section[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    let asked = 0
    const look = () => {
      asked = 0
      const line = window.innerHeight / 3
      const passed = sections.filter(({ anchor }) => {
        const place = document.getElementById(anchor)?.getBoundingClientRect()
        return place !== undefined && place.top < line
      })
      setCurrent(passed.at(-1)?.id)
    }
    const onScroll = () => {
      if (!asked) asked = requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(asked)
    }
  }, [sections])
  return current
}

import { type ReactNode, useEffect, useRef } from 'react'
import { arrive } from '../lib/arrival'
import { useWords } from '../lib/i18n'
import { words } from './words'

type Props = {
  /** The page's heading, and its title in the tab. */
  title: string
  /** What stands in the tab when the heading alone says too little. */
  documentTitle?: string
  /** The heading's language when it is not the page's. */
  titleLang?: string
  /** A short line above the heading: a code, a way back. */
  kicker?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Staff pages are denser (16/24 instead of 18/28). */
  staff?: boolean
  children: ReactNode
}

/** One page: its heading takes focus on arrival and names the document. Render it once its title is known. */
export function Page({ title, documentTitle, titleLang, kicker, lead, actions, staff, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const product = useWords(words).productName
  const name = documentTitle ?? title
  useEffect(() => {
    document.title = name === product ? product : `${name} – ${product}`
  }, [name, product])
  useEffect(() => {
    if (heading.current) arrive(heading.current)
  }, [])
  return (
    <article className="page" data-size={staff ? 'sm' : undefined}>
      <header className="page-head">
        {kicker && <p className="page-kicker">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1} lang={titleLang}>
          {title}
        </h1>
        {lead && <div className="page-lead">{lead}</div>}
        {actions && <div className="page-actions row screen-only">{actions}</div>}
      </header>
      {children}
    </article>
  )
}

type PartProps = { title: string; id?: string; aside?: ReactNode; hidden?: boolean; children: ReactNode }

/** A part of a page under a heading of its own; parts are set apart by air, then a hairline. */
export function Part({ title, id, aside, hidden, children }: PartProps) {
  return (
    <section className="part" aria-labelledby={id ? `${id}-title` : undefined} id={id}>
      <div className={hidden ? 'visually-hidden' : 'part-head'}>
        <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

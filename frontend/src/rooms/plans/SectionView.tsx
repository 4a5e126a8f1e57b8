import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { may } from '../../api/client'
import type { Plan, Section } from '../../api/types'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Skeleton } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import type { Chapter } from './contents'
import { Embedded } from './Embedded'
import { words } from './words'

const SectionForm = lazy(() => import('./edit/SectionForm'))

type Props = { chapter: Chapter; plan: Plan; sections: Section[] }

/** A section and those beneath it: numbered, with an address of its own, edited where it stands. */
export function ChapterView({ chapter: { section, depth, children }, plan, sections }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const name = `${section.number} ${section.title}`
  // The button is drawn again with the text; it takes back the focus that the form had.
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !editing) opener.current?.focus()
    was.current = editing
  }, [editing])
  return (
    <section
      className={`chapter chapter-${Math.min(depth, 3)}`}
      id={section.anchor}
      aria-labelledby={`h-${section.id}`}
    >
      <div className="chapter-head">
        <Heading level={depth + 1} id={`h-${section.id}`} lang={langOf(section, lang)}>
          <span className="chapter-number tabular">{section.number}</span> {section.title}
        </Heading>
        <span className="chapter-tools screen-only">
          <CopyLink anchor={section.anchor} name={name} />
          {may(section, 'edit') && !editing && (
            <Button
              ref={opener}
              variant="tertiary"
              className="chapter-edit"
              aria-label={w.editSectionName(name)}
              onClick={() => setEditing(true)}
            >
              {w.editSection}
            </Button>
          )}
        </span>
      </div>
      {editing ? (
        <Suspense fallback={<Skeleton />}>
          <SectionForm plan={plan} section={section} sections={sections} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {section.isSummary !== plan.isSummary && (
            <p className="small soft">{section.isSummary ? w.summaryHere : w.adoptedHere}</p>
          )}
          {section.bodyHtml && <Markdown html={section.bodyHtml} lang={langOf(section, lang)} />}
          {section.embed && <Embedded embed={section.embed} plan={plan} level={depth + 2} />}
        </>
      )}
      {children.map((child) => (
        <ChapterView key={child.section.id} chapter={child} plan={plan} sections={sections} />
      ))}
    </section>
  )
}

export function Heading({
  level,
  children,
  ...rest
}: {
  level: number
  id?: string
  lang?: string
  children: React.ReactNode
}) {
  const Tag = `h${Math.min(level, 6)}` as 'h2'
  return (
    <Tag tabIndex={-1} data-heading {...rest}>
      {children}
    </Tag>
  )
}

function CopyLink({ anchor, name }: { anchor: string; name: string }) {
  const w = useWords(words)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 4000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    // Where the clipboard is closed to us the address still ends up in the address field.
    navigator.clipboard?.writeText(new URL(`#${anchor}`, location.href).href).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <>
      <a className="chapter-link" href={`#${anchor}`} aria-label={w.linkTo(name)} onClick={copy}>
        {w.link}
      </a>
      <span className="small" role="status">
        {copied ? w.copied : ''}
      </span>
    </>
  )
}

export function AddSection({ plan, sections }: { plan: Plan; sections: Section[] }) {
  const w = useWords(words)
  const [adding, setAdding] = useState(false)
  if (!adding) {
    return (
      <p className="screen-only">
        <Button variant="secondary" onClick={() => setAdding(true)}>
          {w.addSection}
        </Button>
      </p>
    )
  }
  return (
    <Suspense fallback={<Skeleton />}>
      <SectionForm plan={plan} sections={sections} onClose={() => setAdding(false)} />
    </Suspense>
  )
}

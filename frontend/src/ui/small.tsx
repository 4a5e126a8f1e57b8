import type { ReactNode } from 'react'
import { type Dated, formatClock, formatDated } from '../lib/dates'
import { useLang, useWords } from '../lib/i18n'
import { Button } from './Button'
import { words } from './words'

/** A date in as much detail as is known: "4 maj 2019", "maj 2019", "år 2019"; said when there is none. */
export function DatedText({ dated, unknown }: { dated: Dated | undefined; unknown?: string }) {
  const lang = useLang()
  const w = useWords(words)
  if (!dated) return <span className="soft">{unknown ?? w.unknownDate}</span>
  const text = formatDated(dated, lang)
  const machine = dated.day.slice(0, { year: 4, month: 7, day: 10 }[dated.precision])
  return (
    <time className="nowrap" dateTime={machine}>
      {dated.precision === 'year' ? w.inYear(text) : text}
    </time>
  )
}

/** "att bekräfta" beside what is our interpretation; nothing beside what the plan or the municipality says. */
export function SourceBadge({ source }: { source: 'plan' | 'interpretation' | 'municipality' | undefined }) {
  const w = useWords(words)
  if (source !== 'interpretation') return null
  return (
    <span className="source-badge" title={w.toBeConfirmedHelp}>
      {w.toBeConfirmed}
    </span>
  )
}

export type Saving =
  | { status: 'clean' }
  | { status: 'dirty' }
  | { status: 'saving' }
  | { status: 'saved'; at: Date }
  | { status: 'failed' }

/** Whether what is on the screen is kept, always said in words. */
export function SaveState({ saving }: { saving: Saving }) {
  const lang = useLang()
  const w = useWords(words)
  const text = {
    clean: () => '',
    dirty: () => w.unsaved,
    saving: () => w.saving,
    saved: () => (saving.status === 'saved' ? w.savedAt(formatClock(saving.at, lang)) : ''),
    failed: () => w.saveFailed,
  }[saving.status]()
  return (
    <span className="save-state small soft" role="status">
      {text}
    </span>
  )
}

export function PrintButton() {
  const w = useWords(words)
  return (
    <Button variant="secondary" className="screen-only" onClick={() => window.print()}>
      {w.print}
    </Button>
  )
}

/** The same thing in several forms (cards, table …): links, so that each form has an address. */
export function ViewSwitch({
  label,
  views,
}: {
  label: string
  views: { href: string; label: string; current: boolean }[]
}) {
  return (
    <nav className="view-switch" aria-label={label}>
      <ul className="plain-list">
        {views.map((view) => (
          <li key={view.label}>
            <a href={view.href} aria-current={view.current ? 'true' : undefined}>
              {view.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Term and value in two columns; one on a narrow screen. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

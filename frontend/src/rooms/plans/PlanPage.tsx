import { type ReactNode, useEffect } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Plan, Section } from '../../api/types'
import { formatDay, today } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { ContentsNav, ContentsOnPaper, useAnchors } from './Contents'
import { chaptersOf } from './contents'
import { OtherPlans, PlanFacts, PlanNotices, periodText } from './Head'
import './plans.css'
import './print.css'
import { choosePlan, usePlans, useSections } from './queries'
import { AddSection, ChapterView } from './SectionView'
import { words } from './words'

/** The plan whole, to read and to print: the one in the address, else the one in force. */
export default function PlanPage() {
  const w = useWords(words)
  const to = usePaths()
  const { plan: planKey } = useParams<{ plan?: string }>()
  const plans = usePlans()
  return (
    <Load of={plans} lines={10}>
      {(all) => {
        const plan = choosePlan(all, planKey)
        if (plan) return <PlanDocument key={plan.id} plan={plan} plans={all} />
        return (
          <Page title={planKey ? w.missingTitle : w.noPlanTitle}>
            <EmptyState
              title={planKey && all.length > 0 ? w.otherPlans : w.noPlanTitle}
              action={all.length > 0 && <a href={to.plans()}>{w.allPlans}</a>}
            >
              {all.length === 0 && w.noPlanText}
            </EmptyState>
          </Page>
        )
      }}
    </Load>
  )
}

function PlanDocument({ plan, plans }: { plan: Plan; plans: Plan[] }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const sections = useSections(plan.id)
  const period = periodText(plan, lang)
  useRunningHead(plan.isSummary ? `${plan.name} · ${w.runningSummary}` : plan.name)
  return (
    <Page
      title={plan.name}
      titleLang={langOf(plan, lang)}
      kicker={period ? w.kicker(period) : w.kickerPlain}
      actions={
        <>
          <PrintButton />
          <ButtonLink variant="secondary" href={to.decisions()}>
            {w.decisions}
          </ButtonLink>
          <ButtonLink variant="secondary" href={to.planVersions(plan.key)}>
            {w.versions}
          </ButtonLink>
          {may(plan, 'edit') && (
            <ButtonLink variant="secondary" href={to.editPlan(plan.key)}>
              {w.edit}
            </ButtonLink>
          )}
        </>
      }
    >
      <PlanNotices plan={plan} />
      <section className="plan-about keep-together" aria-label={w.about}>
        <PlanFacts plan={plan} plans={plans} />
      </section>
      <p className="print-only small">{w.printed(formatDay(today(), lang))}</p>
      <Load of={sections} lines={10}>
        {(found) => <Text plan={plan} sections={found} />}
      </Load>
      <OtherPlans plan={plan} plans={plans} />
    </Page>
  )
}

function Text({ plan, sections }: { plan: Plan; sections: Section[] }): ReactNode {
  const w = useWords(words)
  const { current, onClick } = useAnchors(sections)
  const chapters = chaptersOf(sections)
  const edits = may(plan, 'edit')
  if (sections.length === 0) {
    return (
      <>
        <EmptyState title={w.noSections}>{w.noSectionsText}</EmptyState>
        {edits && <AddSection plan={plan} sections={sections} />}
      </>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: links to sections are followed here once, also those in the text
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <div className="plan-layout" onClick={onClick}>
      <ContentsOnPaper chapters={chapters} />
      <ContentsNav chapters={chapters} current={current} />
      <div className="plan-text">
        {chapters.map((chapter) => (
          <ChapterView key={chapter.section.id} chapter={chapter} plan={plan} sections={sections} />
        ))}
        {edits && <AddSection plan={plan} sections={sections} />}
      </div>
    </div>
  )
}

/** On paper each page but the first says which document it belongs to. */
function useRunningHead(text: string): void {
  useEffect(() => {
    if (!('adoptedStyleSheets' in document)) return
    const sheet = new CSSStyleSheet()
    const quoted = JSON.stringify(text)
    sheet.replaceSync(
      `@page { @top-left { content: ${quoted}; font: 8.5pt sans-serif; color: #444 } } @page :first { @top-left { content: none } }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [text])
}

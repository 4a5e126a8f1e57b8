import type { Plan, Section } from '../../api/types'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Load } from '../../ui/Load'
import { SourceBadge } from '../../ui/small'
import { EmbeddedActivities } from './EmbeddedActivities'
import { EmbeddedTimeline } from './EmbeddedTimeline'
import { useGoals, useTargetGroups, useViolenceAreas } from './queries'
import { Heading } from './SectionView'
import { words } from './words'

type Props = { embed: NonNullable<Section['embed']>; plan: Plan; level: number }

/** What a section shows after its text, made from the plan's data so that nothing is typed twice. */
export function Embedded({ embed, plan, level }: Props) {
  switch (embed) {
    case 'activities':
      return <EmbeddedActivities plan={plan} level={level} />
    case 'goals':
      return <Goals plan={plan} level={level} />
    case 'violenceAreas':
      return <ViolenceAreas />
    case 'targetGroups':
      return <TargetGroups />
    case 'timeline':
      return <EmbeddedTimeline plan={plan} level={level} />
    default:
      return null
  }
}

function Goals({ plan, level }: { plan: Plan; level: number }) {
  const w = useWords(words)
  const lang = useLang()
  const goals = useGoals(plan.id)
  const names = { purpose: w.purposes, overarching: w.overarching, measurable: w.measurable }
  return (
    <Load of={goals}>
      {(found) => (
        <div className="embedded">
          {found.length === 0 && <p className="soft">{w.noGoals}</p>}
          {(['purpose', 'overarching', 'measurable'] as const).map((kind) => {
            const ofKind = found.filter((goal) => goal.kind === kind)
            if (ofKind.length === 0) return null
            return (
              <div key={kind} className="keep-together">
                <Heading level={level}>{names[kind]}</Heading>
                <ol className="plan-goals">
                  {ofKind.map((goal) => (
                    <li key={goal.id}>
                      <span lang={langOf(goal, lang)}>{goal.text}</span> <SourceBadge source={goal.source} />
                    </li>
                  ))}
                </ol>
              </div>
            )
          })}
        </div>
      )}
    </Load>
  )
}

type Term = { id: string; nameSv: string; nameEn?: string; descriptionSv?: string; descriptionEn?: string }

function ViolenceAreas() {
  const areas = useViolenceAreas()
  return <Load of={areas}>{(found) => <Terms terms={found} />}</Load>
}

function TargetGroups() {
  const groups = useTargetGroups()
  return <Load of={groups}>{(found) => <Terms terms={found} />}</Load>
}

function Terms({ terms }: { terms: Term[] }) {
  const w = useWords(words)
  const lang = useLang()
  if (terms.length === 0) return <p className="soft">{w.noTerms}</p>
  return (
    <dl className="plan-terms embedded">
      {terms.map((term) => {
        const english = lang === 'en' && term.descriptionEn
        const description = english || term.descriptionSv
        return (
          <div key={term.id} className="keep-together">
            <dt lang={nameLang(term, lang)}>{nameOf(term, lang)}</dt>
            {description && <dd lang={lang === 'en' && !english ? 'sv' : undefined}>{description}</dd>}
          </div>
        )
      })}
    </dl>
  )
}

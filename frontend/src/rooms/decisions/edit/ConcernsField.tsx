import { useState } from 'react'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { CheckboxGroup, FieldGroup, type Option } from '../../../ui/Field'
import { usePlanActivities } from '../../activities/queries'
import { useSeats } from '../../council/queries'
import { usePlans, useVersions } from '../../plans/queries'
import { concernWords } from '../words'
import { nameOfThing } from './values'
import { formWords } from './words'

/** What a decision may concern, in groups, by the names that the form keeps. */
export function useThings(planId: string): { legend: string; options: Option[] }[] {
  const w = useWords(formWords)
  const kinds = useWords(concernWords)
  const lang = useLang()
  const plan = usePlans().data?.find(({ id }) => id === planId)
  const activities = usePlanActivities(planId).data ?? []
  const versions = useVersions(planId).data ?? []
  const seats = (useSeats().data ?? []).filter((seat) => seat.planId === planId)
  return [
    {
      legend: kinds.plan,
      options: plan
        ? [{ value: nameOfThing({ type: 'plan', id: planId }), label: plan.name, lang: langOf(plan, lang) }]
        : [],
    },
    {
      legend: w.versions,
      options: versions.map(({ id, label }) => ({ value: nameOfThing({ type: 'planVersion', id }), label })),
    },
    {
      legend: w.activities,
      options: activities.map((activity) => ({
        value: nameOfThing({ type: 'activity', id: activity.id }),
        label: `${activity.code} ${activity.title}`,
        lang: langOf(activity, lang),
      })),
    },
    {
      legend: w.seats,
      options: seats.map((seat) => ({
        value: nameOfThing({ type: 'councilSeat', id: seat.id }),
        label: nameOf(seat, lang),
        lang: nameLang(seat, lang),
      })),
    },
  ]
}

type Props = { planId: string; id: string; value: string[]; error?: string; onChange: (value: string[]) => void }

/** The things it is about; long groups are folded until somebody opens them or something in them is ticked. */
export function ConcernsField({ planId, id, value, error, onChange }: Props) {
  const w = useWords(formWords)
  const groups = useThings(planId).filter(({ options }) => options.length > 0)
  return (
    <FieldGroup legend={w.concerns} help={w.concernsHelp} id={id} error={error}>
      {groups.map((group) => (
        <Choices key={group.legend} {...group} name={id} value={value} onChange={onChange} />
      ))}
    </FieldGroup>
  )
}

type ChoicesProps = { name: string; legend: string; options: Option[] } & Pick<Props, 'value' | 'onChange'>

function Choices(props: ChoicesProps) {
  const { legend, options, value } = props
  const boxes = <CheckboxGroup {...props} />
  const [folded] = useState(options.length > 6 && !options.some((option) => value.includes(option.value)))
  if (!folded) return boxes
  return (
    <details className="decisions-things">
      <summary>{legend}</summary>
      {boxes}
    </details>
  )
}

import { useLocation, useParams } from 'wouter'
import { may } from '../../api/client'
import type { Plan } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { HistoryLink } from '../traces/shared'
import { Goals } from './edit/GoalForm'
import { HeadForm } from './edit/HeadForm'
import { Rounds } from './edit/RoundForm'
import { words } from './edit/words'
import './plans.css'
import './edit/edit.css'
import { choosePlan, usePlans } from './queries'
import { words as planWords } from './words'

/** Everything about a plan but its text, which is edited where it is read. */
export default function PlanEditPage() {
  const p = useWords(planWords)
  const to = usePaths()
  const { plan: planKey } = useParams<{ plan: string }>()
  const plans = usePlans()
  return (
    <Load of={plans}>
      {(all) => {
        const plan = choosePlan(all, planKey)
        if (plan && may(plan, 'edit')) return <Editor plan={plan} plans={all} />
        return (
          <Page title={p.missingTitle} staff>
            <EmptyState title={p.otherPlans} action={<a href={to.plans()}>{p.allPlans}</a>} />
          </Page>
        )
      }}
    </Load>
  )
}

function Editor({ plan, plans }: { plan: Plan; plans: Plan[] }) {
  const w = useWords(words)
  const to = usePaths()
  const [, navigate] = useLocation()
  return (
    <Page title={w.editPlan} lead={<p>{w.editPlanLead}</p>} kicker={<a href={to.plan(plan.key)}>{plan.name}</a>} staff>
      <HeadForm key={plan.id} plan={plan} plans={plans} onSaved={() => navigate(`~${to.plan(plan.key)}`)} />
      <Part title={w.goals} id="mal">
        <Goals plan={plan} />
      </Part>
      <Part title={w.rounds} id="uppfoljningar">
        <p className="soft">{w.roundsHelp}</p>
        <Rounds plan={plan} />
      </Part>
      <p className="row">
        <a href={to.plan(plan.key)}>{w.toPlan}</a>
        <HistoryLink type="plan" thing={plan} name={plan.name} />
      </p>
    </Page>
  )
}

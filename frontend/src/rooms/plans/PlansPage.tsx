import { may } from '../../api/client'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { BodyName } from '../boards/shared'
import { PlanLink, periodText } from './Head'
import './plans.css'
import { usePlans } from './queries'
import { words } from './words'

export default function PlansPage() {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const plans = usePlans()
  return (
    <Page
      title={w.allPlans}
      lead={<p>{w.plansLead}</p>}
      actions={
        plans.data?.some((plan) => may(plan, 'edit')) && (
          <>
            <ButtonLink variant="secondary" href={to.newPlan()}>
              {w.newPlan}
            </ButtonLink>
            <a href={to.terms()}>{w.editTerms}</a>
          </>
        )
      }
    >
      <Load of={plans}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={w.noPlanTitle}>{w.noPlanText}</EmptyState>}
            <ul className="plan-list plain-list">
              {all
                .toSorted((a, b) => (b.periodFrom ?? '').localeCompare(a.periodFrom ?? ''))
                .map((plan) => (
                  <li key={plan.id}>
                    <h2>
                      <PlanLink plan={plan} />
                    </h2>
                    <p className="soft">
                      {[
                        plan.status === 'draft' ? w.draftMark : plan.inForce ? w.inForce : w.notInForce,
                        periodText(plan, lang) ? '' : w.periodUnknown,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                      {plan.ownerId && (
                        <>
                          {' · '}
                          {w.owner} <BodyName id={plan.ownerId} />
                        </>
                      )}
                    </p>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Load>
    </Page>
  )
}

import { type ComponentType, lazy } from 'react'
import { routes } from './paths'

type Route = {
  path: string
  page: ComponentType
  /** Only for those signed in; others are asked to sign in and come back. */
  staff?: boolean
}

/** Every page once. Each is a chunk of its own, so that a reader fetches only what is read. First match wins. */
export const pages: Route[] = [
  { path: routes.home, page: lazy(() => import('./rooms/home/HomePage')) },
  { path: routes.activities, page: lazy(() => import('./rooms/activities/ListPage')) },
  { path: routes.newActivity, page: lazy(() => import('./rooms/activities/NewEditPage')), staff: true },
  { path: routes.activity, page: lazy(() => import('./rooms/activities/DetailPage')) },
  { path: routes.editActivity, page: lazy(() => import('./rooms/activities/EditPage')), staff: true },
  { path: routes.boards, page: lazy(() => import('./rooms/boards/ListPage')) },
  { path: routes.board, page: lazy(() => import('./rooms/boards/DetailPage')) },
  { path: routes.newPlan, page: lazy(() => import('./rooms/plans/NewPlanEditPage')), staff: true },
  { path: routes.terms, page: lazy(() => import('./rooms/plans/TermsEditPage')), staff: true },
  { path: routes.plans, page: lazy(() => import('./rooms/plans/PlansPage')) },
  { path: routes.planVersions, page: lazy(() => import('./rooms/plans/VersionsPage')) },
  { path: routes.editPlan, page: lazy(() => import('./rooms/plans/PlanEditPage')), staff: true },
  { path: routes.plan, page: lazy(() => import('./rooms/plans/PlanPage')) },
  { path: routes.ownEntries, page: lazy(() => import('./rooms/timelines/EntriesEditPage')), staff: true },
  { path: routes.timeline, page: lazy(() => import('./rooms/timelines/TimelinePage')) },
  { path: routes.matrix, page: lazy(() => import('./rooms/activities/MatrixPage')) },
  { path: routes.council, page: lazy(() => import('./rooms/council/CouncilPage')) },
  { path: routes.councilSeat, page: lazy(() => import('./rooms/council/SeatPage')) },
  { path: routes.mandates, page: lazy(() => import('./rooms/council/MandatesPage')), staff: true },
  { path: routes.meetings, page: lazy(() => import('./rooms/meetings/ListPage')) },
  { path: routes.newMeeting, page: lazy(() => import('./rooms/meetings/NewEditPage')), staff: true },
  { path: routes.signUp, page: lazy(() => import('./rooms/meetings/SignUpPage')) },
  { path: routes.meeting, page: lazy(() => import('./rooms/meetings/MeetingPage')) },
  { path: routes.questions, page: lazy(() => import('./rooms/questions/ListPage')) },
  { path: routes.newQuestion, page: lazy(() => import('./rooms/questions/NewEditPage')), staff: true },
  { path: routes.question, page: lazy(() => import('./rooms/questions/DetailPage')) },
  { path: routes.contactPersons, page: lazy(() => import('./rooms/council/ContactsPage')) },
  { path: routes.decisions, page: lazy(() => import('./rooms/decisions/ListPage')) },
  { path: routes.newDecision, page: lazy(() => import('./rooms/decisions/NewEditPage')), staff: true },
  { path: routes.decision, page: lazy(() => import('./rooms/decisions/DetailPage')) },
  { path: routes.references, page: lazy(() => import('./rooms/references/ListPage')) },
  { path: routes.competences, page: lazy(() => import('./rooms/competences/ListPage')) },
  { path: routes.communications, page: lazy(() => import('./rooms/communications/ListPage')), staff: true },
  { path: routes.steering, page: lazy(() => import('./rooms/steering/SteeringPage')), staff: true },
  { path: routes.about, page: lazy(() => import('./rooms/home/AboutPage')) },
  { path: routes.accessibility, page: lazy(() => import('./rooms/home/AccessibilityPage')) },
  { path: routes.desk, page: lazy(() => import('./rooms/home/DeskPage')), staff: true },
  { path: routes.retention, page: lazy(() => import('./rooms/retention/RetentionPage')), staff: true },
  { path: routes.erasureRecord, page: lazy(() => import('./rooms/retention/RecordPage')), staff: true },
  { path: routes.history, page: lazy(() => import('./rooms/traces/HistoryPage')), staff: true },
  { path: routes.traces, page: lazy(() => import('./rooms/traces/SearchPage')), staff: true },
  { path: routes.trace, page: lazy(() => import('./rooms/traces/TracePage')), staff: true },
  { path: routes.signIn, page: lazy(() => import('./rooms/accounts/SignInPage')) },
  { path: routes.signInDone, page: lazy(() => import('./rooms/accounts/SignInDonePage')) },
  { path: routes.forgotten, page: lazy(() => import('./rooms/accounts/ForgottenPage')) },
  { path: routes.newPassword, page: lazy(() => import('./rooms/accounts/NewPasswordPage')) },
  { path: routes.account, page: lazy(() => import('./rooms/accounts/AccountPage')), staff: true },
  { path: routes.newPerson, page: lazy(() => import('./rooms/accounts/NewPersonPage')), staff: true },
  { path: routes.person, page: lazy(() => import('./rooms/accounts/PersonPage')), staff: true },
  { path: routes.people, page: lazy(() => import('./rooms/accounts/PeoplePage')), staff: true },
  { path: routes.newApiClient, page: lazy(() => import('./rooms/integrations/NewClientPage')), staff: true },
  { path: routes.apiClient, page: lazy(() => import('./rooms/integrations/ClientPage')), staff: true },
  { path: routes.apiClients, page: lazy(() => import('./rooms/integrations/ClientsPage')), staff: true },
  { path: routes.rights, page: lazy(() => import('./rooms/rights/RightsPage')) },
  { path: routes.outbox, page: lazy(() => import('./rooms/outbox/OutboxPage')) },
]

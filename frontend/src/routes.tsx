import { type ComponentType, lazy } from 'react'
import { routes } from './paths'
import type { StaffPath } from './staffPages'

type Route = {
  path: string
  page: ComponentType
  /** Only for those signed in; others are asked to sign in and come back. */
  staff?: boolean
}

/** Where the pages of those signed in are found is fetched with the first of them: a reader of the public pages need not. */
const forStaff = (path: StaffPath): Route => ({
  path,
  staff: true,
  page: lazy(async () => (await import('./staffPages')).staffPages[path]()),
})

/** Every page once. Each is a chunk of its own, so that a reader fetches only what is read. First match wins. */
export const pages: Route[] = [
  { path: routes.home, page: lazy(() => import('./rooms/home/HomePage')) },
  { path: routes.activities, page: lazy(() => import('./rooms/activities/ListPage')) },
  forStaff(routes.newActivity),
  { path: routes.activity, page: lazy(() => import('./rooms/activities/DetailPage')) },
  forStaff(routes.editActivity),
  { path: routes.boards, page: lazy(() => import('./rooms/boards/ListPage')) },
  { path: routes.board, page: lazy(() => import('./rooms/boards/DetailPage')) },
  forStaff(routes.newPlan),
  forStaff(routes.terms),
  { path: routes.plans, page: lazy(() => import('./rooms/plans/PlansPage')) },
  { path: routes.planVersions, page: lazy(() => import('./rooms/plans/VersionsPage')) },
  forStaff(routes.editPlan),
  { path: routes.plan, page: lazy(() => import('./rooms/plans/PlanPage')) },
  forStaff(routes.ownEntries),
  { path: routes.timeline, page: lazy(() => import('./rooms/timelines/TimelinePage')) },
  { path: routes.matrix, page: lazy(() => import('./rooms/activities/MatrixPage')) },
  { path: routes.council, page: lazy(() => import('./rooms/council/CouncilPage')) },
  { path: routes.councilSeat, page: lazy(() => import('./rooms/council/SeatPage')) },
  forStaff(routes.mandates),
  { path: routes.meetings, page: lazy(() => import('./rooms/meetings/ListPage')) },
  forStaff(routes.newMeeting),
  { path: routes.signUp, page: lazy(() => import('./rooms/meetings/SignUpPage')) },
  { path: routes.meeting, page: lazy(() => import('./rooms/meetings/MeetingPage')) },
  { path: routes.questions, page: lazy(() => import('./rooms/questions/ListPage')) },
  forStaff(routes.newQuestion),
  { path: routes.question, page: lazy(() => import('./rooms/questions/DetailPage')) },
  { path: routes.contactPersons, page: lazy(() => import('./rooms/council/ContactsPage')) },
  { path: routes.decisions, page: lazy(() => import('./rooms/decisions/ListPage')) },
  forStaff(routes.newDecision),
  { path: routes.decision, page: lazy(() => import('./rooms/decisions/DetailPage')) },
  { path: routes.references, page: lazy(() => import('./rooms/references/ListPage')) },
  { path: routes.competences, page: lazy(() => import('./rooms/competences/ListPage')) },
  forStaff(routes.communications),
  { path: routes.surveys, page: lazy(() => import('./rooms/surveys/ListPage')) },
  forStaff(routes.newSurvey),
  forStaff(routes.surveyBuilder),
  forStaff(routes.surveyTrial),
  { path: routes.surveyResults, page: lazy(() => import('./rooms/results/ResultsPage')) },
  { path: routes.surveyTexts, page: lazy(() => import('./rooms/results/TextsPage')) },
  forStaff(routes.surveyCoverage),
  { path: routes.compilation, page: lazy(() => import('./rooms/compilations/CompilationPage')) },
  forStaff(routes.surveyUnits),
  forStaff(routes.unitResponse),
  { path: routes.survey, page: lazy(() => import('./rooms/surveys/RoundPage')) },
  forStaff(routes.steering),
  { path: routes.about, page: lazy(() => import('./rooms/home/AboutPage')) },
  { path: routes.accessibility, page: lazy(() => import('./rooms/home/AccessibilityPage')) },
  forStaff(routes.desk),
  forStaff(routes.retention),
  forStaff(routes.erasureRecord),
  forStaff(routes.history),
  forStaff(routes.traces),
  forStaff(routes.trace),
  { path: routes.signIn, page: lazy(() => import('./rooms/accounts/SignInPage')) },
  { path: routes.signInDone, page: lazy(() => import('./rooms/accounts/SignInDonePage')) },
  { path: routes.forgotten, page: lazy(() => import('./rooms/accounts/ForgottenPage')) },
  { path: routes.newPassword, page: lazy(() => import('./rooms/accounts/NewPasswordPage')) },
  forStaff(routes.account),
  forStaff(routes.newPerson),
  forStaff(routes.person),
  forStaff(routes.people),
  forStaff(routes.newApiClient),
  forStaff(routes.apiClient),
  forStaff(routes.apiClients),
  { path: routes.rights, page: lazy(() => import('./rooms/rights/RightsPage')) },
  { path: routes.outbox, page: lazy(() => import('./rooms/outbox/OutboxPage')) },
]

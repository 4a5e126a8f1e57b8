import { routes } from './paths'

/** The pages for those signed in, each a chunk of its own; routes.tsx says in what order their addresses are tried. */
export const staffPages = {
  [routes.newActivity]: () => import('./rooms/activities/NewEditPage'),
  [routes.editActivity]: () => import('./rooms/activities/EditPage'),
  [routes.newPlan]: () => import('./rooms/plans/NewPlanEditPage'),
  [routes.terms]: () => import('./rooms/plans/TermsEditPage'),
  [routes.editPlan]: () => import('./rooms/plans/PlanEditPage'),
  [routes.ownEntries]: () => import('./rooms/timelines/EntriesEditPage'),
  [routes.mandates]: () => import('./rooms/council/MandatesPage'),
  [routes.newMeeting]: () => import('./rooms/meetings/NewEditPage'),
  [routes.newQuestion]: () => import('./rooms/questions/NewEditPage'),
  [routes.newDecision]: () => import('./rooms/decisions/NewEditPage'),
  [routes.communications]: () => import('./rooms/communications/ListPage'),
  [routes.newSurvey]: () => import('./rooms/surveys/NewEditPage'),
  [routes.surveyBuilder]: () => import('./rooms/surveys/BuildEditPage'),
  [routes.surveyTrial]: () => import('./rooms/surveys/TrialPage'),
  [routes.surveyCoverage]: () => import('./rooms/invitations/CoveragePage'),
  [routes.surveyUnits]: () => import('./rooms/responses/UnitsPage'),
  [routes.unitResponse]: () => import('./rooms/responses/ResponsePage'),
  [routes.steering]: () => import('./rooms/steering/SteeringPage'),
  [routes.desk]: () => import('./rooms/home/DeskPage'),
  [routes.retention]: () => import('./rooms/retention/RetentionPage'),
  [routes.erasureRecord]: () => import('./rooms/retention/RecordPage'),
  [routes.history]: () => import('./rooms/traces/HistoryPage'),
  [routes.traces]: () => import('./rooms/traces/SearchPage'),
  [routes.trace]: () => import('./rooms/traces/TracePage'),
  [routes.account]: () => import('./rooms/accounts/AccountPage'),
  [routes.newPerson]: () => import('./rooms/accounts/NewPersonPage'),
  [routes.person]: () => import('./rooms/accounts/PersonPage'),
  [routes.people]: () => import('./rooms/accounts/PeoplePage'),
  [routes.newApiClient]: () => import('./rooms/integrations/NewClientPage'),
  [routes.apiClient]: () => import('./rooms/integrations/ClientPage'),
  [routes.apiClients]: () => import('./rooms/integrations/ClientsPage'),
}

export type StaffPath = keyof typeof staffPages

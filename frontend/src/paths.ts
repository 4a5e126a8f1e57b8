import { type Lang, useLang } from './lib/i18n'

/**
 * Every address once. `routes` are the patterns wouter matches (below the language prefix); `pathsIn(lang)` builds the
 * addresses that links use. English lives under /en with the same words, so that no storage has to remember it.
 */
export const routes = {
  home: '/',
  plan: '/plan/:plan?',
  plans: '/planer',
  newPlan: '/planer/ny',
  terms: '/begrepp',
  planVersions: '/plan/:plan/versioner',
  editPlan: '/plan/:plan/redigera',
  activities: '/aktiviteter',
  newActivity: '/aktiviteter/ny',
  activity: '/aktiviteter/:activity',
  editActivity: '/aktiviteter/:activity/redigera',
  boards: '/namnder',
  board: '/namnder/:board',
  ownEntries: '/tidslinje/egna/poster',
  timeline: '/tidslinje/:form?',
  matrix: '/oversikt',
  council: '/samverkansrad',
  councilSeat: '/samverkansrad/platser/:seat',
  mandates: '/samverkansrad/mandat',
  meetings: '/samverkansrad/moten',
  newMeeting: '/samverkansrad/moten/nytt',
  meeting: '/samverkansrad/moten/:meeting',
  signUp: '/samverkansrad/moten/:meeting/anmalan',
  questions: '/samverkansrad/fragor',
  newQuestion: '/samverkansrad/fragor/ny',
  question: '/samverkansrad/fragor/:question',
  contactPersons: '/kontaktpersoner',
  decisions: '/beslut',
  newDecision: '/beslut/nytt',
  decision: '/beslut/:decision',
  references: '/samverkansrad/referensgrupp',
  competences: '/kompetens',
  communications: '/kommunikation',
  surveys: '/kartlaggning',
  survey: '/kartlaggning/:survey',
  newSurvey: '/kartlaggning/ny',
  surveyBuilder: '/kartlaggning/:survey/bygg',
  surveyTrial: '/kartlaggning/:survey/prov',
  surveyResults: '/kartlaggning/:survey/resultat',
  surveyTexts: '/kartlaggning/:survey/texter',
  surveyCoverage: '/kartlaggning/:survey/tackning',
  surveyUnits: '/kartlaggning/:survey/enheter',
  compilation: '/kartlaggning/:survey/sammanstallning',
  unitResponse: '/kartlaggning/:survey/svar/:response',
  steering: '/styrgrupp',
  about: '/om',
  accessibility: '/tillganglighet',
  rights: '/om/rattigheter',
  signIn: '/logga-in',
  signInDone: '/logga-in/klart',
  forgotten: '/konto/glomt-losenord',
  newPassword: '/konto/losenord',
  account: '/konto',
  desk: '/arbete',
  people: '/personer',
  newPerson: '/personer/ny',
  person: '/personer/:person',
  apiClients: '/system',
  newApiClient: '/system/nytt',
  apiClient: '/system/:client',
  traces: '/spar',
  trace: '/spar/:trace',
  history: '/historik/:type/:id',
  retention: '/gallring',
  erasureRecord: '/gallring/:record',
  outbox: '/demo/utkorg',
} as const

const query = (params: Record<string, string | undefined>): string => {
  const entries = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return entries.length ? `?${new URLSearchParams(entries)}` : ''
}

const id = encodeURIComponent

function build(prefix: string) {
  return {
    home: () => prefix || '/',
    /** The plan to read; without a key, the one in force. The anchor is a section's. */
    plan: (key?: string, anchor?: string) =>
      `${prefix}/plan${key ? `/${id(key)}` : ''}${anchor ? `#${id(anchor)}` : ''}`,
    plans: () => `${prefix}/planer`,
    newPlan: () => `${prefix}/planer/ny`,
    /** Violence areas and target groups, to edit. */
    terms: () => `${prefix}/begrepp`,
    /** The plan's frozen versions, and what differs between two of them: ids, or `nu` for the plan as it stands. */
    planVersions: (key: string, compared: { fran?: string; till?: string } = {}) =>
      `${prefix}/plan/${id(key)}/versioner${query(compared)}`,
    editPlan: (key: string) => `${prefix}/plan/${id(key)}/redigera`,
    activities: (filters: Record<string, string | undefined> = {}) => `${prefix}/aktiviteter${query(filters)}`,
    newActivity: (plan?: string) => `${prefix}/aktiviteter/ny${query({ plan })}`,
    /** By code within the plan in force, or by id. */
    activity: (codeOrId: string) => `${prefix}/aktiviteter/${id(codeOrId)}`,
    editActivity: (codeOrId: string) => `${prefix}/aktiviteter/${id(codeOrId)}/redigera`,
    boards: () => `${prefix}/namnder`,
    /** By key or id. */
    board: (keyOrId: string) => `${prefix}/namnder/${id(keyOrId)}`,
    timeline: (
      form?: 'diagram' | 'tabell' | 'arshjul' | 'kalender',
      filters: Record<string, string | undefined> = {},
    ) => `${prefix}/tidslinje${form ? `/${form}` : ''}${query(filters)}`,
    /** The entries that somebody wrote, to edit. */
    ownEntries: () => `${prefix}/tidslinje/egna/poster`,
    matrix: () => `${prefix}/oversikt`,
    council: (part?: string) => `${prefix}/samverkansrad${part ? `#${part}` : ''}`,
    /** By key or id. */
    councilSeat: (keyOrId: string) => `${prefix}/samverkansrad/platser/${id(keyOrId)}`,
    /** Who holds the seats and until when, for those who appoint. */
    mandates: (filters: Record<string, string | undefined> = {}) => `${prefix}/samverkansrad/mandat${query(filters)}`,
    /** The council's meetings through the years. */
    meetings: (filters: Record<string, string | undefined> = {}) => `${prefix}/samverkansrad/moten${query(filters)}`,
    newMeeting: () => `${prefix}/samverkansrad/moten/nytt`,
    meeting: (meetingId: string) => `${prefix}/samverkansrad/moten/${id(meetingId)}`,
    /** Signing up to an open forum. */
    signUp: (meetingId: string) => `${prefix}/samverkansrad/moten/${id(meetingId)}/anmalan`,
    /** Questions to the competence centre; what is searched for never stands in an address. */
    questions: (filters: Record<string, string | undefined> = {}) => `${prefix}/samverkansrad/fragor${query(filters)}`,
    newQuestion: () => `${prefix}/samverkansrad/fragor/ny`,
    question: (questionId: string) => `${prefix}/samverkansrad/fragor/${id(questionId)}`,
    /** Each unit's contact person. */
    contactPersons: (filters: Record<string, string | undefined> = {}) => `${prefix}/kontaktpersoner${query(filters)}`,
    /** What bodies have decided about the plan. */
    decisions: (filters: Record<string, string | undefined> = {}) => `${prefix}/beslut${query(filters)}`,
    newDecision: () => `${prefix}/beslut/nytt`,
    decision: (decisionId: string) => `${prefix}/beslut/${id(decisionId)}`,
    /** The reference group, and what it is called in to. */
    references: () => `${prefix}/samverkansrad/referensgrupp`,
    /** Who knows what, and who helps. */
    competences: (filters: Record<string, string | undefined> = {}) => `${prefix}/kompetens${query(filters)}`,
    /** What is told inward and outward. */
    communications: (filters: Record<string, string | undefined> = {}) => `${prefix}/kommunikation${query(filters)}`,
    /** The rounds of the mapping survey. */
    surveys: () => `${prefix}/kartlaggning`,
    survey: (surveyId: string) => `${prefix}/kartlaggning/${id(surveyId)}`,
    newSurvey: () => `${prefix}/kartlaggning/ny`,
    /** Where a round's questions are written. */
    surveyBuilder: (surveyId: string) => `${prefix}/kartlaggning/${id(surveyId)}/bygg`,
    /** Where its questions are tried. */
    surveyTrial: (surveyId: string) => `${prefix}/kartlaggning/${id(surveyId)}/prov`,
    /** What employees answered, in one breakdown, beside an earlier round. */
    surveyResults: (surveyId: string, filters: Record<string, string | undefined> = {}) =>
      `${prefix}/kartlaggning/${id(surveyId)}/resultat${query(filters)}`,
    /** What employees wrote in their own words. */
    surveyTexts: (surveyId: string, filters: Record<string, string | undefined> = {}) =>
      `${prefix}/kartlaggning/${id(surveyId)}/texter${query(filters)}`,
    surveyResultsTable: (surveyId: string) =>
      `/api/v1/surveys/${id(surveyId)}/results/table?lang=${prefix ? 'en' : 'sv'}`,
    /** What the units have signed, compiled; and the same as a page to print, a Word document and a table file. */
    compilation: (surveyId: string) => `${prefix}/kartlaggning/${id(surveyId)}/sammanstallning`,
    compilationAs: (surveyId: string, form: 'document' | 'docx' | 'pdf' | 'table') =>
      `/api/v1/surveys/${id(surveyId)}/compilation/${form}?lang=${prefix ? 'en' : 'sv'}`,
    /** The units that one answers for. */
    surveyUnits: (surveyId: string, filters: Record<string, string | undefined> = {}) =>
      `${prefix}/kartlaggning/${id(surveyId)}/enheter${query(filters)}`,
    /** A unit's joint answer; the anchor is a question's. */
    unitResponse: (surveyId: string, responseId: string, anchor?: string) =>
      `${prefix}/kartlaggning/${id(surveyId)}/svar/${id(responseId)}${anchor ? `#${anchor}` : ''}`,
    /** A unit's answer as a document to read and print. */
    unitResponsePaper: (surveyId: string, responseId: string) =>
      `/api/v1/surveys/${id(surveyId)}/responses/${id(responseId)}/document`,
    /** How far units and groups have come. */
    surveyCoverage: (surveyId: string, filters: Record<string, string | undefined> = {}) =>
      `${prefix}/kartlaggning/${id(surveyId)}/tackning${query(filters)}`,
    /** The steering group's view through the year; `sedan` is the day after which changes are told. */
    steering: (sedan?: string) => `${prefix}/styrgrupp${query({ sedan })}`,
    about: () => `${prefix}/om`,
    accessibility: () => `${prefix}/tillganglighet`,
    /** Who may do what. */
    rights: () => `${prefix}/om/rattigheter`,
    /** `why` is said there: a new password is chosen, or what one was about to do asks for a fresh sign-in. */
    signIn: (from?: string, why?: 'nytt-losenord' | 'igen') => `${prefix}/logga-in${query({ from, varfor: why })}`,
    forgotten: () => `${prefix}/konto/glomt-losenord`,
    /** The signed-in person's own account. */
    account: (part?: string) => `${prefix}/konto${part ? `#${part}` : ''}`,
    /** Where those who work with the plan begin. */
    desk: () => `${prefix}/arbete`,
    people: (filters: Record<string, string | undefined> = {}) => `${prefix}/personer${query(filters)}`,
    newPerson: () => `${prefix}/personer/ny`,
    person: (personId: string) => `${prefix}/personer/${id(personId)}`,
    apiClients: () => `${prefix}/system`,
    newApiClient: () => `${prefix}/system/nytt`,
    apiClient: (clientId: string) => `${prefix}/system/${id(clientId)}`,
    traces: (filters: Record<string, string | undefined> = {}) => `${prefix}/spar${query(filters)}`,
    trace: (traceId: string) => `${prefix}/spar/${id(traceId)}`,
    /** How a thing came to be as it is, by the API's name of its kind. */
    history: (type: string, thingId: string) => `${prefix}/historik/${id(type)}/${id(thingId)}`,
    retention: () => `${prefix}/gallring`,
    erasureRecord: (recordId: string) => `${prefix}/gallring/${id(recordId)}`,
    outbox: () => `${prefix}/demo/utkorg`,
    /** Outside this application: real pages of their own under the same origin. */
    help: () => (prefix ? '/stod/en/' : '/stod/'),
    /** Where an employee answers a survey with a code. */
    answer: () => (prefix ? '/svara/en' : '/svara'),
    /** A round's questions as a document to read and print. */
    surveyForm: (surveyId: string) => `/api/v1/surveys/${id(surveyId)}/document?lang=${prefix ? 'en' : 'sv'}`,
    reference: () => '/reference/',
    openApi: () => '/api/v1/openapi.json',
    calendar: (filters: Record<string, string | undefined> = {}) => `/api/v1/timelines/calendar${query(filters)}`,
  }
}

const built = { sv: build(''), en: build('/en') }

export const pathsIn = (lang: Lang) => built[lang]

export const usePaths = () => pathsIn(useLang())

/** The language an address is in, and the same address in the other one. */
export function langOfPath(pathname: string): Lang {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'sv'
}

export function inLang(pathname: string, lang: Lang): string {
  const bare = langOfPath(pathname) === 'en' ? pathname.slice(3) || '/' : pathname
  if (lang === 'sv') return bare
  return bare === '/' ? '/en' : `/en${bare}`
}

/** Links that the server answers itself, which the application must let through. */
export const isOutside = (pathname: string): boolean => /^\/(api|stod|svara|reference)(\/|$)/.test(pathname)

/** Where to go after signing in: only to a page of ours, whatever the address says. */
export function safeReturn(from: string | null, home: string): string {
  return from && /^\/(?![/\\])[!-~]*$/.test(from) ? from : home
}

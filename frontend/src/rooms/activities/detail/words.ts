import { catalogue, counted } from '../../../lib/i18n'

const times = {
  sv: ['', 'en gång', 'två gånger', 'tre gånger', 'fyra gånger', 'fem gånger', 'sex gånger'],
  en: ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'],
}

export const words = catalogue({
  missingTitle: { sv: 'Aktiviteten finns inte', en: 'This activity does not exist' },
  missingText: {
    sv: 'Den kan ha fått ett annat nummer eller tagits bort. Alla aktiviteter finns i listan.',
    en: 'It may have got another number or been removed. All activities are in the list.',
  },
  toList: { sv: 'Till alla aktiviteter', en: 'To all activities' },
  list: { sv: 'Aktiviteter', en: 'Activities' },
  activityNo: { sv: (code: string) => `Aktivitet ${code}`, en: (code: string) => `Activity ${code}` },
  partNo: {
    sv: (n: number, title: string) => `Del ${n}: ${title}`,
    en: (n: number, title: string) => `Part ${n}: ${title}`,
  },
  partOf: { sv: 'Ingår i', en: 'Part of' },
  state: { sv: 'Läget', en: 'How it goes' },
  reported: { sv: 'Senast rapporterad', en: 'Last reported' },
  stale: {
    sv: (days: number) => `Senaste rapporten är äldre än ${days} dagar.`,
    en: (days: number) => `The latest report is more than ${days} days old.`,
  },
  overrideUntil: { sv: (day: string) => `Gäller till och med ${day}.`, en: (day: string) => `Holds until ${day}.` },
  doneOn: { sv: 'Klar', en: 'Done' },
  periodEnded: {
    sv: (day: string) => `Planperioden tog slut ${day}. Läget är det som gällde den dagen.`,
    en: (day: string) => `The plan's period ended on ${day}. The state is the one of that day.`,
  },
  merged: { sv: 'Aktiviteten har gått upp i', en: 'The activity has become part of' },
  mergedLead: {
    sv: 'Det som har rapporterats här finns kvar. Nytt arbete redovisas där.',
    en: 'What was reported here is kept. New work is reported there.',
  },
  unconfirmed: {
    sv: 'Det som är märkt ”att bekräfta” är vår tolkning av underlaget. Kommunen har inte bekräftat det än.',
    en: 'What is marked “to be confirmed” is our reading of the source. The municipality has not confirmed it yet.',
  },
  confirm: { sv: 'Bekräfta uppgifterna', en: 'Confirm the details' },
  who: { sv: 'Vem svarar', en: 'Who answers' },
  editWho: { sv: 'Ändra vilka som svarar', en: 'Change who answers' },
  stop: { sv: 'Klar med ändringarna', en: 'Finished changing' },
  nobody: { sv: 'Ingen är utsedd att svara för aktiviteten.', en: 'Nobody is named to answer for the activity.' },
  byRule: {
    sv: (n: number) => `Alla nämnder svarar. Vilka de är följer av nämndorganisationen: i dag är de ${n}.`,
    en: (n: number) =>
      `All boards answer. Which they are follows from how the boards are organised: today they are ${n}.`,
  },
  byRuleOther: {
    sv: (n: number) => `Gäller alla nämnder. Vilka de är följer av nämndorganisationen: i dag är de ${n}.`,
    en: (n: number) =>
      `Holds for all boards. Which they are follows from how the boards are organised: today they are ${n}.`,
  },
  silent: { sv: 'Inget rapporterat från', en: 'Nothing reported from' },
  allBoards: { sv: 'alla nämnder', en: 'all boards' },
  lastOn: { sv: (day: string) => `rapporterade ${day}`, en: (day: string) => `reported ${day}` },
  assignment: {
    sv: (text: string) => `I uppdragsplanen: ${text}`,
    en: (text: string) => `In the assignment plan: ${text}`,
  },
  fromParent: {
    sv: 'Samma som för aktiviteten som den ingår i.',
    en: 'The same as for the activity that it is part of.',
  },
  handedOver: { sv: 'lämnade över till', en: 'handed over to' },
  willHandOver: { sv: 'lämnar över till', en: 'hands over to' },
  handoverUnknown: { sv: 'datum saknas', en: 'no date' },
  ended: { sv: 'Tidigare', en: 'Earlier' },
  until: { sv: 'till och med', en: 'until' },
  road: { sv: 'Vägen', en: 'The road' },
  editRoad: { sv: 'Ändra milstolpar', en: 'Change milestones' },
  roadPicture: {
    sv: (steps: string) => `Tidslinje med dagens datum och ${steps}. Samma sak står i listan nedanför.`,
    en: (steps: string) => `Timeline with today and ${steps}. The list below says the same.`,
  },
  steps: counted({ sv: ['milstolpe', 'milstolpar'], en: ['milestone', 'milestones'] }),
  today: { sv: 'I dag', en: 'Today' },
  stepDone: { sv: 'klar', en: 'done' },
  stepDoneOn: { sv: (day: string) => `klar ${day}`, en: (day: string) => `done ${day}` },
  stepLate: { sv: 'försenad', en: 'late' },
  noRoad: {
    sv: 'Planen anger varken milstolpar eller datum för aktiviteten.',
    en: 'The plan gives neither milestones nor dates for the activity.',
  },
  noSteps: { sv: 'Inga milstolpar är satta.', en: 'No milestones are set.' },
  periodIs: { sv: 'Aktivitetens egen tid:', en: 'The time of the activity:' },
  confirmed: { sv: 'Uppgifterna är bekräftade.', en: 'The details are confirmed.' },
  refer: { sv: 'Ange plats i uppdragsplanen', en: 'Give the place in the assignment plan' },
  referOf: {
    sv: (body: string) => `Ange plats i uppdragsplanen för ${body}`,
    en: (body: string) => `Give the place in the assignment plan of ${body}`,
  },
  recurs: { sv: 'Återkommer', en: 'Recurs' },
  yearly: { sv: 'varje år', en: 'every year' },
  yearlyIn: { sv: (month: string) => `varje år i ${month}`, en: (month: string) => `every year in ${month}` },
  perYear: {
    sv: (n: number) => `${times.sv[n] ?? `${n} gånger`} om året`,
    en: (n: number) => `${times.en[n] ?? `${n} times`} a year`,
  },
  termOfOffice: { sv: 'varje mandatperiod', en: 'every term of office' },
  termOfOfficeIn: {
    sv: (month: string) => `i ${month} varje valår`,
    en: (month: string) => `in ${month} every election year`,
  },
  reports: { sv: 'Rapporter', en: 'Reports' },
  noReportsTitle: { sv: 'Ingen har rapporterat än', en: 'Nobody has reported yet' },
  noReportsText: {
    sv: 'När en ansvarig nämnd berättar hur det går visas det här, det senaste först.',
    en: 'When an answerable board tells how it goes it is shown here, the latest first.',
  },
  asOf: { sv: 'läget', en: 'as of' },
  correct: { sv: 'Rätta', en: 'Correct' },
  correctOf: {
    sv: (body: string) => `Rätta rapporten från ${body}`,
    en: (body: string) => `Correct the report from ${body}`,
  },
  did: { sv: 'Gjort', en: 'Done' },
  deviates: { sv: 'Avviker', en: 'Deviates' },
  next: { sv: 'Härnäst', en: 'Next' },
  older: { sv: 'Visa äldre rapporter', en: 'Show older reports' },
  what: { sv: 'Vad som ingår', en: 'What it holds' },
  subActivities: { sv: 'Delaktiviteter', en: 'Sub-activities' },
  context: { sv: 'Sammanhang', en: 'Context' },
  time: { sv: 'Tid', en: 'Time' },
  from: { sv: 'från', en: 'from' },
  noDates: { sv: 'Inte angiven', en: 'Not given' },
  areas: { sv: 'Våldsområden', en: 'Violence areas' },
  targetGroups: { sv: 'Målgrupper', en: 'Target groups' },
  levels: { sv: 'Nivåer', en: 'Levels' },
  notClassified: { sv: 'Inte klassad', en: 'Not classified' },
  goals: { sv: 'Mål', en: 'Goals' },
  effect: { sv: 'Förväntad effekt', en: 'Expected effect' },
  funding: { sv: 'Finansiering', en: 'Funding' },
  amount: {
    sv: (amount: number) => `${amount.toLocaleString('sv')} kr`,
    en: (amount: number) => `SEK ${amount.toLocaleString('en-GB')}`,
  },
  before: { sv: 'Kommer efter', en: 'Comes after' },
  editBefore: { sv: 'Ändra vad som kommer före', en: 'Change what comes before' },
  aliases: { sv: 'Tidigare nummer', en: 'Earlier numbers' },
  links: { sv: 'Läs mer', en: 'Read more' },
  follow: { sv: 'Följ aktiviteten', en: 'Follow the activity' },
  onTimeline: { sv: 'Se den på tidslinjen', en: 'See it on the timeline' },
  calendar: { sv: 'Datumen i din kalender', en: 'The dates in your calendar' },
  updated: { sv: 'Innehållet ändrades senast', en: 'The content was last changed' },
  belongsTo: { sv: 'Ur', en: 'From' },
  printed: { sv: 'Utskriven', en: 'Printed' },
})

export const roleWords = catalogue({
  answerable: { sv: 'Svarar för aktiviteten', en: 'Answers for the activity' },
  carriesOut: { sv: 'Genomför', en: 'Carries it out' },
  supports: { sv: 'Stödjer', en: 'Supports' },
})

/** How far the money has come. */
export const fundingWords = catalogue({
  none: { sv: 'ingen särskild finansiering', en: 'no funding of its own' },
  applied: { sv: 'sökt', en: 'applied for' },
  granted: { sv: 'beviljad', en: 'granted' },
})

/** Who speaks in a report: the role, never the person. */
export const byRoleWords = catalogue({
  admin: { sv: 'införd av samordnaren', en: 'entered by the coordinator' },
  coordinator: { sv: 'införd av samordnaren', en: 'entered by the coordinator' },
  client: { sv: 'inskickad av organets eget system', en: 'sent by the body’s own system' },
})

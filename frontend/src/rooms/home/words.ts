import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  deskTitle: { sv: 'Arbetsyta', en: 'Desk' },
  deskLead: {
    sv: 'Det här får du göra med dina roller. Saknas något? Fråga den som samordnar planen.',
    en: 'This is what your roles let you do. Is something missing? Ask whoever coordinates the plan.',
  },
  title: { sv: 'Så arbetar vi mot våld', en: 'How we work against violence' },
  documentTitle: { sv: 'En väg in', en: 'One way in' },
  lead: {
    sv: 'Vad som görs, av vem och när. Och var du får hjälp.',
    en: 'What is done, by whom and when. And where you get help.',
  },
  helpTitle: { sv: 'Behöver du hjälp?', en: 'Do you need help?' },
  helpText: {
    sv: 'Du kan prata med någon nu, också utan att säga vem du är.',
    en: 'You can talk to someone now, also without saying who you are.',
  },
  helpLink: { sv: 'Visa vägar till hjälp', en: 'Show ways to get help' },
  emergency: { sv: 'Ring 112 vid fara.', en: 'Call 112 in danger.' },
  howItGoes: { sv: 'Så går det', en: 'How it goes' },
  wholePlan: { sv: 'Läs planen', en: 'Read the plan' },
  changedLast: { sv: 'Senast rapporterat', en: 'Last reported' },
  nothingReported: { sv: 'Inget är rapporterat än.', en: 'Nothing has been reported yet.' },
  comesNext: { sv: 'Det här kommer', en: 'What comes next' },
  nothingNext: { sv: 'Inget är inplanerat framåt.', en: 'Nothing is planned ahead.' },
  allActivities: { sv: 'Alla aktiviteter', en: 'All activities' },
  timeline: { sv: 'Hela tidslinjen', en: 'The whole timeline' },
  areas: { sv: 'Våldsområden', en: 'Violence areas' },
  periodOver: {
    sv: (to: string) => `Planperioden slutade ${to}. Läget är det som gällde då.`,
    en: (to: string) => `The plan’s period ended on ${to}. The states are those of that day.`,
  },
  noPlanTitle: { sv: 'Ingen plan är publicerad än', en: 'No plan is published yet' },
  noPlanText: {
    sv: 'När planen är publicerad visas här hur det går.',
    en: 'When the plan is published, how it goes is shown here.',
  },
  aboutTitle: { sv: 'Om tjänsten', en: 'About this service' },
  aboutLead: {
    sv: 'En väg in samlar kommunens handlingsplan mot våld: vad som ska göras, vem som svarar för det och hur det går.',
    en: 'One way in gathers the municipality’s action plan against violence: what is to be done, who answers for it and how it goes.',
  },
  aboutSources: { sv: 'Var uppgifterna kommer ifrån', en: 'Where the data comes from' },
  aboutSourcesText: {
    sv: 'Uppgifterna kommer från den offentliga planen och från nämndernas egna rapporter. Det som är vår tolkning är märkt att bekräfta tills kommunen har sagt sitt.',
    en: 'The data comes from the public plan and from the boards’ own reports. What is our reading is marked to be confirmed until the municipality has had its say.',
  },
  aboutRights: { sv: 'Vem som får göra vad', en: 'Who may do what' },
  aboutRightsText: {
    sv: 'Alla får läsa det som är publicerat. Bara de som har fått en roll får ändra något.',
    en: 'Everyone may read what is published. Only those who were given a role may change anything.',
  },
  aboutRightsLink: { sv: 'Roller och rättigheter', en: 'Roles and rights' },
  aboutTraces: { sv: 'Vad den här webbplatsen sparar', en: 'What this site keeps' },
  aboutTracesText: {
    sv: 'När du läser utan att logga in sätts inga kakor, inget sparas i din webbläsare och inget hämtas från någon annan. Webbläsarens egen historik kan vi inte radera.',
    en: 'When you read without signing in, no cookies are set, nothing is stored in your browser and nothing is fetched from anyone else. Your browser’s own history we cannot erase.',
  },
  aboutOpen: { sv: 'Öppen källkod och öppna data', en: 'Open source and open data' },
  aboutOpenText: {
    sv: 'Programmet är öppen källkod under EUPL 1.2. Allt offentligt innehåll kan läsas maskinellt.',
    en: 'The software is open source under EUPL 1.2. All public content can be read by machines.',
  },
  aboutReference: { sv: 'Beskrivning av API:et', en: 'Description of the API' },
  accessTitle: { sv: 'Tillgänglighet', en: 'Accessibility' },
  accessLead: {
    sv: 'Vi vill att alla ska kunna använda webbplatsen. Här står hur långt vi har kommit och vad som brister.',
    en: 'We want everyone to be able to use this site. Here is how far we have come and what is lacking.',
  },
  accessConformity: { sv: 'Hur tillgänglig webbplatsen är', en: 'How accessible the site is' },
  accessPartial: {
    sv: 'Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Målet är WCAG 2.2 på nivå AA.',
    en: 'The site conforms in part to the Swedish act on accessibility of digital public service. The aim is WCAG 2.2 at level AA.',
  },
  accessFull: {
    sv: 'Webbplatsen är förenlig med lagen om tillgänglighet till digital offentlig service.',
    en: 'The site conforms to the Swedish act on accessibility of digital public service.',
  },
  accessLacks: { sv: 'Det här brister', en: 'What is lacking' },
  accessReport: { sv: 'Säg till om något inte fungerar', en: 'Tell us when something does not work' },
  accessReportText: {
    sv: (phone: string) => `Ring Umeå kommun på ${phone}. Du behöver inte säga vem du är.`,
    en: (phone: string) => `Call Umeå Municipality on ${phone}. You do not have to say who you are.`,
  },
  accessComplain: {
    sv: 'Anmäl till Myndigheten för digital förvaltning',
    en: 'Complain to the Agency for Digital Government',
  },
  accessHow: { sv: 'Hur vi har prövat', en: 'How we have tested' },
  accessHowText: {
    sv: 'Vi har själva prövat sidorna med automatiska regler, med bara tangentbord, med förstorad text, på en skärm 320 punkter bred, i mörkt läge och utskriven.',
    en: 'We have ourselves tested the pages with automatic rules, by keyboard alone, with enlarged text, on a screen 320 points wide, in dark mode and in print.',
  },
  accessDates: {
    sv: (assessed: string, updated: string) => `Bedömd ${assessed}. Senast ändrad ${updated}.`,
    en: (assessed: string, updated: string) => `Assessed on ${assessed}. Last changed on ${updated}.`,
  },
})

/** The ways of the desk, by their name. */
export const deskWords = catalogue({
  activities: { sv: 'Aktiviteter att rapportera om', en: 'Activities to report on' },
  activitiesText: {
    sv: 'Öppna en aktivitet för att berätta hur det går.',
    en: 'Open an activity to tell how it goes.',
  },
  account: { sv: 'Mitt konto', en: 'My account' },
  accountText: {
    sv: 'Lösenord, andra steget, inloggningar och vad som syns om dig.',
    en: 'Password, second step, sign-ins and what is shown of you.',
  },
  steering: { sv: 'Styrgruppens lägesbild', en: 'The steering group’s view' },
  steeringText: {
    sv: 'Vad som är försenat, har ändrats eller väntar på någon.',
    en: 'What is late, has changed or waits for somebody.',
  },
  decisions: { sv: 'Beslut', en: 'Decisions' },
  decisionsText: {
    sv: 'Vad som har beslutats om planen, och vad som ska återrapporteras.',
    en: 'What has been decided about the plan, and what is to be reported back.',
  },
  mandates: { sv: 'Mandat i rådet', en: 'Mandates in the council' },
  mandatesText: {
    sv: 'Utse till samverkansrådets platser, och se vems uppdrag som snart går ut.',
    en: 'Appoint to the council’s seats, and see whose mandate soon ends.',
  },
  meetings: { sv: 'Rådets möten', en: 'The council’s meetings' },
  meetingsText: {
    sv: 'Dagordningar, protokoll och ämnen att ta upp.',
    en: 'Agendas, minutes and topics to take up.',
  },
  questions: { sv: 'Frågor till kompetenscentrum', en: 'Questions to the competence centre' },
  questionsText: {
    sv: 'Fråga de sakkunniga, sök bland svaren och se vad som väntar.',
    en: 'Ask the experts, search the answers and see what waits.',
  },
  communications: { sv: 'Kommunikationsplan', en: 'Communication plan' },
  communicationsText: {
    sv: 'Vad som berättas inåt och utåt, när och av vem.',
    en: 'What is told inward and outward, when and by whom.',
  },
  surveys: { sv: 'Kartläggning', en: 'Mapping survey' },
  surveysText: {
    sv: 'Omgångar där enheter och medarbetare svarar: frågor, hur långt ni har kommit och resultat.',
    en: 'Rounds in which units and employees answer: questions, how far you have come and results.',
  },
  competences: { sv: 'Kompetens och stöd', en: 'Competence and support' },
  competencesText: {
    sv: 'Vem som kan vad, och hur de nås.',
    en: 'Who knows what, and how to reach them.',
  },
  references: { sv: 'Referensgruppen', en: 'The reference group' },
  referencesText: {
    sv: 'Vilka som kan kallas in, och till vad de är inkallade.',
    en: 'Who can be called in, and what they are called in to.',
  },
  contactPersons: { sv: 'Kontaktpersoner', en: 'Contact persons' },
  contactPersonsText: {
    sv: 'Vilka enheter som har en, och vilka som saknar.',
    en: 'Which units have one, and which have none.',
  },
  people: { sv: 'Personer och roller', en: 'People and roles' },
  peopleText: {
    sv: 'Bjud in, ge roller för en tid och avsluta konton.',
    en: 'Invite, give roles for a time and close accounts.',
  },
  systems: { sv: 'Anslutna system', en: 'Connected systems' },
  systemsText: {
    sv: 'Nycklar för andra system som läser eller rapporterar.',
    en: 'Keys for other systems that read or report.',
  },
  traces: { sv: 'Spår', en: 'Traces' },
  tracesText: { sv: 'Vem gjorde vad, när och varför.', en: 'Who did what, when and why.' },
  retention: { sv: 'Gallring', en: 'Retention' },
  retentionText: {
    sv: 'Hur länge uppgifter sparas, och vad som har gallrats.',
    en: 'How long data is kept, and what has been erased.',
  },
  rights: { sv: 'Vem får göra vad', en: 'Who may do what' },
  rightsText: { sv: 'Rollerna och deras rättigheter.', en: 'The roles and their rights.' },
  outbox: { sv: 'Utkorgen', en: 'The outbox' },
  outboxText: {
    sv: 'Brev som annars skulle ha skickats med e-post.',
    en: 'Letters that would otherwise have been sent by email.',
  },
})

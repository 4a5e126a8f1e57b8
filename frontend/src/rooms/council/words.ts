import { catalogue, counted } from '../../lib/i18n'

/** What everybody reads about the council. */
export const words = catalogue({
  title: { sv: 'Samverkansrådet mot våld', en: 'The collaboration council against violence' },
  name: { sv: 'Samverkansrådet', en: 'The council' },
  lead: {
    sv: 'Rådet håller ihop arbetet mot våld. Det samlar kommunens verksamheter runt samma bord, följer aktiviteterna i planen och tar upp det som ingen klarar ensam.',
    en: 'The council holds the work against violence together. It gathers the municipality’s services around one table, follows the activities of the plan and takes up what nobody manages alone.',
  },
  filledOf: {
    sv: (filled: number, all: number) => `${filled} av ${all}`,
    en: (filled: number, all: number) => `${filled} of ${all}`,
  },
  seatsFilled: { sv: 'platser är tillsatta', en: 'seats are filled' },
  seats: { sv: 'Platserna', en: 'The seats' },
  seatsText: {
    sv: 'Varje plats hör till en funktion i kommunen, inte till en person. Den nämnd eller det bolag som svarar för funktionen utser vem som sitter där, och hur länge.',
    en: 'Each seat belongs to a function in the municipality, not to a person. The board or company that answers for the function appoints who holds it, and for how long.',
  },
  namesText: {
    sv: 'Namn visas bara för den som själv har valt det.',
    en: 'Names are shown only of those who have chosen so.',
  },
  number: { sv: 'Plats', en: 'Seat' },
  convener: { sv: 'Sammankallande', en: 'Convener' },
  expert: { sv: 'Sakkunnig', en: 'Expert' },
  appointedBy: { sv: 'Utses av', en: 'Appointed by' },
  notKnownWho: { sv: 'inte klarlagt', en: 'not settled' },
  appointsUnknown: { sv: 'Vem som utser är inte klarlagt', en: 'Who appoints is not settled' },
  speaksFor: { sv: 'Företräder', en: 'Speaks for' },
  holder: { sv: 'Ledamot', en: 'Member' },
  substitute: { sv: 'Ersättare', en: 'Substitute' },
  until: { sv: (day: string) => `till och med ${day}`, en: (day: string) => `until ${day}` },
  noSeatsTitle: { sv: 'Rådet har inga platser än', en: 'The council has no seats yet' },
  noSeatsText: {
    sv: 'Här visas rådets platser när planen har bestämt dem.',
    en: 'The seats of the council are shown here once the plan has decided them.',
  },
  year: { sv: 'År', en: 'Year' },
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  more: { sv: 'Mer om rådets arbete', en: 'More on the council’s work' },
  appoint: { sv: 'Mandat i rådet', en: 'Mandates in the council' },
  appointText: {
    sv: 'Vem som sitter på varje plats, och var någon behöver utses.',
    en: 'Who holds each seat, and where somebody must be appointed.',
  },
  meetings: { sv: 'Möten och protokoll', en: 'Meetings and minutes' },
  meetingsText: {
    sv: 'När rådet träffas, dagordningar och justerade protokoll.',
    en: 'When the council meets, agendas and approved minutes.',
  },
  decisions: { sv: 'Beslut', en: 'Decisions' },
  decisionsText: {
    sv: 'Vad nämnder, styrelser och fullmäktige har beslutat om planen.',
    en: 'What boards and the city council have decided about the plan.',
  },
  questions: { sv: 'Frågor och svar', en: 'Questions and answers' },
  questionsText: {
    sv: 'Vad rådet och enheterna har frågat kommunens sakkunniga, och vad de har svarat.',
    en: 'What the council and the units have asked the municipality’s experts, and what they answered.',
  },
  references: { sv: 'Referensgruppen', en: 'The reference group' },
  referencesText: {
    sv: 'Vilka som kallas in till aktiviteter, och vad de kan.',
    en: 'Who is called in to activities, and what they know.',
  },
  competences: { sv: 'Kompetens och stöd', en: 'Competence and support' },
  competencesText: {
    sv: 'Vem som kan vad om våld, och hur de nås.',
    en: 'Who knows what about violence, and how to reach them.',
  },
  contactPersons: { sv: 'Kontaktpersoner', en: 'Contact persons' },
  contactPersonsText: {
    sv: 'Vilka enheter som har en kontaktperson, och vilka som saknar.',
    en: 'Which units have a contact person, and which have none.',
  },
  editSeat: { sv: 'Ändra platsen', en: 'Change the seat' },
  missingTitle: { sv: 'Platsen finns inte', en: 'This seat does not exist' },
  missingText: {
    sv: 'Den kan ha tagits bort eller bytt namn. Alla platser står på rådets sida.',
    en: 'It may have been removed or renamed. All seats stand on the council’s page.',
  },
  toCouncil: { sv: 'Till samverkansrådet', en: 'To the council' },
  seatNumber: { sv: (number: number) => `plats ${number}`, en: (number: number) => `seat ${number}` },
  now: { sv: 'Nu', en: 'Now' },
  seatSince: { sv: 'Platsen finns sedan', en: 'The seat exists since' },
  seatUntil: { sv: 'Platsen upphör', en: 'The seat ends' },
  through: { sv: 'Genom åren', en: 'Through the years' },
  throughNone: { sv: 'Ingen har haft platsen än.', en: 'Nobody has held the seat yet.' },
  wasVacant: { sv: 'Ingen ledamot', en: 'No member' },
  onwards: { sv: 'tills vidare', en: 'until further notice' },
  substitutes: { sv: 'Ersättare', en: 'Substitutes' },
  somebody: { sv: 'utsedd', en: 'appointed' },
  somebodyHeld: { sv: 'En ledamot', en: 'A member' },
  task: { sv: 'Särskild uppgift', en: 'Special task' },
  convenerText: { sv: 'Kallar rådet till möte', en: 'Calls the council to meetings' },
  expertText: { sv: 'Svarar på rådets frågor om våld', en: 'Answers the council’s questions about violence' },
  coming: { sv: 'har inte börjat', en: 'has not begun' },
  decidedBy: { sv: 'Beslut', en: 'Decision' },
})

/** A seat's state, in the word beside its mark. */
export const stateWords = catalogue({
  filled: { sv: 'tillsatt', en: 'filled' },
  endsSoon: { sv: 'går ut snart', en: 'ends soon' },
  vacant: { sv: 'ledig', en: 'vacant' },
  expired: { sv: 'uppdraget har gått ut', en: 'the mandate has ended' },
})

/** The same, of several seats: "2 lediga". */
export const stateCounts = catalogue({
  filled: counted({ sv: ['tillsatt', 'tillsatta'], en: ['filled', 'filled'] }),
  endsSoon: counted({ sv: ['går ut snart', 'går ut snart'], en: ['ends soon', 'end soon'] }),
  vacant: counted({ sv: ['ledig', 'lediga'], en: ['vacant', 'vacant'] }),
  expired: counted({ sv: ['har gått ut', 'har gått ut'], en: ['has ended', 'have ended'] }),
})

import { catalogue, counted } from '../../../lib/i18n'

/** For those who appoint to the council. */
export const words = catalogue({
  title: { sv: 'Mandat i samverkansrådet', en: 'Mandates in the council' },
  lead: {
    sv: 'Platserna som du får utse till: var någon behövs nu, vems uppdrag som snart går ut, och vem som sitter.',
    en: 'The seats to which you may appoint: where somebody is needed now, whose mandate soon ends, and who holds them.',
  },
  noneTitle: { sv: 'Du utser ingen till rådet', en: 'You appoint nobody to the council' },
  noneText: {
    sv: 'Den nämnd som svarar för en plats utser till den. Är det fel? Fråga den som samordnar planen.',
    en: 'The board that answers for a seat appoints to it. Is this wrong? Ask whoever coordinates the plan.',
  },
  needed: { sv: 'Här behöver någon utses', en: 'Somebody must be appointed here' },
  soon: { sv: 'Går ut inom tre månader', en: 'Ends within three months' },
  others: { sv: 'Tillsatta', en: 'Filled' },
  nothingNeeded: {
    sv: 'Alla platser är tillsatta, och ingen går ut de närmaste tre månaderna.',
    en: 'All seats are filled, and none ends within three months.',
  },
  seatsCount: counted({ sv: ['plats', 'platser'], en: ['seat', 'seats'] }),
  appointedBy: { sv: 'Utses av', en: 'Appointed by' },
  member: { sv: 'Ledamot', en: 'Member' },
  substitute: { sv: 'Ersättare', en: 'Substitute' },
  nobody: { sv: 'ingen', en: 'nobody' },
  appoint: { sv: 'Utse ledamot', en: 'Appoint a member' },
  appointSubstitute: { sv: 'Utse ersättare', en: 'Appoint a substitute' },
  appointNextTo: {
    sv: (seat: string) => `Utse nästa ledamot till ${seat}`,
    en: (seat: string) => `Appoint the next member to ${seat}`,
  },
  appointNext: { sv: 'Utse nästa', en: 'Appoint the next' },
  somebody: { sv: 'utsedd', en: 'appointed' },
  until: { sv: (day: string) => `till och med ${day}`, en: (day: string) => `until ${day}` },
  appointTo: { sv: (seat: string) => `Utse ledamot till ${seat}`, en: (seat: string) => `Appoint a member to ${seat}` },
  appointSubstituteTo: {
    sv: (seat: string) => `Utse ersättare till ${seat}`,
    en: (seat: string) => `Appoint a substitute to ${seat}`,
  },
  name: { sv: 'Namn', en: 'Name' },
  email: { sv: 'E-postadress', en: 'Email address' },
  emailHelp: {
    sv: 'Kallelser går hit. Den som saknar konto får en inbjudan och väljer själv vad som syns om hen.',
    en: 'Calls to meetings go here. Who has no account is invited, and chooses what is shown.',
  },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'Until' },
  toHelp: {
    sv: 'Ofta mandatperiodens sista dag. Tomt betyder tills vidare.',
    en: 'Often the last day of the term of office. Empty means until further notice.',
  },
  decision: { sv: 'Beslut', en: 'Decision' },
  decisionHelp: {
    sv: 'Ett uppdrag i rådet ges alltid genom ett beslut.',
    en: 'A mandate in the council is always given by a decision.',
  },
  keptDecision: { sv: 'Beslut som redan finns', en: 'A decision that is entered already' },
  notEntered: { sv: 'Finns inte, jag anger det här', en: 'Not there, I give it here' },
  decisionDate: { sv: 'Beslutets dag', en: 'Day of the decision' },
  decisionBody: { sv: 'Beslutat av', en: 'Decided by' },
  registration: { sv: 'Diarienummer', en: 'Registration number' },
  save: { sv: 'Utse', en: 'Appoint' },
  appointed: {
    sv: (seat: string) => `Ledamot är utsedd till ${seat}.`,
    en: (seat: string) => `A member is appointed to ${seat}.`,
  },
  substituteAppointed: {
    sv: (seat: string) => `Ersättare är utsedd till ${seat}.`,
    en: (seat: string) => `A substitute is appointed to ${seat}.`,
  },
  change: { sv: 'Ändra uppdraget', en: 'Change the mandate' },
  end: { sv: 'Avsluta uppdraget', en: 'End the mandate' },
  endSubstituteOf: {
    sv: (seat: string) => `Avsluta uppdraget som ersättare: ${seat}`,
    en: (seat: string) => `End the mandate as substitute: ${seat}`,
  },
  endOf: { sv: (seat: string) => `Avsluta uppdraget: ${seat}`, en: (seat: string) => `End the mandate: ${seat}` },
  lastDay: { sv: 'Sista dagen', en: 'Last day' },
  lastDayHelp: {
    sv: 'Efter den dagen är platsen ledig och nämnden påminns. Den som hade uppdraget står kvar i platsens historia.',
    en: 'After that day the seat is vacant and the board is reminded. Whoever held the mandate stays in the seat’s history.',
  },
  ended: {
    sv: (seat: string, day: string) => `Uppdraget ${seat} slutar ${day}.`,
    en: (seat: string, day: string) => `The mandate of ${seat} ends on ${day}.`,
  },
  nameMissing: { sv: 'Skriv vem som utses.', en: 'Say who is appointed.' },
  emailWrong: { sv: 'Skriv en e-postadress.', en: 'Write an email address.' },
  fromMissing: { sv: 'Välj från vilken dag.', en: 'Choose from what day.' },
  endsBefore: { sv: 'Slutet ligger före starten.', en: 'The end is before the start.' },
  dateMissing: { sv: 'Välj beslutets dag.', en: 'Choose the day of the decision.' },
  bodyMissing: { sv: 'Välj vem som har beslutat.', en: 'Choose who has decided.' },
  lastDayMissing: { sv: 'Välj uppdragets sista dag.', en: 'Choose the last day of the mandate.' },
})

/** What a seat is, in the form of whoever keeps the council. */
export const seatFormWords = catalogue({
  editSeat: { sv: 'Ändra platsen', en: 'Change the seat' },
  nameSv: { sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { sv: 'Namn på engelska', en: 'Name in English' },
  functionSv: { sv: 'Vad platsen är till för, på svenska', en: 'What the seat is for, in Swedish' },
  functionEn: { sv: 'Vad platsen är till för, på engelska', en: 'What the seat is for, in English' },
  body: { sv: 'Företräder', en: 'Speaks for' },
  noBody: { sv: 'Inget organ i registret', en: 'No body in the register' },
  appointingBody: { sv: 'Utses av', en: 'Appointed by' },
  notSettled: { sv: 'Inte klarlagt', en: 'Not settled' },
  isConvener: { sv: 'Sammankallar rådet', en: 'Convenes the council' },
  isExpert: { sv: 'Svarar på rådets frågor', en: 'Answers the council’s questions' },
  validFrom: { sv: 'Platsen finns från', en: 'The seat exists from' },
  validTo: { sv: 'Platsens sista dag', en: 'Last day of the seat' },
  confirmed: { sv: 'Kommunen har bekräftat uppgifterna', en: 'The municipality has confirmed this' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
})

/** Why an appointment or a change of a mandate is refused, by the API’s codes. */
export const codes = catalogue({
  mandatesOverlap: {
    sv: 'Någon annan har platsen under de dagarna. Avsluta det uppdraget först, eller börja dagen efter.',
    en: 'Somebody else holds the seat on those days. End that mandate first, or begin the day after.',
  },
  ownSubstitute: {
    sv: 'Personen har redan ett uppdrag på platsen och kan inte vara sin egen ersättare.',
    en: 'This person already has a mandate on the seat, and cannot stand in for themselves.',
  },
  wrongBody: {
    sv: 'Bara den som utser till platsen, eller ett organ över den, kan besluta om den.',
    en: 'Only the body that appoints to the seat, or one above it, can decide on it.',
  },
  mandateBegun: {
    sv: 'Uppdraget har börjat och står kvar i platsens historia. Ge det en sista dag i stället.',
    en: 'The mandate has begun and stays in the seat’s history. Give it a last day instead.',
  },
})

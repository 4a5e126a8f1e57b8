import { catalogue, counted } from '../../lib/i18n'

/** What everybody reads about the council's meetings. */
export const words = catalogue({
  title: { sv: 'Möten', en: 'Meetings' },
  council: { sv: 'Samverkansrådet', en: 'The council' },
  lead: {
    sv: 'När rådet träffas, vad som står på dagordningen och vad det kom fram till.',
    en: 'When the council meets, what is on the agenda and what it arrived at.',
  },
  newMeeting: { sv: 'Planera ett möte', en: 'Plan a meeting' },
  which: { sv: 'Vilka möten', en: 'Which meetings' },
  all: { sv: 'Alla', en: 'All' },
  comingTitle: { sv: 'Kommande', en: 'Coming' },
  noneTitle: { sv: 'Inga möten', en: 'No meetings' },
  noneText: {
    sv: 'Här står mötena när de är planerade.',
    en: 'The meetings stand here once they are planned.',
  },
  tableOf: { sv: (what: string) => `Tabell: ${what}`, en: (what: string) => `Table: ${what}` },
  found: counted({ sv: ['möte', 'möten'], en: ['meeting', 'meetings'] }),
  keptTitle: { sv: 'Så ofta har rådet träffats', en: 'How often the council has met' },
  series: { sv: 'Möten', en: 'Meetings' },
  keptOf: {
    sv: (held: number, decided: number) => (decided ? `${held} av ${decided}` : String(held)),
    en: (held: number, decided: number) => (decided ? `${held} of ${decided}` : String(held)),
  },
  keptHelp: {
    sv: 'Hållna möten av det antal som är beslutat för året, sedan mötena började föras in här.',
    en: 'Meetings held, of the number decided for the year, since meetings were first entered here.',
  },
  date: { sv: 'Dag', en: 'Date' },
  name: { sv: 'Möte', en: 'Meeting' },
  state: { sv: 'Läge', en: 'State' },
  place: { sv: 'Plats', en: 'Place' },
  time: { sv: 'Tid', en: 'Time' },
  minutesNumber: { sv: (number: string) => `Protokoll ${number}`, en: (number: string) => `Minutes ${number}` },
  missingTitle: { sv: 'Mötet finns inte', en: 'This meeting does not exist' },
  missingText: {
    sv: 'Det kan ha tagits bort. Alla möten står i listan.',
    en: 'It may have been removed. All meetings stand in the list.',
  },
  toMeetings: { sv: 'Till mötena', en: 'To the meetings' },
  agenda: { sv: 'Dagordning', en: 'Agenda' },
  minutes: { sv: 'Protokoll', en: 'Minutes' },
  agendaLater: {
    sv: 'Dagordningen visas när kallelsen har gått ut.',
    en: 'The agenda is shown once the call has gone out.',
  },
  minutesLater: {
    sv: 'Protokollet visas här när det är justerat.',
    en: 'The minutes are shown here once they have been approved.',
  },
  adjustersChosen: { sv: 'Justeras av', en: 'To be approved by' },
  adjustBy: {
    sv: (day: string) => `Ska vara justerat senast ${day}.`,
    en: (day: string) => `To be approved by ${day}.`,
  },
  aSeat: { sv: 'En plats', en: 'A seat' },
  theDecision: { sv: 'Beslutet i beslutslistan', en: 'The decision in the list of decisions' },
  documents: { sv: 'Protokollet som dokument', en: 'The minutes as a document' },
  printPage: { sv: 'Utskriftssida', en: 'Page to print' },
  docx: { sv: 'Word (DOCX)', en: 'Word (DOCX)' },
  minutesLong: { sv: (n: number) => `${n} min`, en: (n: number) => `${n} min` },
  secret: { sv: 'Punkten är sekretessbelagd.', en: 'This item is confidential.' },
  secretShort: { sv: 'Sekretess', en: 'Confidential' },
  item: { sv: (number: number) => `§ ${number}`, en: (number: number) => `§ ${number}` },
  attendance: { sv: 'Närvaro', en: 'Attendance' },
  seat: { sv: 'Plats i rådet', en: 'Seat' },
  adjusters: { sv: 'Justerat av', en: 'Approved by' },
  adjustedOn: { sv: (day: string) => `justerade ${day}`, en: (day: string) => `approved on ${day}` },
  adjustedNotYet: { sv: 'har inte justerat än', en: 'has not approved yet' },
  notes: { sv: 'Anteckningar efter justeringen', en: 'Notes after the approval' },
  outcomes: { sv: 'Utfall', en: 'Outcome' },
  due: { sv: (day: string) => `senast ${day}`, en: (day: string) => `by ${day}` },
  doneOn: { sv: (day: string) => `klart ${day}`, en: (day: string) => `done on ${day}` },
  late: { sv: 'försenat', en: 'late' },
  background: { sv: 'Bakgrund', en: 'Background' },
  signUp: { sv: 'Anmäl dig', en: 'Sign up' },
  signUpText: {
    sv: 'Mötet är öppet för alla. Anmäl dig så att vi vet hur många som kommer.',
    en: 'The meeting is open to everybody. Sign up so that we know how many will come.',
  },
  signUpClosed: {
    sv: 'Det går inte att anmäla sig till det här mötet.',
    en: 'It is not possible to sign up for this meeting.',
  },
  signUpTo: { sv: (title: string) => `Anmälan till ${title}`, en: (title: string) => `Sign up to ${title}` },
  signUpBy: { sv: (day: string) => `Anmäl dig senast ${day}.`, en: (day: string) => `Sign up by ${day}.` },
  signUpFull: { sv: 'Alla platser är tagna.', en: 'All places are taken.' },
  signedUpTitle: { sv: 'Tack för din anmälan', en: 'Thank you for signing up' },
  signedUpText: { sv: 'Välkommen.', en: 'Welcome.' },
  receiptComes: {
    sv: 'Du får ett kvitto med e-post. Välkommen.',
    en: 'You get a receipt by mail. Welcome.',
  },
  toMeeting: { sv: 'Till mötet', en: 'To the meeting' },
  cancelledBecause: { sv: (why: string) => `Mötet är inställt: ${why}`, en: (why: string) => `Cancelled: ${why}` },
  lockedOn: {
    sv: (day: string) => `Justerat och låst ${day}.`,
    en: (day: string) => `Approved and locked on ${day}.`,
  },
})

/** How far a meeting has come. */
export const stateWords = catalogue({
  planned: { sv: 'planerat', en: 'planned' },
  called: { sv: 'kallat', en: 'called' },
  open: { sv: 'pågår', en: 'in progress' },
  held: { sv: 'hållet', en: 'held' },
  inAdjustment: { sv: 'justeras', en: 'being approved' },
  adjusted: { sv: 'justerat', en: 'approved' },
  cancelled: { sv: 'inställt', en: 'cancelled' },
})

export const kindWords = catalogue({
  council: { sv: 'Rådsmöte', en: 'Council meeting' },
  joint: { sv: 'Med referensgruppen', en: 'With the reference group' },
  forum: { sv: 'Öppet forum', en: 'Open forum' },
  steering: { sv: 'Styrgruppen', en: 'Steering group' },
})

/** What an item is for. */
export const itemKindWords = catalogue({
  information: { sv: 'för information', en: 'for information' },
  discussion: { sv: 'för diskussion', en: 'for discussion' },
  decision: { sv: 'för beslut', en: 'for decision' },
})

export const outcomeWords = catalogue({
  information: { sv: 'Information', en: 'Information' },
  decision: { sv: 'Beslut', en: 'Decision' },
  task: { sv: 'Uppdrag', en: 'Task' },
  reservation: { sv: 'Reservation', en: 'Reservation' },
  dissent: { sv: 'Avvikande mening', en: 'Dissent' },
})

export const presenceWords = catalogue({
  unknown: { sv: 'inte noterad', en: 'not noted' },
  present: { sv: 'närvarande', en: 'present' },
  substitute: { sv: 'ersättare', en: 'substitute' },
  absent: { sv: 'frånvarande', en: 'absent' },
  excused: { sv: 'anmält förhinder', en: 'excused' },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Beslut', en: 'Decisions' },
  lead: {
    sv: 'Vad nämnder, styrelser och fullmäktige har beslutat om planen: när, med vilka yrkanden och reservationer, och när det ska återrapporteras.',
    en: 'What boards and the city council have decided about the plan: when, with which motions and reservations, and when it is to be reported back.',
  },
  filters: { sv: 'Urval', en: 'Filters' },
  body: { sv: 'Instans', en: 'Body' },
  allBodies: { sv: 'Alla', en: 'All' },
  year: { sv: 'År', en: 'Year' },
  yearHelp: { sv: 'Fyra siffror', en: 'Four digits' },
  onlyOpen: { sv: 'Bara de som väntar på återrapportering', en: 'Only those waiting to be reported back' },
  found: counted({ sv: ['beslut', 'beslut'], en: ['decision', 'decisions'] }),
  noneTitle: { sv: 'Inga beslut stämmer med urvalet', en: 'No decisions match the filters' },
  noneText: { sv: 'Välj en annan instans eller ett annat år.', en: 'Choose another body or another year.' },
  showAll: { sv: 'Visa alla beslut', en: 'Show all decisions' },
  withoutDate: { sv: 'Utan känt datum', en: 'Date not known' },
  add: { sv: 'Skriv in ett beslut', en: 'Enter a decision' },
  missingTitle: { sv: 'Beslutet finns inte', en: 'There is no such decision' },
  missingText: {
    sv: 'Det kan ha tagits bort, eller så är adressen fel.',
    en: 'It may have been deleted, or the address is wrong.',
  },
  toList: { sv: 'Alla beslut', en: 'All decisions' },
  edit: { sv: 'Ändra', en: 'Edit' },
  date: { sv: 'Dag', en: 'Date' },
  registration: { sv: 'Diarienummer', en: 'Registration number' },
  reportBack: { sv: 'Återrapportering', en: 'Report back' },
  decisionText: { sv: 'Beslutet', en: 'The decision' },
  motions: { sv: 'Yrkanden', en: 'Motions' },
  moved: { sv: 'yrkade', en: 'moved' },
  reservations: { sv: 'Reservationer', en: 'Reservations' },
  reserved: { sv: 'reserverade sig mot beslutet', en: 'recorded a reservation' },
  concerns: { sv: 'Beslutet gäller', en: 'What it concerns' },
})

export const outcomeWords = catalogue({
  carried: { sv: 'Bifölls', en: 'Carried' },
  rejected: { sv: 'Avslogs', en: 'Rejected' },
  withdrawn: { sv: 'Drogs tillbaka', en: 'Withdrawn' },
})

export const concernWords = catalogue({
  plan: { sv: 'Planen som helhet', en: 'The plan as a whole' },
  planVersion: { sv: 'Version av planen', en: 'Version of the plan' },
  activity: { sv: 'Aktivitet', en: 'Activity' },
  councilSeat: { sv: 'Plats i samverkansrådet', en: 'Seat of the council' },
  councilMeeting: { sv: 'Möte', en: 'Meeting' },
  survey: { sv: 'Kartläggning', en: 'Mapping survey' },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Kommunikationsplan', en: 'Communication plan' },
  lead: {
    sv: 'Hur arbetet mot våld berättas, inåt och utåt: vad, för vem, i vilken kanal, när, och vem som ser till att det blir gjort. Bara de som arbetar med planen ser den.',
    en: 'How the work against violence is told, inward and outward: what, to whom, through which channel, when, and who sees to it. Only those who work with the plan see it.',
  },
  add: { sv: 'Planera en kommunikation', en: 'Plan a communication' },
  edit: { sv: 'Ändra', en: 'Edit' },
  editOf: { sv: (what: string) => `Ändra: ${what}`, en: (what: string) => `Edit: ${what}` },
  filters: { sv: 'Urval', en: 'Filters' },
  direction: { sv: 'Åt vilket håll', en: 'Which way' },
  both: { sv: 'Inåt och utåt', en: 'Inward and outward' },
  state: { sv: 'Läge', en: 'State' },
  anyState: { sv: 'Alla', en: 'All' },
  found: counted({ sv: ['kommunikation', 'kommunikationer'], en: ['communication', 'communications'] }),
  noneTitle: { sv: 'Här finns ingen kommunikation', en: 'There is no communication here' },
  noneText: {
    sv: 'Antingen är inget planerat, eller så stämmer inget med urvalet.',
    en: 'Either nothing is planned, or nothing matches the filters.',
  },
  showAll: { sv: 'Visa hela planen', en: 'Show the whole plan' },
  noDay: { sv: 'Utan dag', en: 'No day set' },
  to: { sv: 'För', en: 'To' },
  through: { sv: 'Genom', en: 'Through' },
  by: { sv: 'Ansvarar', en: 'Responsible' },
  about: { sv: 'Om', en: 'About' },
  doneOn: { sv: (when: string) => `Gjort ${when}`, en: (when: string) => `Done ${when}` },
})

export const directionWords = catalogue({
  inward: { sv: 'Inåt', en: 'Inward' },
  outward: { sv: 'Utåt', en: 'Outward' },
})

export const stateWords = catalogue({
  planned: { sv: 'Planerat', en: 'Planned' },
  late: { sv: 'Sent', en: 'Late' },
  done: { sv: 'Gjort', en: 'Done' },
})

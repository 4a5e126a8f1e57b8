import { catalogue } from '../../../lib/i18n'

/** What other things' pages say of decisions; a file of its own, since every reader of an activity fetches it. */
export const reportWords = catalogue({
  title: { sv: 'Beslut', en: 'Decisions' },
  openBy: { sv: (when: string) => `Ska återrapporteras ${when}`, en: (when: string) => `To be reported back ${when}` },
  lateBy: {
    sv: (when: string) => `Skulle ha återrapporterats ${when}; att det är gjort är inte angivet`,
    en: (when: string) => `Was to be reported back ${when}; nobody has stated that it was`,
  },
  done: { sv: (when: string) => `Återrapporterat ${when}`, en: (when: string) => `Reported back ${when}` },
})

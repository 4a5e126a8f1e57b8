import { catalogue } from '../../../lib/i18n'

/** The words of the council's page about its meetings. */
export const besideWords = catalogue({
  nextTitle: { sv: 'Nästa möte', en: 'Next meeting' },
  nextNone: { sv: 'Inget möte är planerat.', en: 'No meeting is planned.' },
  allMeetings: { sv: 'Alla möten och protokoll', en: 'All meetings and minutes' },
  keptYear: {
    sv: (year: number, held: number, decided: number) => `${held} av ${decided} beslutade möten är hållna ${year}.`,
    en: (year: number, held: number, decided: number) => `${held} of ${decided} decided meetings held in ${year}.`,
  },
  keptMore: {
    sv: (planned: number) => (planned === 1 ? 'Ett till är planerat.' : `${planned} till är planerade.`),
    en: (planned: number) => (planned === 1 ? 'One more is planned.' : `${planned} more are planned.`),
  },
  keptAll: { sv: 'Rådet har träffats så ofta som det är beslutat.', en: 'The council has met as often as decided.' },
  keptBehind: {
    sv: 'Färre möten än beslutat är hållna och planerade.',
    en: 'Fewer meetings than decided are held and planned.',
  },
})

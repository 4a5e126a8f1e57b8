import { catalogue } from '../../../lib/i18n'

/** The words of the part on an activity's page: apart, since that page fetches no more. */
export const partWords = catalogue({
  period: {
    sv: (from: string, to: string) => (from && to ? `${from}–${to}` : from ? `Från ${from}` : `Till ${to}`),
    en: (from: string, to: string) => (from && to ? `${from}–${to}` : from ? `From ${from}` : `Until ${to}`),
  },
  onActivity: { sv: 'Inkallade från referensgruppen', en: 'Called in from the reference group' },
  toGroup: { sv: 'Om referensgruppen', en: 'About the reference group' },
})

export const stateWords = catalogue({
  current: { sv: 'Nu', en: 'Now' },
  coming: { sv: 'Kommande', en: 'Coming' },
  ended: { sv: 'Avslutad', en: 'Ended' },
})

import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  required: { sv: '(behöver ett svar)', en: '(needs an answer)' },
  several: { sv: 'Du kan välja flera.', en: 'You can choose several.' },
  clear: { sv: 'Ta bort mitt val', en: 'Clear my choice' },
  scale: {
    sv: (min: number, minLabel: string, max: number, maxLabel: string) => `${min}: ${minLabel}. ${max}: ${maxLabel}.`,
    en: (min: number, minLabel: string, max: number, maxLabel: string) => `${min}: ${minLabel}. ${max}: ${maxLabel}.`,
  },
  between: {
    sv: (min: number, max: number) => `Mellan ${min} och ${max}.`,
    en: (min: number, max: number) => `Between ${min} and ${max}.`,
  },
  left: {
    sv: (left: number) => (left >= 0 ? `${left} tecken kvar` : `${-left} tecken för mycket`),
    en: (left: number) => (left >= 0 ? `${left} characters left` : `${-left} characters too many`),
  },
  linkTitle: { sv: 'Dokumentets namn', en: 'Name of the document' },
  linkUrl: { sv: 'Adress', en: 'Address' },
})

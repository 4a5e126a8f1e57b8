import { catalogue } from '../../lib/i18n'

/** The words of the year wheel, fetched with it. */
export const wheelWords = catalogue({
  legendMonth: {
    sv: 'Båge genom punkten: månaden är känd, inte dagen',
    en: 'Arc through the dot: the month is known, not the day',
  },
  legendYear: { sv: 'Streckad ring: någon gång under året', en: 'Dashed ring: some time during the year' },
  wheelName: {
    sv: (year: number) => `Årshjul för ${year}. Gå mellan punkterna med piltangenterna.`,
    en: (year: number) => `Year wheel for ${year}. Move between the dots with the arrow keys.`,
  },
  next: { sv: 'Näst på tur', en: 'Next' },
  nothingNext: { sv: 'Inget mer i år', en: 'Nothing more this year' },
  chooseYear: { sv: 'Välj år', en: 'Choose year' },
  toYear: { sv: (year: number) => `Till ${year}`, en: (year: number) => `To ${year}` },
  rings: { sv: 'Ringarna, utifrån och in', en: 'The rings, from the outside in' },
  others: { sv: 'Övrigt', en: 'Others' },
  wheelTable: { sv: (year: number) => `Allt under ${year}`, en: (year: number) => `Everything in ${year}` },
  wheelEmpty: {
    sv: (year: number) => `Inget är planerat under ${year}`,
    en: (year: number) => `Nothing is planned in ${year}`,
  },
  wheelEmptyText: {
    sv: 'Hjulet visar möten, uppföljningar, milstolpar och beslut. Det som pågår under flera år står i diagrammet.',
    en: 'The wheel shows meetings, follow-ups, milestones and decisions. What lasts for years is in the chart.',
  },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Resultat', en: 'Results' },
  aboutRound: { sv: 'Om omgången', en: 'About the round' },
  missingTitle: { sv: 'Resultatet är inte publicerat', en: 'The results are not published' },
  missingText: {
    sv: 'Inget av svaren kan läsas förrän enkäten har stängt och resultatet har publicerats.',
    en: 'None of the answers can be read until the survey has closed and its results are published.',
  },
  toSurveys: { sv: 'Alla kartläggningar', en: 'All surveys' },
  answers: counted({ sv: ['svar', 'svar'], en: ['answer', 'answers'] }),
  about: { sv: (answers: string) => `ungefär ${answers}`, en: (answers: string) => `about ${answers}` },
  between: {
    sv: (low: number, high: number) => (low === high ? `${low} %` : `${low}–${high} %`),
    en: (low: number, high: number) => (low === high ? `${low}%` : `${low}–${high}%`),
  },
  mean: { sv: 'Medelvärde', en: 'Mean' },
  hidden: { sv: 'visas inte', en: 'not shown' },
  howTitle: { sv: 'Så läser du siffrorna', en: 'How to read the figures' },
  howBands: {
    sv: 'Andelar visas som spann, till exempel 20–30 %. Det rätta värdet ligger någonstans i spannet. Så går det inte att räkna sig fram till vad en enskild person har svarat.',
    en: 'Shares are shown as ranges, such as 20–30%. The true value lies somewhere within the range. This way nobody can work out what a single person answered.',
  },
  howRounded: {
    sv: 'Antal svar är avrundade till närmaste femtal.',
    en: 'Numbers of answers are rounded to the nearest five.',
  },
  howHidden: {
    sv: (least: number) =>
      `Grupper med färre än ${least} svar visas inte. Ibland döljs en större grupp också, när den lilla annars skulle gå att räkna ut.`,
    en: (least: number) =>
      `Groups with fewer than ${least} answers are not shown. Sometimes a larger group is hidden too, when the small one could be worked out otherwise.`,
  },
  howMean: {
    sv: 'Medelvärden visas bara när minst 30 har svarat.',
    en: 'Means are shown only when at least 30 have answered.',
  },
  form: { sv: 'Visa som', en: 'Show as' },
  chart: { sv: 'Diagram', en: 'Chart' },
  table: { sv: 'Tabell', en: 'Table' },
  per: { sv: 'Dela upp efter', en: 'Break down by' },
  whole: { sv: 'Alla tillsammans', en: 'Everyone together' },
  compare: { sv: 'Jämför med', en: 'Compare with' },
  noComparison: { sv: 'Ingen tidigare omgång', en: 'No earlier round' },
  who: { sv: 'Grupp', en: 'Group' },
  number: { sv: 'Antal svar', en: 'Answers' },
  everyone: { sv: 'Alla', en: 'Everyone' },
  other: { sv: 'Övriga', en: 'Others' },
  otherIn: { sv: (group: string) => `Övriga inom ${group}`, en: (group: string) => `Others within ${group}` },
  within: {
    sv: (above: string, group: string) => `${above}: ${group}`,
    en: (above: string, group: string) => `${above}: ${group}`,
  },
  roundBefore: { sv: 'Omgången före', en: 'The round before' },
  tooFew: {
    sv: 'För få har svarat för att något ska kunna visas. Det skyddar dem som svarade.',
    en: 'Too few have answered for anything to be shown. That protects those who answered.',
  },
  someHidden: {
    sv: 'Någon grupp visas inte, för att ingen ska kunna räknas ut.',
    en: 'Some group is not shown, so that nobody can be worked out.',
  },
  file: { sv: 'Hämta alla tabeller som fil (CSV)', en: 'Get all tables as a file (CSV)' },
  ownWords: { sv: 'Läs vad medarbetarna skrev med egna ord', en: 'Read what employees wrote in their own words' },
  free: { sv: 'Fri att använda.', en: 'Free to use.' },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Sammanställning av enheternas svar', en: 'Compilation of the units’ answers' },
  missingTitle: { sv: 'Sammanställningen är inte publicerad', en: 'The compilation is not published' },
  missingText: {
    sv: 'Den kan läsas av alla när omgången har stängt och publicerats.',
    en: 'Everyone can read it once the round has closed and been published.',
  },
  toSurveys: { sv: 'Alla omgångar', en: 'All rounds' },
  answered: {
    sv: (signed: number, asked: number) => `${signed} av ${asked} enheter har skrivit under sitt svar.`,
    en: (signed: number, asked: number) => `${signed} of ${asked} units have signed their answer.`,
  },
  notYet: {
    sv: 'Bara samordnaren ser det här förrän omgången är publicerad.',
    en: 'Only the coordinator sees this before the round is published.',
  },
  forms: { sv: 'Samma innehåll', en: 'The same content' },
  print: { sv: 'Sida att skriva ut', en: 'Page to print' },
  pdf: { sv: 'PDF', en: 'PDF' },
  docx: { sv: 'Word-dokument', en: 'Word document' },
  file: { sv: 'Tabellfil (CSV), fri att använda', en: 'Table file (CSV), free to use' },
  choice: { sv: 'Svar', en: 'Answer' },
  units: { sv: 'Enheter', en: 'Units' },
  unit: { sv: 'Enhet', en: 'Unit' },
  answer: { sv: 'Svar', en: 'Answer' },
  countsOf: {
    sv: (question: string) => `${question} Antal enheter`,
    en: (question: string) => `${question} Number of units`,
  },
  answersOf: {
    sv: (question: string) => `${question} Varje enhets svar`,
    en: (question: string) => `${question} Each unit’s answer`,
  },
  each: counted({ sv: ['enhets svar', 'enheters svar'], en: ['unit’s answer', 'units’ answers'] }),
  nobody: { sv: 'Ingen har svarat.', en: 'Nobody has answered.' },
  uses: { sv: 'Vad svaren har lett till', en: 'What the answers have led to' },
  toAnswer: { sv: 'Svaret', en: 'The answer' },
})

export const kindWords = catalogue({
  goodExample: { sv: 'Gott exempel', en: 'Good example' },
  need: { sv: 'Behov', en: 'Need' },
  proposedActivity: { sv: 'Föreslagen aktivitet', en: 'Proposed activity' },
})

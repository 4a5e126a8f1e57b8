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
  analysis: { sv: 'Analys', en: 'Analysis' },
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
  write: { sv: 'Skriv analys', en: 'Write an analysis' },
  change: { sv: 'Ändra analysen', en: 'Change the analysis' },
  writeFor: {
    sv: (question: string) => `Skriv analys: ${question}`,
    en: (question: string) => `Write an analysis: ${question}`,
  },
  changeFor: {
    sv: (question: string) => `Ändra analysen: ${question}`,
    en: (question: string) => `Change the analysis: ${question}`,
  },
  textSv: { sv: 'På svenska', en: 'In Swedish' },
  textEn: { sv: 'På engelska', en: 'In English' },
  textHelp: {
    sv: 'Vad visar svaren? Skriv inget som pekar ut en person. Stycken och listor i Markdown.',
    en: 'What do the answers show? Write nothing that points at a person. Paragraphs and lists in Markdown.',
  },
  save: { sv: 'Spara analysen', en: 'Save the analysis' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  stale: {
    sv: 'Någon annan har ändrat analysen medan du skrev. Deras text står nedan; din står kvar i fältet. Spara igen för att skriva över.',
    en: 'Somebody else changed the analysis while you wrote. Their text stands below; yours stays in the field. Save again to write over it.',
  },
})

export const kindWords = catalogue({
  goodExample: { sv: 'Gott exempel', en: 'Good example' },
  need: { sv: 'Behov', en: 'Need' },
  proposedActivity: { sv: 'Föreslagen aktivitet', en: 'Proposed activity' },
})

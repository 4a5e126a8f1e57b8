import { catalogue } from '../../lib/i18n'

/** Apart from the room's other words, since the results of employees show analyses too. */
export const words = catalogue({
  analysis: { sv: 'Analys', en: 'Analysis' },
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

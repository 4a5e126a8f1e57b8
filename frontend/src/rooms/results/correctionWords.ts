import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Rättelser', en: 'Corrections' },
  withdrawGroup: { sv: 'Svaren från en grupp räknas inte', en: 'The answers of a group do not count' },
  withdrawQuestion: { sv: 'En fråga har tagits bort', en: 'A question has been taken out' },
  done: { sv: 'Rättad', en: 'Put right' },
  waiting: { sv: 'Räknas om', en: 'Being counted anew' },
  refused: { sv: 'Inte gjord', en: 'Not made' },
  tooClose: {
    sv: 'Den som jämför med det som redan har publicerats skulle kunna räkna ut vad några få har svarat.',
    en: 'Whoever compares it with what has been published could work out what a few have answered.',
  },
  destroyed: {
    sv: 'Svaren är förstörda enligt planen, så ingenting kan räknas om.',
    en: 'The answers have been destroyed as planned, so nothing can be counted anew.',
  },
  again: { sv: 'Se om den är klar', en: 'See whether it is done' },
  correct: { sv: 'Gör en rättelse', en: 'Make a correction' },
  correctText: {
    sv: 'Resultatet räknas om utan gruppen eller frågan. Rättelsen görs bara om ingen enskild går att räkna ut genom att jämföra före och efter. Alla kan läsa skälet. Det går inte att ta tillbaka.',
    en: 'The results are counted anew without the group or question. The correction is made only when nobody can be worked out by comparing before and after. Everyone can read the reason. It cannot be undone.',
  },
  kind: { sv: 'Vad ska rättas?', en: 'What is to be put right?' },
  choose: { sv: 'Välj', en: 'Choose' },
  group: { sv: 'Grupp', en: 'Group' },
  question: { sv: 'Fråga', en: 'Question' },
  reasonSv: { sv: 'Skäl på svenska', en: 'Reason in Swedish' },
  reasonEn: { sv: 'Skäl på engelska', en: 'Reason in English' },
  send: { sv: 'Rätta resultatet', en: 'Put the results right' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
})

/** What the server says of a correction that it will not count. */
export const refusalWords = catalogue({
  correctionWaiting: {
    sv: 'En annan rättelse räknas just nu. Försök igen om en stund.',
    en: 'Another correction is being counted. Try again in a moment.',
  },
  hasGroups: { sv: 'Välj en grupp som själv svarar, utan grupper under sig.', en: 'Choose a group that answers itself.' },
  lastGroup: { sv: 'Då finns ingen grupp kvar.', en: 'No group would be left.' },
  isBreakdown: {
    sv: 'Resultatet delas upp efter frågan, så den kan inte tas bort.',
    en: 'The results are broken down by this question, so it cannot be taken out.',
  },
  leadsOn: {
    sv: 'Andra frågor ställs beroende på den här. Ta bort dem först.',
    en: 'Other questions hang on this one. Take those out first.',
  },
})

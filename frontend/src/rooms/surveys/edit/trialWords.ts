import { catalogue } from '../../../lib/i18n'

export const trialWords = catalogue({
  title: { sv: 'Prova frågorna', en: 'Try the questions' },
  lead: {
    sv: 'Svara som den som får frågorna. Inget sparas, och inget räknas.',
    en: 'Answer as those who get the questions. Nothing is kept, and nothing is counted.',
  },
  asked: {
    sv: (asked: number, all: number) => `Med de här svaren ställs ${asked} av ${all} frågor.`,
    en: (asked: number, all: number) => `With these answers ${asked} of ${all} questions are asked.`,
  },
  missing: { sv: 'Det som saknas', en: 'What is missing' },
  whole: { sv: 'Inget saknas. Svaret kan lämnas in.', en: 'Nothing is missing. The answer can be handed in.' },
})

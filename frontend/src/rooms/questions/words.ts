import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  // The soft hyphen lets the long word break on a narrow screen.
  title: { sv: 'Frågor till kompetens\u00adcentrum', en: 'Questions to the competence centre' },
  lead: {
    sv: 'Samverkansrådet och kommunens enheter frågar hur man gör, och kommunens sakkunniga svarar. Svar som hjälper fler publiceras här.',
    en: 'The council and the municipality’s units ask how things are done, and the municipality’s experts answer. Answers that help others are published here.',
  },
  ask: { sv: 'Ställ en fråga', en: 'Ask a question' },
  searchLabel: { sv: 'Sök bland frågor och svar', en: 'Search questions and answers' },
  searchHelp: {
    sv: 'Skriv ett eller flera ord. De hittas också i andra böjningar.',
    en: 'Write one or more words. Other forms of them are found too.',
  },
  search: { sv: 'Sök', en: 'Search' },
  clear: { sv: 'Rensa sökningen', en: 'Clear the search' },
  area: { sv: 'Våldsområde', en: 'Area of violence' },
  allAreas: { sv: 'Alla områden', en: 'All areas' },
  show: { sv: 'Visa', en: 'Show' },
  found: counted({ sv: ['fråga', 'frågor'], en: ['question', 'questions'] }),
  foundFor: {
    sv: (count: string, sought: string) => `${count} för ”${sought}”`,
    en: (count: string, sought: string) => `${count} for “${sought}”`,
  },
  noneTitle: { sv: 'Inga frågor stämmer', en: 'No questions match' },
  noneText: { sv: 'Pröva andra ord eller ett annat urval.', en: 'Try other words or another choice.' },
  nothingTitle: { sv: 'Inget är publicerat än', en: 'Nothing is published yet' },
  nothingText: {
    sv: 'Här visas frågor och svar när de har publicerats.',
    en: 'Questions and answers are shown here once they are published.',
  },
  showAll: { sv: 'Visa alla frågor', en: 'Show all questions' },
  asked: { sv: 'Frågad', en: 'Asked' },
  askedBy: { sv: 'Frågan kommer från', en: 'Asked by' },
  theCouncil: { sv: 'Samverkansrådet', en: 'The council' },
  areas: { sv: 'Gäller', en: 'About' },
  neededBy: { sv: 'Svaret behövs senast', en: 'Answer needed by' },
  meeting: { sv: 'Togs upp på', en: 'Raised at' },
  theMeeting: { sv: 'rådets möte', en: 'a meeting of the council' },
  readBy: { sv: 'Kan läsas av', en: 'Read by' },
  waited: counted({ sv: ['dag', 'dagar'], en: ['day', 'days'] }),
  waitedFor: { sv: (days: string) => `har väntat ${days}`, en: (days: string) => `has waited ${days}` },
  isLate: { sv: 'Försenad', en: 'Late' },
  takenBy: { sv: (name: string) => `Tagen av ${name}`, en: (name: string) => `Taken on by ${name}` },
  mine: { sv: 'din fråga', en: 'your question' },
  question: { sv: 'Frågan', en: 'The question' },
  about: { sv: 'Om frågan', en: 'About the question' },
  answer: { sv: 'Svaret', en: 'The answer' },
  answeredOn: { sv: (day: string) => `Svarat ${day}`, en: (day: string) => `Answered on ${day}` },
  noAnswerTitle: { sv: 'Frågan är inte besvarad än', en: 'The question is not answered yet' },
  noAnswerText: {
    sv: 'Den som frågade får ett brev när svaret finns.',
    en: 'Whoever asked gets a letter when there is an answer.',
  },
  readOn: { sv: 'Läs vidare', en: 'Read on' },
  missingTitle: { sv: 'Frågan finns inte här', en: 'This question is not here' },
  missingText: {
    sv: 'Den kan ha tagits bort, eller så är den inte publicerad för dig.',
    en: 'It may have been deleted, or is not published for you.',
  },
  toList: { sv: 'Alla frågor', en: 'All questions' },
  edit: { sv: 'Ändra frågan', en: 'Edit the question' },
})

export const stateWords = catalogue({
  new: { sv: 'Ny, väntar på svar', en: 'New, waits for an answer' },
  taken: { sv: 'En sakkunnig arbetar med svaret', en: 'An expert works on the answer' },
  answered: { sv: 'Besvarad, inte publicerad', en: 'Answered, not published' },
  public: { sv: 'Publicerad för alla', en: 'Published for everyone' },
  internal: { sv: 'Publicerad för inloggade', en: 'Published for those signed in' },
})

export const partWords = catalogue({
  public: { sv: 'alla', en: 'everyone' },
  internal: { sv: 'alla som är inloggade', en: 'all who are signed in' },
  unpublished: {
    sv: 'den som frågade, rådet, enheterna och de sakkunniga',
    en: 'whoever asked, the council, the units and the experts',
  },
})

/** The choices of those who read all. */
export const showWords = catalogue({
  alla: { sv: 'Alla', en: 'All' },
  vantar: { sv: 'De som väntar på svar', en: 'Those waiting for an answer' },
  forsenade: { sv: 'De som har väntat för länge', en: 'Those that have waited too long' },
  besvarade: { sv: 'Besvarade', en: 'Answered' },
  mina: { sv: 'Mina frågor', en: 'My questions' },
})

import { catalogue, counted } from '../../../lib/i18n'

export const builderWords = catalogue({
  title: { sv: 'Skriv frågorna', en: 'Write the questions' },
  lead: {
    sv: 'Omgången är ett utkast: allt kan ändras. När den öppnas låses frågor, grupper och indelningar, så att alla svarar på samma sak. Stavning kan ändras också sedan.',
    en: 'The round is a draft: everything can be changed. When it opens, questions, groups and breakdowns are locked, so that all answer the same. Spelling can be changed after that too.',
  },
  leadOpened: {
    sv: 'Omgången har öppnat. Frågor, grupper och indelningar är låsta, så att alla svarar på samma sak. Stavning i frågor, rubriker och inledningar kan ändras.',
    en: 'The round has opened. Questions, groups and breakdowns are locked, so that all answer the same. Spelling in questions, titles and introductions can be changed.',
  },
  mayNot: { sv: 'Du får inte ändra omgången.', en: 'You may not change the round.' },
  about: { sv: 'Om omgången', en: 'About the round' },
  changeAbout: { sv: 'Ändra omgången', en: 'Change the round' },
  partsAndGroups: {
    sv: 'Här ändras också delarna. I en omgång för medarbetare även grupper och indelningar.',
    en: 'The parts are changed here too; in a round of employees also groups and breakdowns.',
  },
  noSections: {
    sv: 'Omgången har inga delar än. Lägg till en under Ändra omgången.',
    en: 'The round has no parts yet. Add one under Change the round.',
  },
  ways: { sv: 'Vägar genom frågorna', en: 'Ways through the questions' },
  oneWay: { sv: 'Alla får alla frågor.', en: 'Everyone is asked everything.' },
  span: {
    sv: (fewest: number, most: number) =>
      fewest === most ? `Alla får ${most} frågor.` : `Den som svarar får mellan ${fewest} och ${most} frågor.`,
    en: (fewest: number, most: number) =>
      fewest === most ? `Everyone is asked ${most} questions.` : `Who answers is asked ${fewest} to ${most} questions.`,
  },
  after: { sv: (text: string) => `Efter ”${text}”`, en: (text: string) => `After “${text}”` },
  byItself: {
    sv: 'Flera svar kan väljas. Här står vad som följer på vart och ett för sig.',
    en: 'Several answers can be chosen. What follows on each by itself stands here.',
  },
  nothingMore: { sv: 'Inget mer', en: 'Nothing more' },
  never: {
    sv: 'De här frågorna ställs aldrig. Inget svar leder till dem.',
    en: 'These questions are never asked. No answer leads to them.',
  },
  count: counted({ sv: ['fråga', 'frågor'], en: ['question', 'questions'] }),
  add: { sv: 'Lägg till en fråga', en: 'Add a question' },
  addTo: {
    sv: (part: string) => `Lägg till en fråga i ${part}`,
    en: (part: string) => `Add a question to ${part}`,
  },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: (text: string) => `Ändra ${text}`, en: (text: string) => `Change ${text}` },
  up: { sv: 'Upp', en: 'Up' },
  upOf: { sv: (text: string) => `Flytta upp ${text}`, en: (text: string) => `Move up ${text}` },
  down: { sv: 'Ner', en: 'Down' },
  downOf: { sv: (text: string) => `Flytta ner ${text}`, en: (text: string) => `Move down ${text}` },
  moved: {
    sv: (text: string, n: number) => `${text} är nu nummer ${n}.`,
    en: (text: string, n: number) => `${text} is now number ${n}.`,
  },
  cannotMove: {
    sv: 'Frågan kan inte flyttas dit: en fråga ska stå efter den som den beror på.',
    en: 'The question cannot be moved there: a question stands after the one that it depends on.',
  },
})

export const builderRefusals = catalogue({
  inUse: {
    sv: 'En annan fråga beror på den här. Ändra den först.',
    en: 'Another question depends on this one. Change that first.',
  },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Kartläggning', en: 'Mapping survey' },
  lead: {
    sv: 'Kommunens enheter och medarbetare svarar på hur arbetet mot våld går till i dag, vad som behövs och vad andra kan lära av. Svaren ligger till grund för planen.',
    en: 'The municipality’s units and employees answer how the work against violence is done today, what is needed and what others can learn from. The answers are what the plan stands on.',
  },
  current: { sv: 'Pågår nu', en: 'Open now' },
  earlier: { sv: 'Tidigare omgångar', en: 'Earlier rounds' },
  drafts: { sv: 'Utkast', en: 'Drafts' },
  noneTitle: { sv: 'Ingen kartläggning är gjord än', en: 'No survey has been made yet' },
  noneText: {
    sv: 'När en omgång öppnar står den här, med frågorna och sista dagen att svara.',
    en: 'When a round opens it stands here, with its questions and the last day to answer.',
  },
  all: { sv: 'Alla omgångar', en: 'All rounds' },
  missingTitle: { sv: 'Omgången finns inte', en: 'There is no such round' },
  missingText: { sv: 'Den kan ha tagits bort medan den var ett utkast.', en: 'It may have been removed as a draft.' },
  who: { sv: 'Vem som svarar', en: 'Who answers' },
  unitsAnswer: { sv: 'Varje enhet, med ett gemensamt svar', en: 'Each unit, with one joint answer' },
  staffAnswer: { sv: 'Varje medarbetare, utan namn', en: 'Each employee, without a name' },
  state: { sv: 'Läge', en: 'State' },
  closes: { sv: 'Sista dagen att svara', en: 'Last day to answer' },
  closed: { sv: 'Stängde', en: 'Closed' },
  published: { sv: 'Publicerad', en: 'Published' },
  least: { sv: 'Minsta grupp som visas', en: 'Smallest group shown' },
  leastAnswers: counted({ sv: ['svar', 'svar'], en: ['answer', 'answers'] }),
  questions: { sv: 'Frågorna', en: 'The questions' },
  questionCount: counted({ sv: ['fråga', 'frågor'], en: ['question', 'questions'] }),
  required: { sv: 'Måste besvaras', en: 'Must be answered' },
  onlyIf: { sv: 'Ställs bara efter vissa svar', en: 'Asked only after certain answers' },
  manual: { sv: 'Att tänka på', en: 'To bear in mind' },
  form: { sv: 'Frågorna att skriva ut', en: 'The questions to print' },
  answerWithCode: { sv: 'Svara med en kod', en: 'Answer with a code' },
  answerText: {
    sv: 'Har du fått ett brev med en kod? Ingen kan se vem som har svarat vad.',
    en: 'Have you had a letter with a code? Nobody can see who answered what.',
  },
  results: { sv: 'Läs resultatet', en: 'Read the results' },
  compilation: { sv: 'Sammanställning av enheternas svar', en: 'Compilation of the units’ answers' },
  unitAnswers: { sv: 'Svara för en enhet', en: 'Answer for a unit' },
  unitAnswersText: {
    sv: 'Flera kan skriva i samma svar, och chefen skriver under.',
    en: 'Several can write in the same answer, and the manager signs.',
  },
  coverage: { sv: 'Hur långt vi har kommit', en: 'How far we have come' },
  history: { sv: 'Historik', en: 'History' },
  ways: { sv: 'Vidare', en: 'Further' },
})

export const stateWords = catalogue({
  draft: { sv: 'Utkast', en: 'Draft' },
  open: { sv: 'Öppen för svar', en: 'Open for answers' },
  closed: { sv: 'Stängd, inte publicerad', en: 'Closed, not published' },
  published: { sv: 'Publicerad', en: 'Published' },
})

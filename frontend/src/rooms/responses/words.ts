import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  unitsTitle: { sv: 'Svara för en enhet', en: 'Answer for a unit' },
  unitsLead: {
    sv: 'Varje enhet lämnar ett svar. Flera kan skriva i det, och chefen skriver under.',
    en: 'Each unit gives one answer. Several can write in it, and the manager signs.',
  },
  unit: { sv: 'Enhet', en: 'Unit' },
  state: { sv: 'Läge', en: 'State' },
  allStages: { sv: 'Alla', en: 'All' },
  stage: {
    sv: (name: string, n: number) => `${name} (${n})`,
    en: (name: string, n: number) => `${name} (${n})`,
  },
  doWhat: { sv: 'Gör', en: 'Do' },
  begin: { sv: 'Börja svara', en: 'Begin to answer' },
  beginFor: { sv: (unit: string) => `Börja svara för ${unit}`, en: (unit: string) => `Begin to answer for ${unit}` },
  toAnswer: { sv: 'Öppna svaret', en: 'Open the answer' },
  toAnswerOf: { sv: (unit: string) => `Öppna svaret för ${unit}`, en: (unit: string) => `Open the answer of ${unit}` },
  noUnitsTitle: { sv: 'Du svarar inte för någon enhet', en: 'You answer for no unit' },
  noUnitsText: {
    sv: 'Samordnaren ger den som är kontaktperson, handläggare eller chef rätt att skriva.',
    en: 'The coordinator lets contact persons, officers and managers write.',
  },
  notBegun: { sv: 'Inte påbörjat', en: 'Not begun' },
  missingTitle: { sv: 'Svaret finns inte', en: 'There is no such answer' },
  missingText: {
    sv: 'Det kan ha tagits bort, eller så är det inte ditt att läsa.',
    en: 'It may have been removed, or it is not yours to read.',
  },
  toSurveys: { sv: 'Alla omgångar', en: 'All rounds' },
  titleOf: { sv: (unit: string) => `${unit}: enhetens svar`, en: (unit: string) => `${unit}: the unit’s answer` },
  progress: {
    sv: (answered: number, asked: number) => `${answered} av ${asked} frågor är besvarade.`,
    en: (answered: number, asked: number) => `${answered} of ${asked} questions are answered.`,
  },
  official: {
    sv: 'Svaret är en allmän handling med enhetens namn. Beskriv hur ni arbetar, aldrig en person.',
    en: 'The answer is an official document with the unit’s name. Describe how you work, never a person.',
  },
  print: { sv: 'Svaret att skriva ut', en: 'The answer to print' },
  history: { sv: 'Historik', en: 'History' },
  manual: { sv: 'Att tänka på', en: 'To bear in mind' },
  noAnswer: { sv: 'Inget svar', en: 'No answer' },
  notKept: {
    sv: 'Det här hann inte sparas innan svaret skrevs under eller omgången stängde:',
    en: 'This was not saved before the answer was signed or the round closed:',
  },
  stray: {
    sv: 'Frågan ställs inte längre med era andra svar. Ta bort svaret innan chefen skriver under.',
    en: 'The question is no longer asked with your other answers. Take the answer away before the manager signs.',
  },
  remove: { sv: 'Ta bort svaret', en: 'Take the answer away' },
  kept: { sv: 'Sparat', en: 'Saved' },
  waiting: { sv: 'Inte sparat än', en: 'Not saved yet' },
  sending: { sv: 'Sparar …', en: 'Saving …' },
  offline: {
    sv: 'Nätet är borta. Det du har skrivit står kvar här och sparas när nätet är tillbaka.',
    en: 'The network is gone. What you wrote stays here and is saved when the network is back.',
  },
  conflict: { sv: 'Någon annan har skrivit här samtidigt.', en: 'Somebody else has written here at the same time.' },
  theirs: { sv: 'Deras', en: 'Theirs' },
  mine: { sv: 'Ditt', en: 'Yours' },
  takeTheirs: { sv: 'Behåll deras', en: 'Keep theirs' },
  takeMine: { sv: 'Behåll mitt', en: 'Keep mine' },
  lastBy: { sv: (name: string) => `Senast skrivet av ${name}`, en: (name: string) => `Last written by ${name}` },
  missing: { sv: 'Kvar att besvara', en: 'Left to answer' },
  missingNone: { sv: 'Inget saknas. Svaret kan skrivas under.', en: 'Nothing is missing. The answer can be signed.' },
  comments: counted({ sv: ['kommentar', 'kommentarer'], en: ['comment', 'comments'] }),
  commentLabel: { sv: 'Ny kommentar', en: 'New comment' },
  commentHelp: {
    sv: 'För er som skriver. Följer inte med när svaret skrivs ut.',
    en: 'For you who write. It is not printed with the answer.',
  },
  commentSend: { sv: 'Kommentera', en: 'Comment' },
  commentRemove: { sv: 'Ta bort', en: 'Remove' },
  signTitle: { sv: 'Skriv under', en: 'Sign' },
  sign: { sv: 'Skriv under svaret', en: 'Sign the answer' },
  signAsk: { sv: 'Skriva under för enheten?', en: 'Sign for the unit?' },
  signText: {
    sv: 'Du skriver under det som står här nu. Därefter kan ingen ändra det, om inte du eller samordnaren öppnar det igen med ett skäl.',
    en: 'You sign what stands here now. After that nobody can change it, unless you or the coordinator opens it again with a reason.',
  },
  signYes: { sv: 'Ja, skriv under', en: 'Yes, sign' },
  signChanged: {
    sv: 'Någon har ändrat svaret medan du läste. Läs det igen innan du skriver under.',
    en: 'Somebody changed the answer while you were reading. Read it again before you sign.',
  },
  onlyManager: {
    sv: 'Enhetens chef skriver under när allt är besvarat.',
    en: 'The unit’s manager signs when everything is answered.',
  },
  signedBy: {
    sv: (name: string, when: string) => `Underskrivet av ${name} ${when}.`,
    en: (name: string, when: string) => `Signed by ${name} on ${when}.`,
  },
  someManager: { sv: 'enhetens chef', en: 'the unit’s manager' },
  reopen: { sv: 'Öppna svaret igen', en: 'Reopen the answer' },
  reopenAsk: { sv: 'Öppna svaret igen?', en: 'Reopen the answer?' },
  reopenText: {
    sv: 'Det kan då ändras, och behöver skrivas under på nytt. Det som skrevs under finns kvar i historiken.',
    en: 'It can then be changed, and must be signed anew. What was signed stays in the history.',
  },
  reason: { sv: 'Skäl', en: 'Reason' },
  reopenYes: { sv: 'Ja, öppna igen', en: 'Yes, reopen' },
  reopened: { sv: (reason: string) => `Öppnat igen: ${reason}`, en: (reason: string) => `Reopened: ${reason}` },
  use: { sv: 'Använd svaret', en: 'Use the answer' },
  useAsk: { sv: 'Vad ska svaret bli?', en: 'What is it to become?' },
  useText: {
    sv: 'Det sparas med vad enheten svarade och leder tillbaka hit.',
    en: 'It is kept with what the unit answered, and leads back here.',
  },
  useKind: { sv: 'Blir', en: 'Becomes' },
  useWords: { sv: 'Så att det förstås utan enkäten', en: 'So that it is understood without the survey' },
  useYes: { sv: 'Spara', en: 'Save' },
  used: { sv: 'Sparat', en: 'Saved' },
})

export const stateWords = catalogue({
  draft: { sv: 'Skrivs', en: 'Being written' },
  reopened: { sv: 'Öppnat igen', en: 'Reopened' },
  signed: { sv: 'Underskrivet', en: 'Signed' },
})

export const kindWords = catalogue({
  goodExample: { sv: 'Ett gott exempel', en: 'A good example' },
  need: { sv: 'Ett behov', en: 'A need' },
  proposedActivity: { sv: 'En föreslagen aktivitet', en: 'A proposed activity' },
})

export const refusalWords = catalogue({
  personalNumber: {
    sv: 'Texten ser ut att innehålla ett personnummer. Ta bort det och beskriv hur ni arbetar, aldrig en person.',
    en: 'The text seems to hold a personal identity number. Take it out and describe how you work, never a person.',
  },
  outOfRange: {
    sv: 'Talet ligger utanför det som frågan tar emot.',
    en: 'The number is outside what the question takes.',
  },
  closed: {
    sv: 'Omgången har stängt. Det som redan var sparat finns kvar. Samordnaren kan ge mer tid.',
    en: 'The round has closed. What was saved already stays. The coordinator can give more time.',
  },
  signed: {
    sv: 'Svaret är underskrivet och kan inte ändras.',
    en: 'The answer has been signed and cannot be changed.',
  },
})

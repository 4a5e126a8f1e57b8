import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Gallring', en: 'Retention' },
  lead: {
    sv: 'Hur länge uppgifter sparas, varför, och hur många som är mogna att gallra i dag. Varje natt gallras det som är moget.',
    en: 'How long data are kept, why, and how many rows are due today. What is due is erased each night.',
  },
  rules: { sv: 'Regler', en: 'Rules' },
  rule: { sv: 'Vad som gallras', en: 'What is erased' },
  keep: { sv: 'Sparas', en: 'Kept' },
  due: { sv: 'Mogna i dag', en: 'Due today' },
  decision: { sv: 'Beslut', en: 'Decision' },
  undecided: { sv: 'inget beslut angivet', en: 'no decision stated' },
  days: counted({ sv: ['dag', 'dagar'], en: ['day', 'days'] }),
  rows: counted({ sv: ['rad', 'rader'], en: ['row', 'rows'] }),
  byDefault: { sv: 'förvalt', en: 'by default' },
  basis: { sv: 'Grund', en: 'Basis' },
  tables: { sv: 'Tabeller', en: 'Tables' },
  before: {
    sv: (day: string) => `Det som tog slut före ${day} är moget.`,
    en: (day: string) => `What ended before ${day} is due.`,
  },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: (name: string) => `Ändra regeln: ${name}`, en: (name: string) => `Change the rule: ${name}` },
  keepDays: { sv: 'Antal dagar', en: 'Number of days' },
  keepDaysHelp: {
    sv: (least: number, most: number, usual: number) => `Mellan ${least} och ${most}. Förvalt är ${usual}.`,
    en: (least: number, most: number, usual: number) => `Between ${least} and ${most}. The default is ${usual}.`,
  },
  keepDaysWrong: {
    sv: (least: number, most: number) => `Skriv ett heltal mellan ${least} och ${most}.`,
    en: (least: number, most: number) => `Write a whole number between ${least} and ${most}.`,
  },
  decisionReference: { sv: 'Gallringsbeslutets diarienummer', en: 'Reference of the decision to erase' },
  run: { sv: 'Gallra', en: 'Erase' },
  runLead: {
    sv: 'Provkör först: då räknas det som skulle gallras, och inget ändras.',
    en: 'Try first: what would be erased is counted, and nothing is changed.',
  },
  which: { sv: 'Vilken regel', en: 'Which rule' },
  every: { sv: 'Alla regler', en: 'Every rule' },
  tryRun: { sv: 'Provkör', en: 'Try' },
  runNow: { sv: 'Gallra nu …', en: 'Erase now …' },
  question: {
    sv: (rows: string) => `Gallra ${rows} nu? Det går inte att ångra.`,
    en: (rows: string) => `Erase ${rows} now? This cannot be undone.`,
  },
  questionText: {
    sv: 'Uppgifterna tas bort eller töms för alltid, högst 1 000 rader per regel åt gången. Ett gallringsprotokoll skrivs och sparas.',
    en: 'The data are deleted or emptied for ever, at most 1 000 rows a rule at a time. An erasure record is written and kept.',
  },
  yesRun: { sv: 'Ja, gallra nu', en: 'Yes, erase now' },
  keepAll: { sv: 'Nej, gallra inte', en: 'No, do not erase' },
  close: { sv: 'Stäng', en: 'Close' },
  nothingDue: { sv: 'Inget är moget att gallra i dag.', en: 'Nothing is due to be erased today.' },
  triedTitle: { sv: 'Provkörning', en: 'Trial run' },
  triedText: {
    sv: (rows: string) => `${rows} skulle gallras. Inget är ändrat.`,
    en: (rows: string) => `${rows} would be erased. Nothing is changed.`,
  },
  doneText: { sv: (rows: string) => `${rows} gallrades.`, en: (rows: string) => `${rows} were erased.` },
  toRecord: { sv: 'Visa gallringsprotokollet', en: 'Show the erasure record' },
  wouldErase: { sv: 'Skulle gallras', en: 'Would be erased' },
  erased: { sv: 'Gallrat', en: 'Erased' },
  left: { sv: 'Kvar', en: 'Left' },
  records: { sv: 'Gallringsprotokoll', en: 'Erasure records' },
  runs: { sv: 'Gallringar, den senaste först', en: 'Runs, newest first' },
  noRecords: { sv: 'Inget är gallrat ännu', en: 'Nothing has been erased yet' },
  noRecordsText: {
    sv: 'Varje gallring som tar bort något skriver ett protokoll som står här.',
    en: 'Each run that erases something writes a record, and it stands here.',
  },
  when: { sv: 'När', en: 'When' },
  orderedBy: { sv: 'Beställd av', en: 'Ordered by' },
  record: { sv: 'Gallringsprotokoll', en: 'Erasure record' },
  recordOf: { sv: (day: string) => `Gallringsprotokoll ${day}`, en: (day: string) => `Erasure record of ${day}` },
  recordId: { sv: 'Protokollets id', en: 'Id of the record' },
  total: { sv: 'Sammanlagt', en: 'In all' },
  act: { sv: 'Åtgärd', en: 'What was done' },
  toRetention: { sv: 'Gallring', en: 'Retention' },
  missing: { sv: 'Protokollet finns inte', en: 'There is no such record' },
  kept: {
    sv: (days: string, day: string) => `Sparas ${days}; gallrat det som tog slut före ${day}.`,
    en: (days: string, day: string) => `Kept for ${days}; erased what ended before ${day}.`,
  },
  signature: { sv: 'Ort, datum och underskrift', en: 'Place, date and signature' },
  printed: { sv: 'Utskriven', en: 'Printed' },
})

export const actWords = catalogue({
  delete: { sv: 'raden tas bort', en: 'the row is deleted' },
  empty: { sv: 'värdena töms, raden står kvar', en: 'the values are emptied, the row stays' },
  anonymise: { sv: 'personen tas bort, raden står kvar', en: 'the person is removed, the row stays' },
})

export const orderWords = catalogue({
  person: { sv: 'en person', en: 'a person' },
  night: { sv: 'nattens körning', en: 'the nightly run' },
  command: { sv: 'ett kommando på servern', en: 'a command on the server' },
})

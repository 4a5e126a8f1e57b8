import { catalogue, counted } from '../lib/i18n'

export const words = catalogue({
  productName: { sv: 'En väg in', en: 'One way in' },
  skipToContent: { sv: 'Hoppa till innehållet', en: 'Skip to content' },
  exit: { sv: 'Lämna sidan snabbt', en: 'Leave this page quickly' },
  exitHint: {
    sv: 'Du kan också trycka på Shift tre gånger.',
    en: 'You can also press Shift three times.',
  },
  exitOnce: { sv: 'Shift: två gånger till för att lämna sidan.', en: 'Shift: twice more to leave the page.' },
  exitTwice: { sv: 'Shift: en gång till för att lämna sidan.', en: 'Shift: once more to leave the page.' },
  exiting: { sv: 'Lämnar sidan.', en: 'Leaving the page.' },
  loading: { sv: 'Hämtar …', en: 'Loading …' },
  tryAgain: { sv: 'Försök igen', en: 'Try again' },
  failedTitle: { sv: 'Det gick inte att hämta', en: 'This could not be loaded' },
  errorSummary: {
    sv: 'Rätta det här innan du sparar',
    en: 'Correct this before you save',
  },
  optional: { sv: '(frivilligt)', en: '(optional)' },
  choose: { sv: 'Välj …', en: 'Choose …' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
  savedAt: { sv: (clock: string) => `Sparat ${clock}`, en: (clock: string) => `Saved ${clock}` },
  unsaved: { sv: 'Ändringar som inte är sparade', en: 'Changes not saved' },
  saveFailed: { sv: 'Inte sparat', en: 'Not saved' },
  leaveUnsaved: {
    sv: 'Du har ändringar som inte är sparade. Vill du lämna sidan ändå?',
    en: 'You have changes that are not saved. Leave the page anyway?',
  },
  unknownDate: { sv: 'datum saknas', en: 'no date' },
  inYear: { sv: (year: string) => `år ${year}`, en: (year: string) => year },
  toBeConfirmed: { sv: 'att bekräfta', en: 'to be confirmed' },
  toBeConfirmedHelp: {
    sv: 'Vår tolkning av underlaget. Kommunen har inte bekräftat den.',
    en: 'Our reading of the source. The municipality has not confirmed it.',
  },
  sortAscending: { sv: 'stigande', en: 'ascending' },
  sortDescending: { sv: 'fallande', en: 'descending' },
  pages: { sv: 'Sidor', en: 'Pages' },
  previous: { sv: 'Föregående', en: 'Previous' },
  next: { sv: 'Nästa', en: 'Next' },
  pageOf: {
    sv: (page: number, pages: number) => `Sida ${page} av ${pages}`,
    en: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
  print: { sv: 'Skriv ut', en: 'Print' },
  close: { sv: 'Stäng', en: 'Close' },
  inOtherLanguage: { sv: 'In English', en: 'På svenska' },
  activities: counted({ sv: ['aktivitet', 'aktiviteter'], en: ['activity', 'activities'] }),
  states: { sv: 'Aktiviteternas läge', en: 'State of the activities' },
  conflictTitle: { sv: 'Någon annan hann spara före dig', en: 'Someone else saved before you' },
  conflictLead: {
    sv: 'Båda versionerna finns här. Välj vad som ska gälla för varje uppgift som skiljer sig, och spara sedan.',
    en: 'Both versions are here. Choose what is to stand for each detail that differs, then save.',
  },
  theirs: { sv: 'Sparat av någon annan', en: 'Saved by someone else' },
  mine: { sv: 'Ditt', en: 'Yours' },
  both: { sv: 'Båda tillsammans', en: 'Both together' },
  empty: { sv: '(tomt)', en: '(empty)' },
  saveChosen: { sv: 'Spara det valda', en: 'Save what was chosen' },
  keepEditing: { sv: 'Fortsätt redigera', en: 'Keep editing' },
  differsNot: {
    sv: 'Versionerna säger samma sak. Du kan spara som vanligt.',
    en: 'The versions say the same. You can save as usual.',
  },
  datedHelp: {
    sv: 'Skriv så mycket som är känt: 2026, 2026-05 eller 2026-05-04. Lämna tomt om datumet är okänt.',
    en: 'Write as much as is known: 2026, 2026-05 or 2026-05-04. Leave empty if the date is unknown.',
  },
  datedWrong: { sv: 'Skriv ett år, en månad eller en dag.', en: 'Write a year, a month or a day.' },
})

/** An activity's state in a word, and in a sentence for whoever meets the word for the first time. */
export const stateWords = catalogue({
  onTrack: { sv: 'på väg', en: 'on track' },
  atRisk: { sv: 'osäker', en: 'at risk' },
  late: { sv: 'försenad', en: 'late' },
  done: { sv: 'klar', en: 'done' },
  notStarted: { sv: 'inte påbörjad', en: 'not started' },
  noInformation: { sv: 'uppgift saknas', en: 'no information' },
  cancelled: { sv: 'inställd', en: 'cancelled' },
  merged: { sv: 'sammanslagen', en: 'merged' },
})

/** The same states of several activities at once: "2 försenade". */
export const stateCounts = catalogue({
  onTrack: counted({ sv: ['på väg', 'på väg'], en: ['on track', 'on track'] }),
  atRisk: counted({ sv: ['osäker', 'osäkra'], en: ['at risk', 'at risk'] }),
  late: counted({ sv: ['försenad', 'försenade'], en: ['late', 'late'] }),
  done: counted({ sv: ['klar', 'klara'], en: ['done', 'done'] }),
  notStarted: counted({ sv: ['inte påbörjad', 'inte påbörjade'], en: ['not started', 'not started'] }),
  noInformation: counted({ sv: ['utan uppgift', 'utan uppgift'], en: ['without information', 'without information'] }),
  cancelled: counted({ sv: ['inställd', 'inställda'], en: ['cancelled', 'cancelled'] }),
  merged: counted({ sv: ['sammanslagen', 'sammanslagna'], en: ['merged', 'merged'] }),
})

/** A board's part of an activity. */
export const partWords = catalogue({
  none: { sv: 'inget rapporterat', en: 'nothing reported' },
  notStarted: { sv: 'inte påbörjat', en: 'not started' },
  onTrack: { sv: 'enligt plan', en: 'to plan' },
  deviation: { sv: 'avvikelse', en: 'deviation' },
  done: { sv: 'klart', en: 'done' },
})

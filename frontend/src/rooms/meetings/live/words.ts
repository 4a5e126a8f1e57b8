import { catalogue } from '../../../lib/i18n'

/** What is said while several write. */
export const words = catalogue({
  waiting: {
    sv: 'Nätet är borta. Det du skriver finns kvar på sidan och skickas när nätet är tillbaka. Stäng inte fliken.',
    en: 'The network is gone. What you write stays on the page and is sent when the network is back. Do not close the tab.',
  },
  waitingShort: { sv: 'Väntar på nätet', en: 'Waiting for the network' },
  refused: {
    sv: (why: string) => `Texten kunde inte sparas. ${why} Kopiera det du skrivit innan du lämnar sidan.`,
    en: (why: string) => `The text could not be saved. ${why} Copy what you wrote before you leave the page.`,
  },
  overlap: {
    sv: 'Du och någon annan skrev på samma rader. Båda finns i texten, den andras först. Läs igenom.',
    en: 'You and somebody else wrote on the same lines. Both stand in the text, theirs first. Read it through.',
  },
  theirs: { sv: 'Den andras text', en: 'Their text' },
  mine: { sv: 'Din text', en: 'Your text' },
  settle: { sv: 'Jag har läst igenom', en: 'I have read it through' },
})

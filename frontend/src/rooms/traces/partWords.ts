import { catalogue } from '../../lib/i18n'

/** The words of the part on other things' pages: apart, since the public fetches them too. */
export const partWords = catalogue({
  history: { sv: 'Historik', en: 'History' },
  historyOf: { sv: (name: string) => `Historik: ${name}`, en: (name: string) => `History: ${name}` },
  onItsOwn: { sv: 'Hela historiken på en egen sida', en: 'The whole history on a page of its own' },
})

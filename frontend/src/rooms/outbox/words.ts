import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Utkorgen', en: 'The outbox' },
  lead: {
    sv: 'Det här är en demo. Inga brev skickas; de står här i stället, det senaste först.',
    en: 'This is a demo. No letters are sent; they stand here instead, newest first.',
  },
  found: counted({ sv: ['brev', 'brev'], en: ['letter', 'letters'] }),
  to: { sv: (who: string) => `Till ${who}`, en: (who: string) => `To ${who}` },
  from: { sv: (who: string) => `Från ${who}`, en: (who: string) => `From ${who}` },
  noneTitle: { sv: 'Inga brev än', en: 'No letters yet' },
  noneText: {
    sv: 'Bjud in en person eller be om ett nytt lösenord, så kommer brevet hit inom några sekunder.',
    en: 'Invite a person or ask for a new password, and the letter arrives here within seconds.',
  },
  closedTitle: { sv: 'Här finns ingen utkorg', en: 'There is no outbox here' },
  closedText: {
    sv: 'Breven skickas med e-post. Titta i din inkorg, också bland skräpposten.',
    en: 'Letters are sent by email. Look in your inbox, and among junk mail.',
  },
})

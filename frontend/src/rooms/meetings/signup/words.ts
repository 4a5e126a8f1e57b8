import { catalogue, counted } from '../../../lib/i18n'

/** What who signs up to an open meeting fills in. */
export const words = catalogue({
  form: { sv: 'Anmälan', en: 'Sign-up' },
  name: { sv: 'Namn', en: 'Name' },
  nameHelp: {
    sv: 'Det du vill kallas i dörren. Du behöver inte skriva hela ditt namn.',
    en: 'What you want to be called at the door. You need not write your whole name.',
  },
  email: { sv: 'E-postadress', en: 'Email address' },
  emailHelp: {
    sv: 'Används bara för kvittot. Dina uppgifter tas bort efter mötet.',
    en: 'Used only for the receipt. Your details are removed after the meeting.',
  },
  seats: { sv: 'Hur många kommer', en: 'How many are coming' },
  people: counted({ sv: ['person', 'personer'], en: ['person', 'people'] }),
  send: { sv: 'Anmäl', en: 'Sign up' },
  nameMissing: { sv: 'Skriv ett namn.', en: 'Write a name.' },
  emailWrong: { sv: 'Skriv en e-postadress, som namn@exempel.se.', en: 'Write an address, such as name@example.com.' },
})

export const refusalWords = catalogue({
  full: { sv: 'Det finns inte så många platser kvar.', en: 'There are not that many places left.' },
  signUpClosed: { sv: 'Anmälan är stängd.', en: 'The sign-up is closed.' },
})

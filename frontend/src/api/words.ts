import { catalogue, counted } from '../lib/i18n'

export const words = catalogue({
  unexpected: {
    sv: 'Något gick fel hos oss. Försök igen om en stund.',
    en: 'Something went wrong on our side. Try again in a moment.',
  },
  unreachable: {
    sv: 'Vi når inte tjänsten. Kontrollera uppkopplingen och försök igen.',
    en: 'The service cannot be reached. Check your connection and try again.',
  },
  unauthenticated: { sv: 'Du behöver logga in för att göra det här.', en: 'You need to sign in to do this.' },
  forbidden: { sv: 'Din roll får inte göra det här.', en: 'Your role may not do this.' },
  notFound: { sv: 'Det du söker finns inte här.', en: 'What you look for is not here.' },
  conflict: {
    sv: 'Det här krockar med något som redan finns.',
    en: 'This clashes with something that already exists.',
  },
  stale: {
    sv: 'Någon annan har ändrat sedan du öppnade sidan. Inget av ditt har gått förlorat.',
    en: 'Someone else has changed this since you opened it. Nothing of yours is lost.',
  },
  invalid: { sv: 'Några uppgifter behöver rättas.', en: 'Some details need correcting.' },
  tooMany: {
    sv: 'För många försök. Vänta en stund och försök igen.',
    en: 'Too many attempts. Wait a while and try again.',
  },
  tooManyFor: {
    sv: (wait: string) => `För många försök. Vänta ${wait} och försök sedan igen.`,
    en: (wait: string) => `Too many attempts. Wait ${wait}, then try again.`,
  },
  seconds: counted({ sv: ['sekund', 'sekunder'], en: ['second', 'seconds'] }),
  minutes: counted({ sv: ['minut', 'minuter'], en: ['minute', 'minutes'] }),
  unavailable: {
    sv: 'Tjänsten är tillfälligt upptagen. Försök igen om en stund.',
    en: 'The service is busy at the moment. Try again shortly.',
  },
})

/**
 * The API's stable codes, for problems and for fields, that any page may meet; those of one room's forms are told with
 * `sayAlso` where the forms are. A code that is missing falls back to its status.
 */
export const codeWords = catalogue({
  required: { sv: 'Fyll i uppgiften.', en: 'Fill this in.' },
  tooLong: { sv: 'Texten är för lång.', en: 'The text is too long.' },
  tooShort: { sv: 'Texten är för kort.', en: 'The text is too short.' },
  invalidFormat: { sv: 'Formatet stämmer inte.', en: 'The format is not right.' },
  unknownField: { sv: 'Uppgiften känns inte igen.', en: 'This detail is not recognised.' },
  wrongType: { sv: 'Uppgiften har fel form.', en: 'This detail has the wrong form.' },
  unknownReference: { sv: 'Det du hänvisar till finns inte längre.', en: 'What this refers to no longer exists.' },
  outOfRange: { sv: 'Värdet ligger utanför det tillåtna.', en: 'The value is outside what is allowed.' },
  endBeforeStart: { sv: 'Slutet ligger före starten.', en: 'The end is before the start.' },
  duplicate: { sv: 'Det finns redan en likadan.', en: 'There is already one like this.' },
  cycle: { sv: 'Det skulle bli en rundgång.', en: 'That would make a circle.' },
  notAllowed: { sv: 'Det är inte tillåtet här.', en: 'That is not allowed here.' },
  accountClosed: { sv: 'Kontot är stängt. Öppna det först.', en: 'The account is closed. Open it first.' },
  noSecondFactor: { sv: 'Personen har inget andra steg.', en: 'This person has no second step.' },
  recentSignInNeeded: {
    sv: 'Du behöver logga in en gång till för att göra det här.',
    en: 'You need to sign in once more to do this.',
  },
})

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

/** The API's stable codes, for problems and for fields. A code that is missing here falls back to its status. */
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
  accountExists: {
    sv: 'Det finns redan ett konto med den adressen. Sök upp personen i listan i stället.',
    en: 'There is already an account with that address. Find the person in the list instead.',
  },
  accountClosed: { sv: 'Kontot är stängt. Öppna det först.', en: 'The account is closed. Open it first.' },
  lastAdmin: {
    sv: 'Det här är den sista administratören. Ge någon annan rollen först.',
    en: 'This is the last administrator. Give somebody else the role first.',
  },
  noSecondFactor: { sv: 'Personen har inget andra steg.', en: 'This person has no second step.' },
  clientClosed: { sv: 'Systemet är stängt. Öppna det först.', en: 'The system is closed. Open it first.' },
  keyEnded: { sv: 'Nyckeln är redan avslutad.', en: 'The key has already been ended.' },
  mandatesOverlap: {
    sv: 'Någon annan har platsen under de dagarna. Avsluta det uppdraget först, eller börja dagen efter.',
    en: 'Somebody else holds the seat on those days. End that mandate first, or begin the day after.',
  },
  ownSubstitute: {
    sv: 'Personen har redan ett uppdrag på platsen och kan inte vara sin egen ersättare.',
    en: 'This person already has a mandate on the seat, and cannot stand in for themselves.',
  },
  wrongBody: {
    sv: 'Bara den som utser till platsen, eller ett organ över den, kan besluta om den.',
    en: 'Only the body that appoints to the seat, or one above it, can decide on it.',
  },
  mandateBegun: {
    sv: 'Uppdraget har börjat och står kvar i platsens historia. Ge det en sista dag i stället.',
    en: 'The mandate has begun and stays in the seat’s history. Give it a last day instead.',
  },
  recentSignInNeeded: {
    sv: 'Du behöver logga in en gång till för att göra det här.',
    en: 'You need to sign in once more to do this.',
  },
})

import { catalogue } from '../../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Logga in', en: 'Sign in' },
  titleAgain: { sv: 'Logga in en gång till', en: 'Sign in once more' },
  lead: {
    sv: 'För dig som arbetar med planen. Allt som är offentligt kan läsas utan att logga in.',
    en: 'For those who work with the plan. All that is public can be read without signing in.',
  },
  leadAgain: {
    sv: 'Det du var på väg att göra ändrar hur ditt konto skyddas. Visa att det är du, så kommer du tillbaka.',
    en: 'What you were about to do changes how your account is protected. Show that it is you, and you will come back.',
  },
  email: { sv: 'E-postadress', en: 'Email address' },
  password: { sv: 'Lösenord', en: 'Password' },
  show: { sv: 'Visa lösenordet', en: 'Show the password' },
  hide: { sv: 'Dölj lösenordet', en: 'Hide the password' },
  submit: { sv: 'Logga in', en: 'Sign in' },
  submitting: { sv: 'Loggar in …', en: 'Signing in …' },
  emailMissing: { sv: 'Skriv din e-postadress.', en: 'Write your email address.' },
  passwordMissing: { sv: 'Skriv ditt lösenord.', en: 'Write your password.' },
  errorsBefore: { sv: 'Något saknas', en: 'Something is missing' },
  wrong: {
    sv: 'E-postadressen eller lösenordet stämmer inte. Försök igen.',
    en: 'The email address or the password is wrong. Try again.',
  },
  already: {
    sv: (name: string) => `Du är redan inloggad som ${name}.`,
    en: (name: string) => `You are already signed in as ${name}.`,
  },
  toDesk: { sv: 'Till arbetsytan', en: 'To the desk' },
  toHome: { sv: 'Till startsidan', en: 'To the home page' },
  forgotten: { sv: 'Glömt lösenordet?', en: 'Forgotten your password?' },
  or: { sv: 'Eller på ett annat sätt', en: 'Or in another way' },
  passkey: { sv: 'Logga in med nyckel', en: 'Sign in with a passkey' },
  passkeyHelp: {
    sv: 'En nyckel (passkey) finns i telefonen, datorn eller en säkerhetsnyckel. Du lägger till den på ditt konto.',
    en: 'A passkey is on your telephone, computer or security key. You add it on your account.',
  },
  passkeyCancelled: {
    sv: 'Ingen nyckel användes. Försök igen, eller logga in med lösenordet.',
    en: 'No passkey was used. Try again, or sign in with the password.',
  },
  passkeyRefused: {
    sv: 'Den nyckeln gäller inte här. Den kan ha tagits bort från kontot. Logga in på ett annat sätt.',
    en: 'That passkey does not count here. It may have been removed from the account. Sign in in another way.',
  },
  passkeyFailed: {
    sv: 'Webbläsaren kunde inte använda nyckeln. Logga in på ett annat sätt.',
    en: 'The browser could not use the passkey. Sign in in another way.',
  },
  federated: { sv: (name: string) => `Logga in med ${name}`, en: (name: string) => `Sign in with ${name}` },
  federatedHelp: {
    sv: 'Du kommer till deras inloggning och sedan tillbaka hit.',
    en: 'You go to their sign-in and then come back here.',
  },
  leaving: { sv: 'Öppnar …', en: 'Opening …' },
  noWay: {
    sv: 'Det går inte att logga in just nu. Hör av dig till den som sköter kontona hos er.',
    en: 'Signing in is not possible now. Get in touch with whoever keeps the accounts with you.',
  },
  ended: {
    sv: 'Din inloggning har avslutats, till exempel för att tiden gick ut eller för att den avslutades någon annanstans. Det du har sparat är kvar. Logga in igen för att fortsätta.',
    en: 'Your sign-in has ended, for instance because its time ran out or because it was ended elsewhere. What you have saved is kept. Sign in again to go on.',
  },
  chosen: {
    sv: 'Ditt lösenord är sparat. Logga in med det.',
    en: 'Your password is saved. Sign in with it.',
  },
  doneTitle: { sv: 'Du loggas in', en: 'Signing you in' },
  doneFailedTitle: { sv: 'Inloggningen blev inte klar', en: 'The sign-in was not completed' },
  doneFailed: {
    sv: 'Webbläsaren tog inte emot inloggningen. Försök igen. Händer det på nytt kan webbläsaren vara inställd på att inte ta emot kakor.',
    en: 'The browser did not accept the sign-in. Try again. If it happens anew, the browser may be set to accept no cookies.',
  },
  forgottenTitle: { sv: 'Glömt lösenordet', en: 'Forgotten password' },
  forgottenLead: {
    sv: 'Skriv din e-postadress, så skickar vi en länk där du väljer ett nytt.',
    en: 'Write your email address, and we send a link where you choose a new one.',
  },
  send: { sv: 'Skicka länken', en: 'Send the link' },
  sending: { sv: 'Skickar …', en: 'Sending …' },
  sentTitle: { sv: 'Titta i din e-post', en: 'Look in your email' },
  sentText: {
    sv: (email: string) =>
      `Om det finns ett konto med adressen ${email} är ett brev på väg. Länken i brevet fungerar i en timme, en gång.`,
    en: (email: string) =>
      `If there is an account with the address ${email}, a letter is on its way. Its link works for an hour, once.`,
  },
  sentNothing: {
    sv: 'Kom inget brev? Titta i skräpposten, och kontrollera att adressen är den som ditt konto har. Av säkerhetsskäl säger vi aldrig om ett konto finns.',
    en: 'No letter? Look among the junk mail, and check that the address is the one your account has. For safety we never tell whether an account exists.',
  },
  sendAgain: { sv: 'Prova en annan adress', en: 'Try another address' },
  toSignIn: { sv: 'Till inloggningen', en: 'To the sign-in' },
  newTitle: { sv: 'Välj ett nytt lösenord', en: 'Choose a new password' },
  welcomeTitle: { sv: 'Välkommen. Välj ett lösenord', en: 'Welcome. Choose a password' },
  forWhom: { sv: 'Gäller kontot', en: 'For the account' },
  linkUntil: { sv: 'Länken fungerar till', en: 'The link works until' },
  linkAt: {
    sv: (day: string, clock: string) => `${day} kl. ${clock}`,
    en: (day: string, clock: string) => `${day} at ${clock}`,
  },
  newPassword: { sv: 'Nytt lösenord', en: 'New password' },
  rulesLead: { sv: 'Ett bra lösenord är långt:', en: 'A good password is long:' },
  ruleLength: {
    sv: 'minst 12 tecken. Tre eller fyra ord som du minns, med mellanslag, är bäst',
    en: 'at least 12 characters. Three or four words that you remember, with spaces, are best',
  },
  ruleKinds: {
    sv: 'siffror, versaler och tecken behövs inte',
    en: 'digits, capitals and signs are not needed',
  },
  ruleCommon: {
    sv: 'inget som många använder, och inte ditt namn, din adress eller din arbetsplats',
    en: 'nothing that many use, and not your name, address or workplace',
  },
  ruleManager: {
    sv: 'det går bra att klistra in från en lösenordshanterare',
    en: 'you may paste it from a password manager',
  },
  save: { sv: 'Spara lösenordet', en: 'Save the password' },
  savingNow: { sv: 'Sparar …', en: 'Saving …' },
  newMissing: { sv: 'Skriv ett nytt lösenord.', en: 'Write a new password.' },
  notTaken: { sv: 'Välj ett annat lösenord', en: 'Choose another password' },
  overTitle: { sv: 'Länken fungerar inte längre', en: 'The link no longer works' },
  overText: {
    sv: 'Den har redan använts, är för gammal eller har ersatts av en nyare. Inget har gått förlorat.',
    en: 'It was used before, is too old or was replaced by a newer one. Nothing is lost.',
  },
  overUsed: {
    sv: 'Har du redan valt ett lösenord? Då kan du logga in.',
    en: 'Have you chosen a password already? Then you can sign in.',
  },
  overReset: { sv: 'Har du glömt det?', en: 'Have you forgotten it?' },
  overAsk: { sv: 'Be om en ny länk', en: 'Ask for a new link' },
  overInvited: {
    sv: 'Är du inbjuden och har inte valt något lösenord? Be den som bjöd in dig att skicka inbjudan igen.',
    en: 'Were you invited and have not chosen a password? Ask whoever invited you to send the invitation again.',
  },
  noLinkTitle: { sv: 'Öppna länken i brevet', en: 'Open the link in the letter' },
  noLinkText: {
    sv: 'Den här sidan öppnas från brevet som du har fått. Har du läst in sidan på nytt: öppna länken i brevet en gång till.',
    en: 'This page is opened from the letter you were sent. If you have reloaded it, open the link in the letter once more.',
  },
})

/** Why a password is refused, and what to do instead. */
export const passwordWords = catalogue({
  required: { sv: 'Skriv ett lösenord.', en: 'Write a password.' },
  tooShort: {
    sv: 'Lösenordet är för kort. Det behöver minst 12 tecken. Lägg till ett par ord.',
    en: 'The password is too short. It needs at least 12 characters. Add a few words.',
  },
  tooLong: {
    sv: 'Lösenordet är för långt. Högst 200 tecken.',
    en: 'The password is too long. At most 200 characters.',
  },
  common: {
    sv: 'Många använder det lösenordet, med siffror eller tecken omkring, och det prövas först av den som vill ta sig in. Sätt ihop flera ord i stället.',
    en: 'Many use that password, with digits or signs around it, and whoever wants to get in tries it first. Put several words together instead.',
  },
  repeated: {
    sv: 'Samma sak om och om igen är lätt att gissa. Sätt ihop flera olika ord.',
    en: 'The same thing again and again is easily guessed. Put several different words together.',
  },
  sequence: {
    sv: 'Tangenter eller bokstäver i ordning är lätta att gissa. Sätt ihop flera ord.',
    en: 'Keys or letters in their order are easily guessed. Put several words together.',
  },
  context: {
    sv: 'Ditt namn, din adress, din arbetsplats eller den här tjänsten prövas först. Välj ord som inte har med dem att göra.',
    en: 'Your name, address, workplace or this service is tried first. Choose words that have nothing to do with them.',
  },
  unchanged: {
    sv: 'Det är det lösenord du redan har. Välj ett nytt.',
    en: 'That is the password you have. Choose a new one.',
  },
  wrong: { sv: 'Det är inte ditt nuvarande lösenord.', en: 'This is not your current password.' },
})

/** What the address says after a sign-in through the organisation's own system that led to nothing. */
export const returnWords = catalogue({
  signInAgain: {
    sv: 'Inloggningen tog för lång tid eller började i en annan webbläsare. Försök igen.',
    en: 'The sign-in took too long or began in another browser. Try again.',
  },
  cancelled: {
    sv: 'Du avbröt inloggningen. Försök igen när du vill.',
    en: 'You cancelled the sign-in. Try again when you like.',
  },
  providerRefused: {
    sv: 'Inloggningen hos er organisation godkändes inte. Försök igen, eller hör av dig till er it-support.',
    en: 'Your organisation’s sign-in did not approve it. Try again, or get in touch with your IT support.',
  },
  providerUnavailable: {
    sv: 'Er organisations inloggning svarar inte just nu. Försök igen om en stund.',
    en: 'Your organisation’s sign-in does not answer now. Try again in a while.',
  },
  emailMissing: {
    sv: 'Er organisation lämnade ingen bekräftad e-postadress för dig. Hör av dig till er it-support.',
    en: 'Your organisation gave no confirmed email address for you. Get in touch with your IT support.',
  },
  accountExists: {
    sv: 'Det finns redan ett konto med din e-postadress som loggar in på ett annat sätt. Den som sköter kontona hos er kan hjälpa dig.',
    en: 'There is already an account with your email address that signs in another way. Whoever keeps the accounts with you can help.',
  },
  accountClosed: {
    sv: 'Ditt konto är stängt. Den som sköter kontona hos er kan öppna det igen.',
    en: 'Your account is closed. Whoever keeps the accounts with you can open it again.',
  },
  noRole: {
    sv: 'Du är känd, men har ingen roll här ännu. Den som sköter kontona hos er kan ge dig en.',
    en: 'You are known, but have no role here yet. Whoever keeps the accounts with you can give you one.',
  },
  groupsMissing: {
    sv: 'Er organisation berättade inte vilka grupper du hör till, och därför vet vi inte vad du får göra. Hör av dig till er it-support.',
    en: 'Your organisation did not tell which groups you belong to, so we do not know what you may do. Get in touch with your IT support.',
  },
})

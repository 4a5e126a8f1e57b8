import { catalogue, counted } from '../../lib/i18n'

/** The second step of a sign-in. */
export const stepWords = catalogue({
  totpTitle: { sv: 'Ett steg till: koden från appen', en: 'One more step: the code from the app' },
  passkeyTitle: { sv: 'Ett steg till: din nyckel', en: 'One more step: your passkey' },
  recoveryTitle: { sv: 'Ett steg till: en reservkod', en: 'One more step: a recovery code' },
  totpCode: { sv: 'Kod från appen', en: 'Code from the app' },
  totpHelp: {
    sv: 'Lösenordet stämde. Öppna appen och skriv de sex siffror som den visar nu.',
    en: 'The password was right. Open the app and write the six digits it shows now.',
  },
  recoveryCode: { sv: 'Reservkod', en: 'Recovery code' },
  recoveryHelp: {
    sv: 'En av koderna som du sparade när du satte på inloggning i två steg. Varje kod går att använda en gång.',
    en: 'One of the codes you kept when you turned on sign-in in two steps. Each code can be used once.',
  },
  passkeyHelp: {
    sv: 'Lösenordet stämde. Webbläsaren frågar nu efter din nyckel: lås upp den med fingret, ansiktet eller en kod.',
    en: 'The password was right. The browser will ask for your passkey: unlock it with your finger, face or a code.',
  },
  usePasskeyNow: { sv: 'Använd nyckeln', en: 'Use the passkey' },
  goOn: { sv: 'Fortsätt', en: 'Continue' },
  checking: { sv: 'Kontrollerar …', en: 'Checking …' },
  codeMissing: { sv: 'Skriv koden.', en: 'Write the code.' },
  codeNotTaken: { sv: 'Koden gick inte att använda', en: 'The code could not be used' },
  totpWrong: {
    sv: 'Koden stämmer inte, eller så har den redan använts. Vänta tills appen visar nästa kod och försök igen.',
    en: 'The code is wrong, or was used before. Wait until the app shows the next one and try again.',
  },
  recoveryWrong: {
    sv: 'Koden stämmer inte, eller så har den redan använts. Ta nästa kod på listan.',
    en: 'The code is wrong, or was used before. Take the next code on the list.',
  },
  passkeyCancelled: {
    sv: 'Nyckeln användes inte. Försök igen, eller välj ett annat sätt.',
    en: 'The passkey was not used. Try again, or choose another way.',
  },
  passkeyRefused: {
    sv: 'Den nyckeln gäller inte här. Försök igen, eller välj ett annat sätt att logga in.',
    en: 'That passkey does not count here. Try again, or choose another way to sign in.',
  },
  passkeyFailed: {
    sv: 'Webbläsaren kunde inte använda nyckeln. Välj ett annat sätt att logga in.',
    en: 'The browser could not use the passkey. Choose another way to sign in.',
  },
  otherWays: { sv: 'Kan du inte det just nu?', en: 'Can you not do that now?' },
  useTotp: { sv: 'Använd en kod från appen', en: 'Use a code from the app' },
  usePasskey: { sv: 'Använd en nyckel', en: 'Use a passkey' },
  useRecovery: { sv: 'Använd en reservkod', en: 'Use a recovery code' },
  beginAgain: { sv: 'Börja om med lösenordet', en: 'Begin again with the password' },
  lostAll: {
    sv: 'Har du förlorat både telefonen och koderna? Den som sköter kontona hos er kan hjälpa dig att börja om.',
    en: 'Have you lost both your telephone and the codes? Whoever keeps the accounts with you can help you begin again.',
  },
  signInAgain: {
    sv: 'Det tog för lång tid eller blev fel för många gånger. Börja om med lösenordet.',
    en: 'It took too long or went wrong too many times. Begin again with the password.',
  },
})

/** Second steps and passkeys on the account page. */
export const words = catalogue({
  lead: {
    sv: 'Den som bara känner till ditt lösenord kommer då inte in. Det andra steget är en kod från en app, eller en nyckel.',
    en: 'Whoever only knows your password will then not get in. The second step is a code from an app, or a passkey.',
  },
  requiredTitle: { sv: 'Sätt på inloggning i två steg', en: 'Turn on sign-in in two steps' },
  requiredText: {
    sv: 'Din roll kräver det. Tills det är gjort kan du läsa och sköta ditt konto, men inte ändra något i planen. Det tar några minuter.',
    en: 'Your role requires it. Until it is done you can read and keep your account, but change nothing in the plan. It takes a few minutes.',
  },
  requiredDone: {
    sv: 'Din roll kräver inloggning i två steg. Det sista sättet går därför inte att ta bort.',
    en: 'Your role requires sign-in in two steps. The last way can therefore not be removed.',
  },
  toSetUp: { sv: 'Gå till inloggning i två steg', en: 'Go to sign-in in two steps' },
  app: { sv: 'Kod från en app', en: 'Code from an app' },
  appOff: {
    sv: 'Inte påslaget. Du behöver en app för engångskoder i telefonen. Många har redan en, till exempel i sin lösenordshanterare.',
    en: 'Not turned on. You need an app for one-time codes on your telephone. Many have one already, for instance in a password manager.',
  },
  appOn: { sv: (day: string) => `Påslaget sedan ${day}.`, en: (day: string) => `Turned on since ${day}.` },
  begin: { sv: 'Sätt på kod från en app', en: 'Turn on codes from an app' },
  beginOther: { sv: 'Byt till en annan app eller telefon', en: 'Change to another app or telephone' },
  removeApp: { sv: 'kod från en app', en: 'codes from an app' },
  setUpTitle: { sv: 'Lägg till kontot i appen', en: 'Add the account to the app' },
  scan: {
    sv: 'Öppna appen, välj att lägga till ett konto och rikta kameran mot bilden.',
    en: 'Open the app, choose to add an account and point the camera at the picture.',
  },
  qr: { sv: 'QR-kod som läggs till i appen', en: 'QR code to add to the app' },
  orType: { sv: 'Eller skriv in det här i appen för hand:', en: 'Or type this into the app by hand:' },
  openApp: { sv: 'Öppna appen på den här enheten', en: 'Open the app on this device' },
  firstCode: { sv: 'Koden som appen visar', en: 'The code that the app shows' },
  firstCodeHelp: {
    sv: 'Sex siffror. Då vet vi att appen fungerar innan något slås på.',
    en: 'Six digits. Then we know that the app works before anything is turned on.',
  },
  confirm: { sv: 'Slå på', en: 'Turn on' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  waiting: { sv: 'Vänta …', en: 'Wait …' },
  codeMissing: { sv: 'Skriv koden från appen.', en: 'Write the code from the app.' },
  codeWrong: {
    sv: 'Det är inte den kod som appen visar nu. Vänta på nästa och försök igen. Stämmer telefonens klocka?',
    en: 'This is not the code that the app shows now. Wait for the next one and try again. Is the telephone’s clock right?',
  },
  setUpOver: {
    sv: 'Det gick för lång tid. Börja om med en ny bild.',
    en: 'Too much time passed. Begin again with a new picture.',
  },
  codes: { sv: 'Reservkoder', en: 'Recovery codes' },
  codesText: {
    sv: 'Släpper in dig när telefonen är borta. Förvara dem på papper eller i en lösenordshanterare, inte i telefonen.',
    en: 'They let you in when the telephone is gone. Keep them on paper or in a password manager, not on the telephone.',
  },
  codesLeft: counted({ sv: ['kod kvar', 'koder kvar'], en: ['code left', 'codes left'] }),
  codesFew: { sv: 'Gör nya innan de tar slut.', en: 'Make new ones before they run out.' },
  newCodes: { sv: 'Gör nya koder', en: 'Make new codes' },
  newCodesText: { sv: 'De gamla slutar gälla.', en: 'The old ones stop working.' },
  yesNewCodes: { sv: 'Ja, gör nya', en: 'Yes, make new ones' },
  shownTitle: { sv: 'Spara dina reservkoder', en: 'Keep your recovery codes' },
  shownText: {
    sv: 'De visas bara nu. Varje kod släpper in dig en gång när du inte kan använda appen eller nyckeln.',
    en: 'They are shown only now. Each code lets you in once, when you cannot use the app or the passkey.',
  },
  codeList: { sv: 'Koderna', en: 'The codes' },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierat', en: 'Copied' },
  copyFailed: { sv: 'Det gick inte att kopiera. Skriv av koderna.', en: 'Copying failed. Write the codes down.' },
  kept: { sv: 'Jag har sparat koderna', en: 'I have kept the codes' },
  leaveCodes: {
    sv: 'Koderna visas bara nu. Har du sparat dem?',
    en: 'The codes are shown only now. Have you kept them?',
  },
  passkeys: { sv: 'Nycklar', en: 'Passkeys' },
  passkeysText: {
    sv: 'En nyckel (passkey) finns i telefonen, datorn eller en säkerhetsnyckel. Du låser upp den med fingret, ansiktet eller en kod, och slipper lösenordet.',
    en: 'A passkey is on your telephone, computer or security key. You unlock it with your finger, face or a code, and need no password.',
  },
  passkeysNone: { sv: 'Du har ingen nyckel ännu.', en: 'You have no passkey yet.' },
  passkeysNot: {
    sv: 'Den här webbläsaren kan inte använda nycklar.',
    en: 'This browser cannot use passkeys.',
  },
  addPasskey: { sv: 'Lägg till en nyckel', en: 'Add a passkey' },
  passkeyName: { sv: 'Namn på nyckeln', en: 'Name of the passkey' },
  passkeyNameHelp: {
    sv: 'Något som du känner igen, till exempel ”Telefonen” eller ”Datorn på jobbet”.',
    en: 'Something you will recognise, such as “The telephone” or “The computer at work”.',
  },
  passkeyNameMissing: { sv: 'Ge nyckeln ett namn.', en: 'Give the passkey a name.' },
  rename: { sv: 'Byt namn', en: 'Rename' },
  renameOf: { sv: (name: string) => `Byt namn på ${name}`, en: (name: string) => `Rename ${name}` },
  lastUsed: { sv: (day: string) => `Användes senast ${day}`, en: (day: string) => `Last used ${day}` },
  neverUsed: { sv: 'Inte använd ännu', en: 'Not used yet' },
  added: { sv: (day: string) => `tillagd ${day}`, en: (day: string) => `added ${day}` },
  synced: { sv: 'kan finnas på flera av dina enheter', en: 'may be on several of your devices' },
  stopped: {
    sv: 'Stoppad: den verkar ha kopierats och släpper inte in någon. Ta bort den.',
    en: 'Stopped: it seems to have been copied and lets nobody in. Remove it.',
  },
  passkeyCancelled: {
    sv: 'Ingen nyckel lades till. Försök gärna igen.',
    en: 'No passkey was added. Feel free to try again.',
  },
  passkeyThere: {
    sv: 'Den här enheten har redan en nyckel till ditt konto.',
    en: 'This device already has a passkey to your account.',
  },
  passkeyFailed: { sv: 'Webbläsaren kunde inte göra en nyckel.', en: 'The browser could not make a passkey.' },
  turnedOn: { sv: 'Kod från en app är påslaget.', en: 'Codes from an app are turned on.' },
  turnedOff: { sv: 'Kod från en app är borttaget.', en: 'Codes from an app are removed.' },
  passkeyAdded: {
    sv: (name: string) => `Nyckeln ${name} är tillagd.`,
    en: (name: string) => `The passkey ${name} is added.`,
  },
  passkeyRemoved: {
    sv: (name: string) => `Nyckeln ${name} är borttagen.`,
    en: (name: string) => `The passkey ${name} is removed.`,
  },
  lastOne: {
    sv: 'Din roll kräver inloggning i två steg. Lägg till ett annat sätt innan du tar bort det här.',
    en: 'Your role requires sign-in in two steps. Add another way before you remove this one.',
  },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Anslutna system', en: 'Connected systems' },
  lead: {
    sv: 'Andra datasystem som läser ur planen eller rapporterar. Varje system hör till en nämnd eller organisation och visar vem det är med en nyckel.',
    en: 'Other computer systems that read from the plan or report. Each system belongs to one board or organisation and proves who it is by a key.',
  },
  add: { sv: 'Anslut ett system', en: 'Connect a system' },
  found: counted({ sv: ['system', 'system'], en: ['system', 'systems'] }),
  caption: { sv: 'Anslutna system', en: 'Connected systems' },
  name: { sv: 'Systemets namn', en: 'Name of the system' },
  nameHelp: {
    sv: 'Som det kallas hos den som sköter det.',
    en: 'As it is called by those who look after it.',
  },
  body: { sv: 'Nämnd eller organisation', en: 'Board or organisation' },
  bodyHelp: {
    sv: 'Systemet rapporterar bara för den, med det som ligger under. Det går inte att ändra efteråt.',
    en: 'The system reports only for it, with what lies under it. This cannot be changed later.',
  },
  scopes: { sv: 'Vad nycklarna öppnar', en: 'What the keys open' },
  scopesHelp: { sv: 'Välj så lite som räcker.', en: 'Choose as little as will do.' },
  state: { sv: 'Läge', en: 'State' },
  isActive: { sv: 'Öppet', en: 'Open' },
  isClosed: { sv: 'Stängt', en: 'Closed' },
  email: { sv: 'E-post till dem som sköter systemet', en: 'Email of those who look after the system' },
  emailHelp: {
    sv: 'En funktionsadress, aldrig en persons. Dit går ett brev innan en nyckel går ut.',
    en: 'An address of a function, never of a person. A letter goes there before a key expires.',
  },
  language: { sv: 'Språk i brev', en: 'Language of letters' },
  swedish: { sv: 'Svenska', en: 'Svenska' },
  english: { sv: 'English', en: 'English' },
  note: { sv: 'Anteckning', en: 'Note' },
  noteHelp: { sv: 'Till exempel avtal och diarienummer.', en: 'Such as the agreement and its reference.' },
  noneTitle: { sv: 'Inget system är anslutet', en: 'No system is connected' },
  noneText: {
    sv: 'När ett annat system ska läsa eller rapportera ansluts det här och får en nyckel.',
    en: 'When another system is to read or report, it is connected here and gets a key.',
  },
  newTitle: { sv: 'Anslut ett system', en: 'Connect a system' },
  newLead: {
    sv: 'Först beskriver du systemet. Sedan gör du en nyckel på dess sida.',
    en: 'First you describe the system. Then you make a key on its page.',
  },
  create: { sv: 'Anslut systemet', en: 'Connect the system' },
  edit: { sv: 'Ändra', en: 'Change' },
  editing: { sv: 'Ändra uppgifterna om systemet', en: 'Change what is known of the system' },
  saved: { sv: 'Ändringen är sparad.', en: 'The change is saved.' },
  fillName: { sv: 'Skriv vad systemet heter.', en: 'Write what the system is called.' },
  fillBody: {
    sv: 'Välj vilken nämnd eller organisation systemet hör till.',
    en: 'Choose which board or organisation the system belongs to.',
  },
  fillScopes: { sv: 'Välj minst en sak som nycklarna öppnar.', en: 'Choose at least one thing that the keys open.' },
  fillEmail: { sv: 'Skriv en e-postadress.', en: 'Write an email address.' },
  missingTitle: { sv: 'Systemet finns inte', en: 'There is no such system' },
  missingText: { sv: 'Det kan vara borttaget.', en: 'It may have been removed.' },
  documentation: {
    sv: 'Beskrivning för dem som programmerar systemet',
    en: 'Description for those who program the system',
  },
  close: { sv: 'Stäng systemet', en: 'Close the system' },
  closeQuestion: { sv: 'Stänga systemet?', en: 'Close the system?' },
  closeText: {
    sv: 'Inga av dess nycklar släpps in: genast för det som skrivs, inom några sekunder för det som läses. Du kan öppna det igen.',
    en: 'None of its keys are let in: at once for what is written, within seconds for what is read. You can open it again.',
  },
  closeYes: { sv: 'Ja, stäng', en: 'Yes, close' },
  closedSaid: { sv: 'Systemet är stängt.', en: 'The system is closed.' },
  reopen: { sv: 'Öppna systemet igen', en: 'Open the system again' },
  reopenQuestion: { sv: 'Öppna systemet igen?', en: 'Open the system again?' },
  reopenText: {
    sv: 'De nycklar som inte har gått ut eller avslutats släpps in igen.',
    en: 'The keys that have not expired or been ended are let in again.',
  },
  reopenYes: { sv: 'Ja, öppna', en: 'Yes, open' },
  reopenedSaid: { sv: 'Systemet är öppet.', en: 'The system is open.' },
  remove: { sv: 'Ta bort systemet', en: 'Remove the system' },
  removeQuestion: { sv: 'Ta bort systemet?', en: 'Remove the system?' },
  removeText: {
    sv: 'Det går bara om ingen av nycklarna har använts. Annars finns det spår efter systemet, och då stänger du det i stället.',
    en: 'Only possible if none of its keys was ever used. Otherwise there are traces of the system, and you close it instead.',
  },
  removeYes: { sv: 'Ja, ta bort', en: 'Yes, remove' },
  removeInUse: {
    sv: 'En nyckel har använts, så systemet finns i spåren. Stäng det i stället.',
    en: 'A key has been used, so the system stands in the traces. Close it instead.',
  },
})

/** The keys of a system. */
export const keyWords = catalogue({
  title: { sv: 'Nycklar', en: 'Keys' },
  rotation: {
    sv: 'Byt nyckel utan avbrott: gör en ny, låt systemet börja använda den, se här att den används, och avsluta sedan den gamla. Ett system kan ha fem nycklar som gäller.',
    en: 'Change keys without a pause: make a new one, let the system begin to use it, see here that it is used, and then end the old one. A system may have five keys that hold.',
  },
  none: {
    sv: 'Inga nycklar än. Utan nyckel kommer systemet inte in.',
    en: 'No keys yet. Without a key the system does not get in.',
  },
  caption: { sv: 'Systemets nycklar', en: 'The keys of the system' },
  label: { sv: 'Benämning', en: 'Label' },
  labelHelp: {
    sv: 'Så att du kan skilja nycklarna åt, till exempel ”Produktion 2027”.',
    en: 'So that you can tell the keys apart, such as “Production 2027”.',
  },
  prefix: { sv: 'Börjar med', en: 'Begins with' },
  expires: { sv: 'Sista dag', en: 'Last day' },
  expiresHelp: { sv: 'Högst ett år fram.', en: 'At most a year ahead.' },
  expiresMissing: { sv: 'Välj nyckelns sista dag.', en: 'Choose the last day of the key.' },
  lastUsed: { sv: 'Senast använd', en: 'Last used' },
  neverUsed: { sv: 'aldrig', en: 'never' },
  state: { sv: 'Läge', en: 'State' },
  living: { sv: 'Gäller', en: 'Holds' },
  expired: { sv: 'Har gått ut', en: 'Expired' },
  ended: { sv: 'Avslutad', en: 'Ended' },
  soon: { sv: 'går ut snart', en: 'expires soon' },
  end: { sv: (name: string) => `Avsluta ${name}`, en: (name: string) => `End ${name}` },
  endQuestion: { sv: (name: string) => `Avsluta nyckeln ${name}?`, en: (name: string) => `End the key ${name}?` },
  endText: {
    sv: 'Systemet kommer inte längre in med den. Det går inte att ångra. Gör först en ny nyckel om systemet ska fortsätta.',
    en: 'The system no longer gets in with it. It cannot be undone. Make a new key first if the system is to go on.',
  },
  endYes: { sv: 'Ja, avsluta nyckeln', en: 'Yes, end the key' },
  make: { sv: 'Gör en ny nyckel', en: 'Make a new key' },
  making: { sv: 'Ny nyckel', en: 'New key' },
  makeYes: { sv: 'Gör nyckeln', en: 'Make the key' },
  madeTitle: { sv: 'Nyckeln är gjord. Spara den nu.', en: 'The key is made. Keep it now.' },
  madeText: {
    sv: 'Nyckeln visas bara den här gången. Lägg den där systemet förvarar hemligheter. Skicka den aldrig med vanlig e-post. Går den förlorad gör du en ny.',
    en: 'The key is shown this once. Put it where the system keeps its secrets. Never send it by ordinary email. If it is lost, make a new one.',
  },
  value: { sv: 'Nyckelns värde', en: 'Value of the key' },
  copy: { sv: 'Kopiera nyckeln', en: 'Copy the key' },
  copied: { sv: 'Kopierad.', en: 'Copied.' },
  copyFailed: {
    sv: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
    en: 'Copying did not work. Select the text and copy it yourself.',
  },
  kept: { sv: 'Jag har sparat nyckeln', en: 'I have kept the key' },
})

/** Why something with a connected system is refused, by the API’s codes. */
export const codes = catalogue({
  clientClosed: { sv: 'Systemet är stängt. Öppna det först.', en: 'The system is closed. Open it first.' },
  keyEnded: { sv: 'Nyckeln är redan avslutad.', en: 'The key has already been ended.' },
})

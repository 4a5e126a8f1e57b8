import { catalogue, counted } from '../../../lib/i18n'

/** People and roles, for whoever keeps the accounts. */
export const words = catalogue({
  title: { sv: 'Personer och roller', en: 'People and roles' },
  lead: {
    sv: 'Alla som har ett konto, och vad de får göra. En roll kan gälla mellan två dagar och upphör då av sig själv.',
    en: 'Everyone who has an account, and what they may do. A role may hold between two days and then ends by itself.',
  },
  invite: { sv: 'Bjud in en person', en: 'Invite a person' },
  filters: { sv: 'Urval', en: 'Filters' },
  role: { sv: 'Roll', en: 'Role' },
  body: { sv: 'Nämnd eller organisation', en: 'Board or organisation' },
  isOpen: { sv: 'Konto', en: 'Account' },
  all: { sv: 'Alla', en: 'All' },
  onlyOpen: { sv: 'Öppna', en: 'Open' },
  onlyClosed: { sv: 'Stängda', en: 'Closed' },
  clear: { sv: 'Visa alla', en: 'Show all' },
  found: counted({ sv: ['person', 'personer'], en: ['person', 'people'] }),
  tableCaption: { sv: 'Personer med konto', en: 'People who have an account' },
  name: { sv: 'Namn', en: 'Name' },
  roles: { sv: 'Roller', en: 'Roles' },
  state: { sv: 'Läge', en: 'State' },
  noneTitle: { sv: 'Ingen passar urvalet', en: 'Nobody fits these filters' },
  noneText: {
    sv: 'Prova en annan roll eller nämnd, eller bjud in den som saknas.',
    en: 'Try another role or board, or invite whoever is missing.',
  },
  noRoles: { sv: 'Ingen roll', en: 'No role' },
  roleFrom: { sv: (day: string) => `från ${day}`, en: (day: string) => `from ${day}` },
  roleTo: { sv: (day: string) => `till och med ${day}`, en: (day: string) => `until ${day}` },
  roleEnded: { sv: (day: string) => `upphörde ${day}`, en: (day: string) => `ended on ${day}` },
  endsSoon: { sv: 'upphör snart', en: 'ends soon' },
  provided: {
    sv: 'kommer från organisationens inloggning',
    en: 'comes from the organisation’s sign-in',
  },
  isActive: { sv: 'Öppet', en: 'Open' },
  isClosed: { sv: 'Stängt', en: 'Closed' },
  isErased: { sv: (day: string) => `Uppgifterna raderades ${day}`, en: (day: string) => `Data erased on ${day}` },
  isInvited: {
    sv: (day: string) => `Inbjuden ${day}, har inte valt lösenord än`,
    en: (day: string) => `Invited on ${day}, has not chosen a password yet`,
  },
  isExpired: {
    sv: (day: string) => `Inbjudan gick ut ${day}`,
    en: (day: string) => `The invitation expired on ${day}`,
  },
  isProtected: { sv: 'Skyddad identitet', en: 'Protected identity' },
  newTitle: { sv: 'Bjud in en person', en: 'Invite a person' },
  newLead: {
    sv: 'Personen får ett brev med en länk och väljer själv sitt lösenord. Länken fungerar en gång, i sju dagar.',
    en: 'The person gets a letter with a link and chooses a password. The link works once, for seven days.',
  },
  sendInvitation: { sv: 'Skicka inbjudan', en: 'Send the invitation' },
  email: { sv: 'E-postadress', en: 'Email address' },
  emailHelp: {
    sv: 'Dit går brevet, och med den loggar personen in.',
    en: 'The letter goes there, and the person signs in with it.',
  },
  emailHidden: {
    sv: 'Adressen är dold eftersom identiteten är skyddad. Lämna tomt så är den kvar.',
    en: 'The address is hidden because the identity is protected. Leave it empty and it stays.',
  },
  nameHelp: {
    sv: 'Syns för kollegor som är inloggade. Utåt syns bara rollen, om personen inte själv väljer något annat.',
    en: 'Seen by colleagues who are signed in. The public sees the role only, unless the person chooses otherwise.',
  },
  nameHidden: {
    sv: 'Namnet är dolt eftersom identiteten är skyddad. Rör det inte så är det kvar.',
    en: 'The name is hidden because the identity is protected. Leave it as it is and it stays.',
  },
  language: { sv: 'Språk i brev och på webbplatsen', en: 'Language of letters and of the site' },
  swedish: { sv: 'Svenska', en: 'Svenska' },
  english: { sv: 'English', en: 'English' },
  rolesHelp: {
    sv: 'Utan roll kan personen logga in men inte ändra något.',
    en: 'Without a role the person may sign in but change nothing.',
  },
  whatRoles: { sv: 'Läs vad rollerna får göra', en: 'Read what the roles may do' },
  roleNumber: { sv: (n: number) => `Roll ${n}`, en: (n: number) => `Role ${n}` },
  addRole: { sv: 'Lägg till en roll', en: 'Add a role' },
  removeRole: { sv: (n: number) => `Ta bort roll ${n}`, en: (n: number) => `Remove role ${n}` },
  roleGone: {
    sv: (n: number) => `Roll ${n} är borttagen. Spara för att det ska gälla.`,
    en: (n: number) => `Role ${n} is removed. Save to make it so.`,
  },
  validFrom: { sv: 'Från och med', en: 'From' },
  validTo: { sv: 'Till och med', en: 'Until' },
  datesHelp: { sv: 'Tomt betyder att rollen gäller nu.', en: 'Empty means that the role holds now.' },
  endHelp: { sv: 'Tomt betyder tills vidare.', en: 'Empty means until further notice.' },
  nameMissing: { sv: 'Skriv vad personen heter.', en: 'Write the person’s name.' },
  emailMissing: { sv: 'Skriv en e-postadress.', en: 'Write an email address.' },
  emailWrong: {
    sv: 'Skriv en hel adress, som namn@exempel.se.',
    en: 'Write a whole address, such as name@example.se.',
  },
  bodyMissing: {
    sv: 'Välj vilken nämnd eller organisation rollen gäller.',
    en: 'Choose which board or organisation the role holds for.',
  },
  endsBefore: { sv: 'Slutet ligger före starten.', en: 'The end is before the start.' },
  sentTitle: {
    sv: (email: string) => `Ett brev är på väg till ${email}`,
    en: (email: string) => `A letter is on its way to ${email}`,
  },
  sentHidden: { sv: 'Ett brev är på väg till personen', en: 'A letter is on its way to the person' },
  sentText: {
    sv: (day: string) =>
      `Länken i brevet fungerar till ${day}. Kommer brevet inte fram: be personen titta bland skräpposten, eller skicka det igen från personens sida.`,
    en: (day: string) =>
      `The link in the letter works until ${day}. If it does not arrive, ask the person to look among junk mail, or send it again from the person’s page.`,
  },
  demoOutbox: { sv: 'Läs brevet i utkorgen', en: 'Read the letter in the outbox' },
  toPerson: { sv: 'Till personens sida', en: 'To the person’s page' },
  another: { sv: 'Bjud in en till', en: 'Invite another' },
  missingTitle: { sv: 'Personen finns inte', en: 'There is no such person' },
  missingText: { sv: 'Länken kan vara gammal eller felskriven.', en: 'The link may be old or mistyped.' },
})

/** One person's page. */
export const personWords = catalogue({
  edit: { sv: 'Ändra uppgifter och roller', en: 'Change details and roles' },
  editing: { sv: 'Uppgifter och roller', en: 'Details and roles' },
  saved: { sv: 'Ändringen är sparad.', en: 'The change is saved.' },
  saveFirst: {
    sv: 'Spara eller avbryt här först. Sedan kan du göra annat med kontot.',
    en: 'Save or cancel here first. Then you can do more with the account.',
  },
  rolesNow: {
    sv: 'En roll som du tar bort upphör genast för allt som skrivs, och inom fem minuter för det som läses.',
    en: 'A role that you take away ends at once for all that is written, and within five minutes for what is read.',
  },
  since: { sv: 'Konto sedan', en: 'Account since' },
  invitation: { sv: 'Inbjudan', en: 'Invitation' },
  invitationOpen: {
    sv: (sent: string, until: string) => `Brevet skickades ${sent}. Länken fungerar till ${until}.`,
    en: (sent: string, until: string) => `The letter was sent on ${sent}. The link works until ${until}.`,
  },
  invitationOver: {
    sv: (sent: string) => `Brevet skickades ${sent}. Länken har slutat fungera.`,
    en: (sent: string) => `The letter was sent on ${sent}. The link no longer works.`,
  },
  invitationNone: { sv: 'Personen har valt ett lösenord.', en: 'The person has chosen a password.' },
  sendAgain: { sv: 'Skicka inbjudan igen', en: 'Send the invitation again' },
  sendNew: { sv: 'Skicka en ny länk för lösenord', en: 'Send a new link for the password' },
  sendQuestion: { sv: 'Skicka en ny länk?', en: 'Send a new link?' },
  sendText: {
    sv: 'Personen får ett nytt brev. Länken i det fungerar en gång, i sju dagar. Äldre länkar slutar fungera.',
    en: 'The person gets a new letter. Its link works once, for seven days. Older links stop working.',
  },
  sendYes: { sv: 'Ja, skicka', en: 'Yes, send' },
  accountTitle: { sv: 'Kontot', en: 'The account' },
  close: { sv: 'Stäng kontot', en: 'Close the account' },
  closeQuestion: { sv: 'Stänga kontot?', en: 'Close the account?' },
  closeText: {
    sv: 'Personen loggas ut överallt och kan inte logga in. Inget mer kan skrivas, från och med nu. Rollerna och det som är gjort står kvar, och kontot kan öppnas igen.',
    en: 'The person is signed out everywhere and cannot sign in. Nothing more can be written, from now on. The roles and what was done remain, and the account can be opened again.',
  },
  closeYes: { sv: 'Ja, stäng kontot', en: 'Yes, close the account' },
  closedSaid: {
    sv: 'Kontot är stängt. Personen är utloggad överallt.',
    en: 'The account is closed. The person is signed out everywhere.',
  },
  reopen: { sv: 'Öppna kontot igen', en: 'Open the account again' },
  reopenQuestion: { sv: 'Öppna kontot igen?', en: 'Open the account again?' },
  reopenText: {
    sv: 'Personen kan logga in med sitt lösenord, med de roller som står här.',
    en: 'The person may sign in with the password, with the roles shown here.',
  },
  reopenYes: { sv: 'Ja, öppna kontot', en: 'Yes, open the account' },
  reopenedSaid: { sv: 'Kontot är öppet.', en: 'The account is open.' },
  protect: { sv: 'Skydda identiteten', en: 'Protect the identity' },
  protectQuestion: { sv: 'Skydda personens identitet?', en: 'Protect this person’s identity?' },
  protectText: {
    sv: 'Alla andra, också du, ser bara rollen: inte namn, e-postadress eller telefon. Det gäller i listor, rapporter, utdrag och spår. Det som spåren redan har om personen töms.',
    en: 'Everyone else, you too, sees the role only: no name, email address or phone. It holds in lists, reports, exports and traces. What the traces already hold of the person is emptied.',
  },
  protectOnly: {
    sv: 'Du kan inte ta bort skyddet. Det kan bara personen själv, under Mitt konto.',
    en: 'You cannot take the protection away. Only the person can, under My account.',
  },
  protectYes: { sv: 'Ja, skydda identiteten', en: 'Yes, protect the identity' },
  protectedSaid: {
    sv: 'Identiteten är skyddad. Nu står rollen här i stället för namnet.',
    en: 'The identity is protected. The role now stands here instead of the name.',
  },
  protectedNow: {
    sv: 'Identiteten är skyddad. Du ser rollen i stället för namn och adress. Bara personen själv kan ta bort skyddet.',
    en: 'The identity is protected. You see the role instead of name and address. Only the person can take the protection away.',
  },
  reset: { sv: 'Ta bort andra steget', en: 'Take away the second step' },
  resetQuestion: { sv: 'Ta bort personens andra steg?', en: 'Take away this person’s second step?' },
  resetText: {
    sv: 'Gör det bara när personen har tappat sin telefon eller nyckel, och du är säker på vem du talar med. Appen, reservkoderna och nycklarna tas bort, personen loggas ut överallt och får veta det i ett brev. Sedan räcker lösenordet, tills ett nytt andra steg är valt.',
    en: 'Do this only when the person has lost their phone or key, and you are sure whom you are talking to. The app, the recovery codes and the passkeys are removed, the person is signed out everywhere and told so in a letter. After that the password is enough, until a new second step is set up.',
  },
  resetYes: { sv: 'Ja, ta bort andra steget', en: 'Yes, take it away' },
  resetSaid: { sv: 'Andra steget är borttaget.', en: 'The second step is taken away.' },
  againText: {
    sv: 'Det var mer än en kvart sedan du loggade in. Det här kräver en färsk inloggning.',
    en: 'You signed in more than a quarter of an hour ago. This needs a fresh sign-in.',
  },
  againLink: { sv: 'Logga in igen och kom tillbaka hit', en: 'Sign in again and come back here' },
  dataTitle: { sv: 'Personuppgifterna', en: 'Personal data' },
  takeOut: { sv: 'Ta ut allt som finns om personen', en: 'Take out all that is kept on the person' },
  takeOutQuestion: { sv: 'Ta ut uppgifterna?', en: 'Take out the data?' },
  takeOutText: {
    sv: 'Du får en fil med allt som tjänsten har om personen. Att du har läst det lämnar ett spår. Lämna filen bara till personen själv.',
    en: 'You get a file with all that the service keeps on the person. That you read it leaves a trace. Give the file to nobody but the person.',
  },
  takeOutYes: { sv: 'Ja, hämta filen', en: 'Yes, fetch the file' },
  takenOut: { sv: 'Filen är hämtad.', en: 'The file is fetched.' },
  fileName: { sv: 'personuppgifter', en: 'personal-data' },
  erase: { sv: 'Radera personens uppgifter', en: 'Erase the person’s data' },
  eraseQuestion: { sv: 'Radera personens uppgifter för alltid?', en: 'Erase the person’s data for good?' },
  eraseGone: {
    sv: 'Det här försvinner: namn, e-postadress, telefon, lösenord, andra steg och inloggningar. Det går inte att ångra.',
    en: 'This is gone: name, email address, phone, password, second step and sign-ins. It cannot be undone.',
  },
  eraseStays: {
    sv: 'Det här finns kvar: det personen har gjort i planen, rapporter och spår. Där står rollen, till exempel ”tidigare handläggare”, i stället för namnet.',
    en: 'This stays: what the person did in the plan, reports and traces. There the role stands, such as “former officer”, instead of the name.',
  },
  eraseRather: {
    sv: 'Har personen bara slutat? Då räcker det att stänga kontot.',
    en: 'Has the person only left? Then closing the account is enough.',
  },
  eraseWord: { sv: 'radera', en: 'erase' },
  eraseYes: { sv: 'Radera för alltid', en: 'Erase for good' },
  erasedSaid: { sv: 'Uppgifterna är raderade. Rollen står kvar.', en: 'The data is erased. The role remains.' },
  erasedNow: {
    sv: (day: string) =>
      `Uppgifterna raderades ${day}. Det som personen gjorde står kvar, med rollen i stället för namnet.`,
    en: (day: string) =>
      `The data was erased on ${day}. What the person did remains, with the role instead of the name.`,
  },
  traces: { sv: 'Visa spåren: vad personen har gjort', en: 'Show the traces: what the person did' },
  showNow: { sv: 'Visa det som står nu', en: 'Show what stands now' },
  changedMeanwhile: {
    sv: 'Någon annan har ändrat kontot sedan du öppnade sidan. Se efter vad som står här nu, och försök igen.',
    en: 'Someone else has changed the account since you opened this page. See what stands here now, and try again.',
  },
})

/** Why something with an account is refused, by the API’s codes. */
export const codes = catalogue({
  accountExists: {
    sv: 'Det finns redan ett konto med den adressen. Sök upp personen i listan i stället.',
    en: 'There is already an account with that address. Find the person in the list instead.',
  },
  lastAdmin: {
    sv: 'Det här är den sista administratören. Ge någon annan rollen först.',
    en: 'This is the last administrator. Give somebody else the role first.',
  },
})

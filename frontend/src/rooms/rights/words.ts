import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Vem får göra vad', en: 'Who may do what' },
  lead: {
    sv: 'Det som är publicerat får alla läsa, utan att logga in. Allt annat står här. Det som inte står här får ingen göra.',
    en: 'What is published everyone may read, without signing in. Everything else is here. What is not here, nobody may do.',
  },
  several: {
    sv: 'En person kan ha flera roller. Var och en kan gälla en viss nämnd eller organisation, och mellan två dagar. Sidan är gjord av samma regler som tjänsten följer.',
    en: 'A person may have several roles. Each may hold for one board or organisation, and between two days. This page is made of the same rules that the service follows.',
  },
  matrix: { sv: 'Rättigheter och roller', en: 'Rights and roles' },
  matrixHelp: {
    sv: 'Roller med samma rättigheter står i samma kolumn.',
    en: 'Roles with the same rights share a column.',
  },
  reaches: {
    sv: '”Överallt” är hela planen. ”Eget organ” är den nämnd, enhet eller organisation som rollen gäller, med det som ligger under. ”Eget” är det som är ens eget: kontot, eller det man själv har skrivit.',
    en: '“Everywhere” is the whole plan. “Own body” is the board, unit or organisation that the role holds for, with what lies under it. “Own” is what is one’s own: the account, or what one wrote.',
  },
  caption: {
    sv: 'Vad varje roll får göra, och hur långt rätten räcker',
    en: 'What each role may do, and how far the right goes',
  },
  may: { sv: 'Får', en: 'May' },
  roles: { sv: 'Roll för roll', en: 'Role by role' },
  forBody: {
    sv: 'Rollen gäller en nämnd eller organisation, med det som ligger under.',
    en: 'The role holds for one board or organisation, with what lies under it.',
  },
  onlyPublished: { sv: 'Läser det som är publicerat.', en: 'Reads what is published.' },
  keys: { sv: 'Vad ett anslutet system kan få', en: 'What a connected system may be given' },
  keysLead: {
    sv: 'Ett annat system får en nyckel för en nämnd eller organisation. Nyckeln öppnar bara det som den har fått, och går ut av sig själv.',
    en: 'Another system gets a key for one board or organisation. The key opens only what it was given, and expires by itself.',
  },
  about: { sv: 'Om tjänsten', en: 'About this service' },
})

/** How far a right goes, short enough for a cell. */
export const reachWords = catalogue({
  everywhere: { sv: 'överallt', en: 'everywhere' },
  ownTree: { sv: 'eget organ', en: 'own body' },
  own: { sv: 'eget', en: 'own' },
})

/** The same in a sentence. */
export const reachLeads = catalogue({
  everywhere: { sv: 'Överallt', en: 'Everywhere' },
  ownTree: { sv: 'För sin nämnd eller organisation', en: 'For their own board or organisation' },
  own: { sv: 'Bara det egna', en: 'Only one’s own' },
})

/** Who each role is meant for. A role that is missing here is told by its rights alone. */
export const roleTexts = catalogue({
  admin: {
    sv: 'Driver tjänsten: konton, spår och gallring.',
    en: 'Runs the service: accounts, traces and retention.',
  },
  coordinator: {
    sv: 'Håller planen och kontona aktuella för hela kommunen.',
    en: 'Keeps the plan and the accounts current for the whole municipality.',
  },
  steering: { sv: 'Följer planen för styrgruppen.', en: 'Follows the plan for the steering group.' },
  officer: { sv: 'Berättar hur det går för sin nämnd.', en: 'Tells how it goes for the board.' },
  manager: { sv: 'Leder en enhet som planen berör.', en: 'Leads a unit that the plan concerns.' },
  contact: { sv: 'Är den man vänder sig till på en enhet.', en: 'Is whom to turn to at a unit.' },
  member: { sv: 'Sitter i samverkansrådet.', en: 'Sits on the council for cooperation.' },
  secretary: { sv: 'Skriver för samverkansrådet.', en: 'Writes for the council for cooperation.' },
  expert: {
    sv: 'Bidrar med kunskap, till exempel från Centrum mot våld.',
    en: 'Contributes knowledge, for instance from the centre against violence.',
  },
  editor: { sv: 'Skriver texter i tjänsten.', en: 'Writes texts in the service.' },
  reviewer: { sv: 'Granskar texter innan de publiceras.', en: 'Reviews texts before they are published.' },
  partner: {
    sv: 'Arbetar hos en part utanför kommunen, som Regionen eller en förening.',
    en: 'Works with a partner outside the municipality, such as the Region or an association.',
  },
  reader: { sv: 'Är inloggad men ändrar inget i planen.', en: 'Is signed in but changes nothing in the plan.' },
  client: {
    sv: 'Är inte en person utan ett annat datasystem, som läser eller rapporterar för sin nämnd eller organisation.',
    en: 'Is not a person but another computer system, which reads or reports for its board or organisation.',
  },
})

import { catalogue } from '../../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Fler som skriver', en: 'More who write' },
  lead: {
    sv: 'Enhetens kontaktperson, handläggare och chef kan alltid skriva. Släpp in fler kollegor som kan svara.',
    en: 'The unit’s contact person, officer and manager can always write. Let in more colleagues who can answer.',
  },
  somebody: { sv: 'En kollega', en: 'A colleague' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeOf: { sv: (name: string) => `Ta bort ${name}`, en: (name: string) => `Remove ${name}` },
  email: { sv: 'Kollegans e-postadress', en: 'The colleague’s mail address' },
  emailHelp: { sv: 'Den som kollegan loggar in med.', en: 'The one that the colleague signs in with.' },
  add: { sv: 'Släpp in', en: 'Let in' },
})

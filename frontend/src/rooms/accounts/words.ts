import { catalogue } from '../../lib/i18n'

export const sharedWords = catalogue({
  againTitle: { sv: 'Logga in en gång till', en: 'Sign in once more' },
  againText: {
    sv: 'Det var mer än en kvart sedan du loggade in. Så skyddas kontot om någon annan sitter vid din dator. Du kommer tillbaka hit.',
    en: 'You signed in more than a quarter of an hour ago. This protects the account if someone else sits at your computer. You will come back here.',
  },
  againLink: { sv: 'Logga in och kom tillbaka hit', en: 'Sign in and come back here' },
})

/** What a person is, in a word. */
export const roleWords = catalogue({
  admin: { sv: 'Administratör', en: 'Administrator' },
  coordinator: { sv: 'Samordnare', en: 'Coordinator' },
  steering: { sv: 'Styrgruppens läsare', en: 'Steering-group reader' },
  officer: { sv: 'Nämndens handläggare', en: 'Board officer' },
  manager: { sv: 'Chef', en: 'Manager' },
  contact: { sv: 'Kontaktperson', en: 'Contact person' },
  member: { sv: 'Ledamot', en: 'Member' },
  secretary: { sv: 'Sekreterare', en: 'Secretary' },
  expert: { sv: 'Sakkunnig', en: 'Expert' },
  editor: { sv: 'Redaktör', en: 'Editor' },
  reviewer: { sv: 'Granskare', en: 'Reviewer' },
  partner: { sv: 'Samverkanspart', en: 'Partner' },
  reader: { sv: 'Läsare', en: 'Reader' },
})

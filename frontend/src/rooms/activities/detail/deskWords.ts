import { catalogue } from '../../../lib/i18n'

/** The words of those who work with an activity: fetched by nobody else. */
export const deskWords = catalogue({
  actions: { sv: 'Vad du kan göra här', en: 'What you can do here' },
  report: { sv: 'Rapportera', en: 'Report' },
  edit: { sv: 'Redigera', en: 'Edit' },
  changeState: { sv: 'Ändra läge', en: 'Change the state' },
  notes: { sv: 'Interna anteckningar', en: 'Internal notes' },
  signedOutTitle: { sv: 'Du är inte längre inloggad', en: 'You are no longer signed in' },
  signedOutText: {
    sv: 'Det du skrev finns kvar så länge fliken är öppen. Logga in igen så fortsätter du där du var.',
    en: 'What you wrote is kept while this tab is open. Sign in again and go on where you were.',
  },
  signIn: { sv: 'Logga in', en: 'Sign in' },
})

import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Logga in', en: 'Sign in' },
  lead: {
    sv: 'För dig som arbetar med planen. Allt som är offentligt kan läsas utan att logga in.',
    en: 'For those who work with the plan. All that is public can be read without signing in.',
  },
  email: { sv: 'E-postadress', en: 'Email address' },
  password: { sv: 'Lösenord', en: 'Password' },
  submit: { sv: 'Logga in', en: 'Sign in' },
  submitting: { sv: 'Loggar in …', en: 'Signing in …' },
  emailMissing: { sv: 'Skriv din e-postadress.', en: 'Write your email address.' },
  passwordMissing: { sv: 'Skriv ditt lösenord.', en: 'Write your password.' },
  wrong: {
    sv: 'E-postadressen eller lösenordet stämmer inte. Försök igen.',
    en: 'The email address or the password is wrong. Try again.',
  },
  already: {
    sv: (name: string) => `Du är redan inloggad som ${name}.`,
    en: (name: string) => `You are already signed in as ${name}.`,
  },
  toHome: { sv: 'Till startsidan', en: 'To the home page' },
  forgotten: {
    sv: 'Har du glömt lösenordet? Be den som har hand om kontona hos er om ett nytt.',
    en: 'Forgotten your password? Ask whoever keeps the accounts where you work for a new one.',
  },
})

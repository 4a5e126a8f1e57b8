import { catalogue } from '../lib/i18n'

export const words = catalogue({
  strip: { sv: 'Överst på sidan', en: 'Top of the page' },
  mainNav: { sv: 'Huvudmeny', en: 'Main menu' },
  menu: { sv: 'Meny', en: 'Menu' },
  home: { sv: 'Hem', en: 'Home' },
  plan: { sv: 'Planen', en: 'The plan' },
  activities: { sv: 'Aktiviteter', en: 'Activities' },
  boards: { sv: 'Nämnder', en: 'Boards' },
  timeline: { sv: 'Tidslinje', en: 'Timeline' },
  matrix: { sv: 'Översikt', en: 'Overview' },
  council: { sv: 'Samverkansrådet', en: 'The council' },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  account: { sv: 'Mitt konto:', en: 'My account:' },
  desk: { sv: 'Arbetsyta', en: 'Desk' },
  help: { sv: 'Få hjälp', en: 'Get help' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  about: { sv: 'Om tjänsten', en: 'About this service' },
  reference: { sv: 'Öppna data och API', en: 'Open data and API' },
  surveys: { sv: 'Kartläggning', en: 'Mapping survey' },
  answer: { sv: 'Svara på en enkät med kod', en: 'Answer a survey with a code' },
  footerNav: { sv: 'Om webbplatsen', en: 'About the site' },
  footerText: {
    sv: (municipality: string) => `${municipality}s handlingsplan mot våld: vad som görs, av vem och när.`,
    en: (municipality: string) =>
      `The action plan against violence of ${municipality}: what is done, by whom and when.`,
  },
  municipality: { sv: 'Umeå kommun', en: 'Umeå Municipality' },
  notFoundTitle: { sv: 'Sidan finns inte', en: 'This page does not exist' },
  notFoundText: {
    sv: 'Adressen kan vara felskriven, eller så har sidan flyttats. Inget är trasigt.',
    en: 'The address may be mistyped, or the page has moved. Nothing is broken.',
  },
  toHome: { sv: 'Till startsidan', en: 'To the home page' },
  toActivities: { sv: 'Till aktiviteterna', en: 'To the activities' },
  brokenTitle: { sv: 'Sidan kunde inte visas', en: 'The page could not be shown' },
  brokenText: {
    sv: 'Något gick fel i din webbläsare eller hos oss. Det du redan har sparat är kvar.',
    en: 'Something went wrong in your browser or on our side. What you have already saved is kept.',
  },
  reload: { sv: 'Läs in sidan igen', en: 'Load the page again' },
  signInNeededTitle: { sv: 'Logga in för att fortsätta', en: 'Sign in to continue' },
  sessionEndedText: {
    sv: 'Din inloggning har avslutats, till exempel för att tiden gick ut eller för att den avslutades någon annanstans. Det du har sparat är kvar.',
    en: 'Your sign-in has ended, for instance because its time ran out or because it was ended elsewhere. What you have saved is kept.',
  },
  signInNeededText: {
    sv: 'Den här sidan är till för dem som arbetar med planen. Allt annat kan läsas utan att logga in.',
    en: 'This page is for those who work with the plan. Everything else can be read without signing in.',
  },
})

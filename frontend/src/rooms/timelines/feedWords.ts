import { catalogue } from '../../lib/i18n'

/** The words of the calendar, fetched by those who look at it. */
export const feedWords = catalogue({
  calendarLead: {
    sv: 'Prenumerera på tidslinjen, så kommer planens datum in i din egen kalender och följer med när de ändras.',
    en: 'Subscribe to the timeline, and the dates of the plan come into your own calendar and follow when they change.',
  },
  subscribe: { sv: 'Öppna i kalendern', en: 'Open in the calendar' },
  download: { sv: 'Hämta som fil', en: 'Download as a file' },
  address: { sv: 'Prenumerationens adress', en: 'Address of the subscription' },
  addressHelp: {
    sv: 'Adressen gäller de val du har gjort ovanför. Den innehåller inga personuppgifter och kräver ingen inloggning.',
    en: 'The address is for the choices you have made above. It holds no personal data and needs no sign-in.',
  },
  copy: { sv: 'Kopiera adressen', en: 'Copy the address' },
  copied: { sv: 'Adressen är kopierad.', en: 'The address is copied.' },
  copyFailed: { sv: 'Markera adressen och kopiera den själv.', en: 'Select the address and copy it yourself.' },
  howTo: { sv: 'Så gör du', en: 'How to' },
  outlook: { sv: 'Outlook', en: 'Outlook' },
  outlookHow: {
    sv: 'Öppna kalendern, välj Lägg till kalender och sedan Prenumerera från webben. Klistra in adressen.',
    en: 'Open the calendar, choose Add calendar and then Subscribe from web. Paste the address.',
  },
  iphone: { sv: 'iPhone, iPad och Mac', en: 'iPhone, iPad and Mac' },
  iphoneHow: {
    sv: 'Välj Öppna i kalendern här ovanför och svara ja på frågan om du vill prenumerera.',
    en: 'Choose Open in the calendar above and answer yes when asked whether to subscribe.',
  },
  google: { sv: 'Google Kalender', en: 'Google Calendar' },
  googleHow: {
    sv: 'Öppna calendar.google.com på en dator, välj Andra kalendrar och Från webbadress. Klistra in adressen.',
    en: 'Open calendar.google.com on a computer, choose Other calendars and From URL. Paste the address.',
  },
  howOften: {
    sv: 'Kalendern hämtar själv nya uppgifter, oftast en gång om dagen. Poster utan datum följer inte med.',
    en: 'The calendar fetches changes by itself, most often once a day. Entries without a date are not included.',
  },
  calendarNote: {
    sv: 'Kom ihåg att kalendern syns för den som ser din telefon eller dator.',
    en: 'Remember that the calendar can be seen by whoever sees your phone or computer.',
  },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Med egna ord', en: 'In their own words' },
  missingTitle: { sv: 'Här finns inget att läsa', en: 'There is nothing to read here' },
  missingText: {
    sv: 'Det medarbetarna har skrivit kan läsas när resultatet har publicerats.',
    en: 'What employees wrote can be read once the results are published.',
  },
  toSurveys: { sv: 'Alla kartläggningar', en: 'All surveys' },
  lead: {
    sv: 'Texterna står i slumpad ordning och hör inte ihop med andra svar. Någon har läst dem före publiceringen. […] står där ord har tagits bort för att de visade vem någon är.',
    en: 'The texts stand in random order and are not joined to other answers. Somebody read them before publication. […] stands where words were taken away because they showed who somebody is.',
  },
  leadReading: {
    sv: 'Läs varje text innan den visas för alla. Stryk ord som visar vem någon är: namn, en liten arbetsplats, en händelse som går att känna igen. Visa inte en text som inte går att rädda. Rätta aldrig vad någon tycker.',
    en: 'Read each text before everybody can. Strike words that show who somebody is: names, a small workplace, an event that can be recognised. Do not show a text that cannot be saved. Never correct what somebody thinks.',
  },
  none: { sv: 'Ingen text finns här.', en: 'There is no text here.' },
  noneTold: {
    sv: 'Ingen text visas. För få har skrivit, eller också går texterna inte att visa utan att någon känns igen.',
    en: 'No text is shown. Too few wrote, or the texts cannot be shown without somebody being recognised.',
  },
  allRead: { sv: 'Alla texter är lästa. Nu kan omgången publiceras.', en: 'All texts are read. The round can be published now.' },
  toRound: { sv: 'Till omgången', en: 'To the round' },
  question: { sv: 'Fråga', en: 'Question' },
  allQuestions: { sv: 'Alla frågor', en: 'All questions' },
  show: { sv: 'Visa', en: 'Show' },
  waiting: { sv: 'Olästa', en: 'Unread' },
  allowed: { sv: 'Får visas', en: 'May be shown' },
  withheld: { sv: 'Visas inte', en: 'Not shown' },
  published: { sv: 'Publicerade', en: 'Published' },
  texts: counted({ sv: ['text', 'texter'], en: ['text', 'texts'] }),
  left: { sv: (texts: string) => `${texts} kvar att läsa.`, en: (texts: string) => `${texts} left to read.` },
  everyone: { sv: 'Alla som inte visas som egen grupp', en: 'Everyone not shown as a group of their own' },
  nth: { sv: (n: number) => `Text ${n}`, en: (n: number) => `Text ${n}` },
  allow: { sv: 'Får visas', en: 'May be shown' },
  withhold: { sv: 'Visa inte', en: 'Do not show' },
  strike: { sv: 'Stryk ord', en: 'Strike words' },
  strikeHelp: {
    sv: 'Tryck på orden som inte ska visas. Tryck igen om du ångrar dig.',
    en: 'Press the words that are not to be shown. Press again to undo.',
  },
  told: { sv: 'Så visas den', en: 'How it is shown' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
  stale: {
    sv: 'Någon annan har läst texten samtidigt. Se hur den står nu och välj igen.',
    en: 'Somebody else read the text at the same time. See how it stands now and choose again.',
  },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  ownWords: { sv: 'Så beskriver enheten sitt arbete', en: 'How the unit describes its work' },
  ownWordsFrom: {
    sv: (day: string) => `Ur enhetens svar på kartläggningen, godkänt ${day}.`,
    en: (day: string) => `From the unit’s answer to the mapping survey, approved ${day}.`,
  },
  title: { sv: 'Nämnder', en: 'Boards' },
  lead: {
    sv: 'Vem som svarar för planens aktiviteter, och hur det går för var och en.',
    en: 'Who answers for the activities of the plan, and how it goes for each of them.',
  },
  answering: { sv: 'Svarar för aktiviteter', en: 'Answer for activities' },
  others: { sv: 'Övriga i kommunen', en: 'Others in the municipality' },
  partners: { sv: 'Samverkande parter utanför kommunen', en: 'Partners outside the municipality' },
  activities: counted({ sv: ['aktivitet', 'aktiviteter'], en: ['activity', 'activities'] }),
  noActivities: { sv: 'Inga aktiviteter än', en: 'No activities yet' },
  noActivitiesHelp: {
    sv: 'Här visas de aktiviteter som organet svarar för, så snart planen säger det.',
    en: 'The activities that this body answers for are shown here as soon as the plan says so.',
  },
  itsPart: { sv: 'Egen del av planen', en: 'Its part of the plan' },
  tableCaption: { sv: 'Aktiviteterna, med egen del och helhet', en: 'The activities, with own part and whole' },
  activity: { sv: 'Aktivitet', en: 'Activity' },
  code: { sv: 'Nr', en: 'No.' },
  role: { sv: 'Roll', en: 'Role' },
  part: { sv: 'Egen del', en: 'Own part' },
  whole: { sv: 'Hela aktiviteten', en: 'Whole activity' },
  lastReport: { sv: 'Rapporterad', en: 'Reported' },
  never: { sv: 'aldrig', en: 'never' },
  report: { sv: 'Rapportera', en: 'Report' },
  reportOn: { sv: (title: string) => `Rapportera om ${title}`, en: (title: string) => `Report on ${title}` },
  needsReport: {
    sv: 'Det här behöver rapporteras',
    en: 'This needs a report',
  },
  comingUp: { sv: 'Det här kommer', en: 'Coming up' },
  nothingComing: { sv: 'Inget är inplanerat framåt.', en: 'Nothing is planned ahead.' },
  under: { sv: 'Hör hit', en: 'Belonging here' },
  toBoards: { sv: 'Alla nämnder', en: 'All boards' },
  timeline: { sv: 'Visa på tidslinjen', en: 'Show on the timeline' },
  missingTitle: { sv: 'Nämnden finns inte', en: 'This board does not exist' },
  missingText: {
    sv: 'Den kan ha bytt namn eller upphört. Alla som svarar för planen finns i listan.',
    en: 'It may have changed its name or ended. All who answer for the plan are in the list.',
  },
  byRule: { sv: 'som alla nämnder', en: 'as all boards' },
  website: { sv: 'Webbplats', en: 'Website' },
  email: { sv: 'E-post', en: 'Email' },
  contacts: { sv: 'Kontakt', en: 'Contact' },
  contactsHidden: {
    sv: 'Namn visas bara för den som själv har valt det.',
    en: 'Names are shown only of those who have chosen so.',
  },
  persons: counted({ sv: ['person', 'personer'], en: ['person', 'people'] }),
  notInForce: { sv: 'finns inte längre', en: 'no longer in force' },
})

export const kindWords = catalogue({
  council: { sv: 'Fullmäktige', en: 'Council' },
  executiveBoard: { sv: 'Styrelse', en: 'Executive board' },
  board: { sv: 'Nämnd', en: 'Board' },
  administration: { sv: 'Förvaltning', en: 'Administration' },
  unit: { sv: 'Enhet', en: 'Unit' },
  municipalCompany: { sv: 'Kommunalt bolag', en: 'Municipal company' },
  outsideBody: { sv: 'Utanför kommunen', en: 'Outside the municipality' },
})

export const roleWords = catalogue({
  answerable: { sv: 'svarar för', en: 'answers for' },
  carriesOut: { sv: 'genomför', en: 'carries out' },
  supports: { sv: 'stödjer', en: 'supports' },
})

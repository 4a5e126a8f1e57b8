import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Aktiviteter', en: 'Activities' },
  lead: {
    sv: 'Allt som planen säger ska göras: vem som svarar för det, och hur det går.',
    en: 'All that the plan says shall be done: who answers for it, and how it goes.',
  },
  found: counted({ sv: ['aktivitet', 'aktiviteter'], en: ['activity', 'activities'] }),
  filters: { sv: 'Urval', en: 'Filters' },
  filtersChosen: {
    sv: (n: number) => (n > 0 ? `Urval (${n})` : 'Urval'),
    en: (n: number) => (n > 0 ? `Filters (${n})` : 'Filters'),
  },
  clear: { sv: 'Visa alla', en: 'Show all' },
  board: { sv: 'Nämnd', en: 'Board' },
  area: { sv: 'Våldsområde', en: 'Violence area' },
  status: { sv: 'Läge', en: 'State' },
  targetGroup: { sv: 'Målgrupp', en: 'Target group' },
  level: { sv: 'Nivå', en: 'Level' },
  all: { sv: 'Alla', en: 'All' },
  unconfirmed: { sv: 'Bara sådant som är att bekräfta', en: 'Only what is to be confirmed' },
  views: { sv: 'Visa som', en: 'Show as' },
  cards: { sv: 'Kort', en: 'Cards' },
  table: { sv: 'Tabell', en: 'Table' },
  add: { sv: 'Ny aktivitet', en: 'New activity' },
  code: { sv: 'Nr', en: 'No.' },
  activity: { sv: 'Aktivitet', en: 'Activity' },
  answers: { sv: 'Svarar', en: 'Answers' },
  next: { sv: 'Nästa steg', en: 'Next step' },
  lastReport: { sv: 'Rapporterad', en: 'Reported' },
  end: { sv: 'Klar senast', en: 'Done by' },
  subs: counted({ sv: ['delaktivitet', 'delaktiviteter'], en: ['sub-activity', 'sub-activities'] }),
  otherParts: { sv: 'Utan del', en: 'Outside the parts' },
  noneTitle: { sv: 'Inga aktiviteter passar urvalet', en: 'No activities match the filters' },
  noneText: {
    sv: 'Det betyder inte att inget görs: aktiviteten kan vara oklassad eller höra till en annan nämnd.',
    en: 'This does not mean that nothing is done: the activity may be unclassified or belong to another board.',
  },
  emptyTitle: { sv: 'Planen har inga aktiviteter än', en: 'The plan has no activities yet' },
  emptyText: {
    sv: 'När planen är publicerad visas dess aktiviteter här.',
    en: 'When the plan is published its activities are shown here.',
  },
  matrixTitle: { sv: 'Översikt', en: 'Overview' },
  matrixLead: {
    sv: 'Vad som görs inom varje våldsområde, och vem som svarar för det. En tom ruta visar var inget görs.',
    en: 'What is done in each violence area, and who answers for it. An empty cell shows where nothing is done.',
  },
  matrixCaption: { sv: 'Aktiviteter per våldsområde och nämnd', en: 'Activities by violence area and board' },
  notClassified: { sv: 'Inte klassad', en: 'Not classified' },
  notClassifiedHelp: {
    sv: 'Aktiviteter som ingen ännu har knutit till ett våldsområde.',
    en: 'Activities that nobody has yet tied to a violence area.',
  },
  noActivity: { sv: 'ingen', en: 'none' },
  legend: { sv: 'Så läses rutorna', en: 'How to read the cells' },
  legendSome: {
    sv: 'Antal aktiviteter och hur det går för dem. Rutan leder till dem.',
    en: 'How many activities, and how they go. The cell leads to them.',
  },
  legendNone: { sv: 'Ingen aktivitet finns här i planen.', en: 'The plan has no activity here.' },
  legendNotClassified: {
    sv: 'Aktiviteter finns, men är inte klassade efter våldsområde.',
    en: 'There are activities, but they are not classified by violence area.',
  },
  cellLabel: {
    sv: (count: string, area: string, body: string) => `${count}: ${area}, ${body}`,
    en: (count: string, area: string, body: string) => `${count}: ${area}, ${body}`,
  },
  nobodyAnswers: { sv: 'Ingen svarar', en: 'Nobody answers' },
  noAnswers: { sv: 'Inga nämnder svarar för något än', en: 'No board answers for anything yet' },
})

export const levelWords = catalogue({
  individual: { sv: 'individ', en: 'individual' },
  relationship: { sv: 'relation', en: 'relationship' },
  community: { sv: 'närmiljö', en: 'community' },
  society: { sv: 'samhälle', en: 'society' },
})

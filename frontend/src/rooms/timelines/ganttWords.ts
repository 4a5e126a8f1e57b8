import { catalogue } from '../../lib/i18n'

/** The words of the chart, fetched with it. */
export const ganttWords = catalogue({
  shown: {
    sv: (years: string, outside: number) =>
      outside === 0 ? `Visar ${years}.` : `Visar ${years}. ${outside} poster ligger före eller efter.`,
    en: (years: string, outside: number) =>
      outside === 0 ? `Showing ${years}.` : `Showing ${years}. ${outside} entries lie before or after.`,
  },
  showYears: { sv: (years: string) => `Visa ${years}`, en: (years: string) => `Show ${years}` },
  chartName: {
    sv: 'Diagram över tid. Gå mellan rader och händelser med piltangenterna.',
    en: 'Chart over time. Move between rows and entries with the arrow keys.',
  },
  keys: {
    sv: 'Piltangenterna går mellan rader och händelser, Enter öppnar en aktivitet.',
    en: 'The arrow keys move between rows and entries, Enter opens an activity.',
  },
  today: { sv: 'i dag', en: 'today' },
  todayIs: { sv: (day: string) => `I dag är det ${day}.`, en: (day: string) => `Today is ${day}.` },
  activityRow: { sv: (code: string) => `Aktivitet ${code}`, en: (code: string) => `Activity ${code}` },
  legend: { sv: 'Så läser du diagrammet', en: 'How to read the chart' },
  legendSure: { sv: 'Start och slut är kända', en: 'Start and end are known' },
  legendSoft: {
    sv: 'Bara månaden eller året är känt, eller slutet är öppet',
    en: 'Only the month or year is known, or the end is open',
  },
  legendHatched: { sv: 'Vår tolkning, att bekräfta', en: 'Our reading, to be confirmed' },
  legendMilestone: { sv: 'Milstolpe; ifylld när den är klar', en: 'Milestone; filled when done' },
  legendReport: { sv: 'Uppföljning ska lämnas', en: 'Follow-up is due' },
  legendMeeting: { sv: 'Möte', en: 'Meeting' },
  legendDecision: { sv: 'Beslut eller annan händelse', en: 'Decision or other event' },
})

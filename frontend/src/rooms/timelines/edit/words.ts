import { catalogue } from '../../../lib/i18n'

/** The page where entries of one's own are written. */
export const ownWords = catalogue({
  title: { sv: 'Egna poster i tidslinjen', en: 'Entries of your own in the timeline' },
  lead: {
    sv: 'Möten och händelser som inte följer av aktiviteterna. Delmål, uppföljningar och beslut hamnar här av sig själva.',
    en: 'Meetings and events that do not follow from the activities. Milestones, follow-ups and decisions come by themselves.',
  },
  toDecisions: { sv: 'Beslut skrivs in för sig.', en: 'Decisions are entered on their own.' },
  timeline: { sv: 'Tidslinjen', en: 'The timeline' },
  mayNot: {
    sv: 'Bara den som samordnar planen för in egna poster.',
    en: 'Only whoever coordinates the plan enters entries here.',
  },
  add: { sv: 'Lägg till en post', en: 'Add an entry' },
  change: { sv: (title: string) => `Ändra ${title}`, en: (title: string) => `Change ${title}` },
  what: { sv: 'Vad som händer', en: 'What happens' },
  kind: { sv: 'Slag', en: 'Kind' },
  who: { sv: 'Vems', en: 'Whose' },
  nobody: { sv: 'Ingen särskild', en: 'Nobody in particular' },
  date: { sv: 'När det sker eller börjar', en: 'When it happens or begins' },
  end: { sv: 'När det slutar', en: 'When it ends' },
  recurs: { sv: 'Kommer tillbaka', en: 'Comes back' },
  once: { sv: 'Nej, en gång', en: 'No, once' },
  yearly: { sv: 'Varje år', en: 'Every year' },
  perYear: { sv: 'Flera gånger om året', en: 'Several times a year' },
  termOfOffice: { sv: 'Varje mandatperiod', en: 'Every term of office' },
  month: { sv: 'Månad', en: 'Month' },
  noMonth: { sv: 'Ingen särskild', en: 'None in particular' },
  times: { sv: 'Gånger om året', en: 'Times a year' },
  reference: { sv: 'Diarienummer', en: 'Reference' },
  more: { sv: 'Mer om det', en: 'More about it' },
})

import { catalogue } from '../../../lib/i18n'

/** Each unit's contact person, and which units have none. */
export const words = catalogue({
  title: { sv: 'Kontaktpersoner', en: 'Contact persons' },
  lead: {
    sv: 'Varje enhet har en kontaktperson som för information vidare och kan kallas till samverkansrådet.',
    en: 'Every unit has one contact person who passes information on and may be called to the council.',
  },
  board: { sv: 'Nämnd eller organ', en: 'Board or body' },
  all: { sv: 'Alla', en: 'All' },
  shown: { sv: 'Visa', en: 'Show' },
  missingOnly: { sv: 'Enheter som saknar kontaktperson', en: 'Units without a contact person' },
  filters: { sv: 'Urval', en: 'Filters' },
  have: {
    sv: (having: number, all: number) => `${having} av ${all} enheter har en kontaktperson`,
    en: (having: number, all: number) => `${having} of ${all} units have a contact person`,
  },
  others: { sv: 'Övriga', en: 'Others' },
  has: { sv: 'finns', en: 'there is one' },
  missing: { sv: 'saknas', en: 'missing' },
  endsSoon: { sv: 'slutar snart', en: 'ends soon' },
  lastUntil: { sv: (day: string) => `den förra slutade ${day}`, en: (day: string) => `the last one ended on ${day}` },
  until: { sv: (day: string) => `till och med ${day}`, en: (day: string) => `until ${day}` },
  invite: { sv: 'Ge någon rollen', en: 'Give somebody the role' },
  inviteFor: {
    sv: (unit: string) => `Ge någon rollen för ${unit}`,
    en: (unit: string) => `Give somebody the role for ${unit}`,
  },
  before: { sv: 'Genom åren', en: 'Through the years' },
  nobodyBefore: { sv: 'Ingen har varit kontaktperson här.', en: 'Nobody has been a contact person here.' },
  somebody: { sv: 'En kontaktperson', en: 'A contact person' },
  since: { sv: 'sedan början', en: 'from the beginning' },
  onwards: { sv: 'tills vidare', en: 'until further notice' },
  noneTitle: { sv: 'Ingen enhet att visa', en: 'No unit to show' },
  noneText: {
    sv: 'Ingen enhet passar urvalet. Enheter läggs upp i registret över nämnder.',
    en: 'No unit fits these filters. Units are entered in the register of boards.',
  },
  showAll: { sv: 'Visa alla enheter', en: 'Show all units' },
})

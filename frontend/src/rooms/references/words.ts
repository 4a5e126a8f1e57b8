import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Referensgruppen', en: 'The reference group' },
  lead: {
    sv: 'Personer och organ med kunskap som kallas in till en aktivitet för en tid. Här står namn bara på dem som själva vill det; annars står rollen.',
    en: 'People and bodies whose knowledge is called in to an activity for a time. Names stand here only of those who wish it; otherwise the role.',
  },
  council: { sv: 'Samverkansrådet', en: 'The collaboration council' },
  called: { sv: 'Kan kallas in', en: 'Can be called in' },
  drafting: { sv: 'Tog fram planen', en: 'Drafted the plan' },
  left: { sv: 'Har lämnat gruppen', en: 'Have left the group' },
  noneTitle: { sv: 'Ingen är med i referensgruppen ännu', en: 'Nobody is in the reference group yet' },
  noneText: {
    sv: 'Här kommer att stå vilka som kan kallas in, vad de kan och vad de är inkallade till.',
    en: 'Here will stand who can be called in, what they know and what they are called in to.',
  },
  add: { sv: 'Lägg till i gruppen', en: 'Add to the group' },
  edit: { sv: 'Ändra', en: 'Edit' },
  editOf: { sv: (who: string) => `Ändra ${who}`, en: (who: string) => `Edit ${who}` },
  call: { sv: 'Kalla in', en: 'Call in' },
  callOf: { sv: (who: string) => `Kalla in ${who}`, en: (who: string) => `Call in ${who}` },
  knows: { sv: 'Kan', en: 'Knows' },
  from: { sv: 'Från', en: 'From' },
  callings: { sv: 'Inkallad till', en: 'Called in to' },
  noCallings: { sv: 'Har inte kallats in till någon aktivitet.', en: 'Has not been called in to any activity.' },
})

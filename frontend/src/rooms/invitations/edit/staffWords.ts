import { catalogue } from '../../../lib/i18n'

export const words = catalogue({
  group: { sv: 'Grupp', en: 'Group' },
  toGroup: { sv: 'Grupp som får breven', en: 'Group that gets the letters' },
  choose: { sv: 'Välj grupp', en: 'Choose a group' },
  kind: { sv: 'Brev', en: 'Letter' },
  invitation: { sv: 'Inbjudan med kod', en: 'Invitation with a code' },
  reminder: { sv: 'Påminnelse till hela gruppen', en: 'Reminder to the whole group' },
  addresses: { sv: 'E-postadresser', en: 'Mail addresses' },
  addressesHelp: {
    sv: 'En på varje rad, högst 500 åt gången. Adresserna sparas inte när breven har gått.',
    en: 'One on each line, at most 500 at a time. The addresses are not kept once the letters have left.',
  },
  send: {
    sv: (n: number) => (n === 0 ? 'Skicka breven' : `Skicka ${n} brev`),
    en: (n: number) => (n === 0 ? 'Send the letters' : `Send ${n} letters`),
  },
  onTheirWay: { sv: (n: number) => `${n} brev är på väg.`, en: (n: number) => `${n} letters are on their way.` },
  before: { sv: 'Brev som har skickats', en: 'Letters that were sent' },
  weekOf: { sv: 'Veckan från', en: 'Week from' },
  asked: { sv: 'Adresser', en: 'Addresses' },
  sent: { sv: 'Skickade', en: 'Sent' },
  failed: { sv: 'Gick inte', en: 'Did not leave' },
  unsure: { sv: 'Osäkra', en: 'Unsure' },
  onPaper: {
    sv: 'Brev som inte gick, eller där det är osäkert, skickas inte om: en kod får inte komma två gånger. Ge dem som saknar kod en på papper.',
    en: 'Letters that did not leave, or may not have, are not sent again: a code must not come twice. Give those without a code one on paper.',
  },
})

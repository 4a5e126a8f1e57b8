import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Kompetens och stöd', en: 'Competence and support' },
  lead: {
    sv: 'Vem som kan vad om våld, vem som stöder dem det gäller, och hur de nås. Registret nämner funktioner, aldrig personer.',
    en: 'Who knows what about violence, who supports those concerned, and how to reach them. The register names functions, never persons.',
  },
  forYou: {
    sv: 'Behöver du själv hjälp?',
    en: 'Do you need help yourself?',
  },
  toHelp: { sv: 'Få hjälp', en: 'Get help' },
  add: { sv: 'Lägg till i registret', en: 'Add to the register' },
  edit: { sv: 'Ändra', en: 'Edit' },
  editOf: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Edit ${name}` },
  filters: { sv: 'Urval', en: 'Filters' },
  kind: { sv: 'Kompetens eller stöd', en: 'Competence or support' },
  allKinds: { sv: 'Båda', en: 'Both' },
  area: { sv: 'Våldsområde', en: 'Area of violence' },
  allAreas: { sv: 'Alla områden', en: 'All areas' },
  group: { sv: 'Målgrupp', en: 'Target group' },
  allGroups: { sv: 'Alla målgrupper', en: 'All target groups' },
  found: counted({ sv: ['funktion', 'funktioner'], en: ['function', 'functions'] }),
  noneTitle: { sv: 'Ingen funktion stämmer med urvalet', en: 'No function matches the filters' },
  noneText: {
    sv: 'De funktioner som gäller alla områden är inte knutna till något av dem. Visa hela registret för att se dem.',
    en: 'Functions that concern all areas are tied to none of them. Show the whole register to see them.',
  },
  showAll: { sv: 'Visa hela registret', en: 'Show the whole register' },
  howUsed: { sv: 'Så används det', en: 'How it is used' },
  areas: { sv: 'Våldsområden', en: 'Areas of violence' },
  groups: { sv: 'Målgrupper', en: 'Target groups' },
  body: { sv: 'Hör till', en: 'Part of' },
  phone: { sv: 'Telefon', en: 'Telephone' },
  email: { sv: 'E-post', en: 'E-mail' },
  web: { sv: 'Webbplats', en: 'Website' },
  checked: { sv: 'Kontrollerat', en: 'Checked' },
  readIn: { sv: 'Hämtat från', en: 'Read in' },
  neverChecked: { sv: 'Inte kontrollerat', en: 'Not checked' },
  old: { sv: 'för mer än ett år sedan, kan ha ändrats', en: 'more than a year ago, may have changed' },
})

export const kindWords = catalogue({
  competence: { sv: 'Kompetens', en: 'Competence' },
  supportFunction: { sv: 'Stöd', en: 'Support' },
})

import { catalogue, counted } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Hur långt vi har kommit', en: 'How far we have come' },
  missingTitle: { sv: 'Omgången finns inte', en: 'There is no such round' },
  toSurveys: { sv: 'Alla omgångar', en: 'All rounds' },
  units: { sv: 'Enheterna', en: 'The units' },
  unitsSigned: {
    sv: (signed: number, asked: number) => `${signed} av ${asked} enheter har skrivit under sitt svar.`,
    en: (signed: number, asked: number) => `${signed} of ${asked} units have signed their answer.`,
  },
  body: { sv: 'Nämnd, förvaltning, enhet', en: 'Board, administration, unit' },
  state: { sv: 'Eget svar', en: 'Own answer' },
  signed: { sv: 'Underskrivna', en: 'Signed' },
  begun: { sv: 'Påbörjade', en: 'Begun' },
  asked: { sv: 'Ska svara', en: 'To answer' },
  notBegun: { sv: 'Inte påbörjat', en: 'Not begun' },
  show: { sv: 'Visa', en: 'Show' },
  allUnits: { sv: 'Alla enheter', en: 'All units' },
  onlyMissing: { sv: 'De som saknas', en: 'Those missing' },
  nobodyMissing: { sv: 'Alla har skrivit under.', en: 'All have signed.' },
  groups: { sv: 'Medarbetarnas grupper', en: 'The groups of employees' },
  groupsText: {
    sv: (least: number) =>
      `Antalet räknas en gång per natt och avrundas nedåt till tiotal. Färre än ${least} visas inte. Så kan ingen se vem som just har svarat.`,
    en: (least: number) =>
      `The number is counted once a night and rounded down to tens. Fewer than ${least} are not shown. So nobody can see who has just answered.`,
  },
  asOf: { sv: (day: string) => `Räknat natten till ${day}.`, en: (day: string) => `Counted the night before ${day}.` },
  neverCounted: { sv: 'Inte räknat än: det sker i natt.', en: 'Not counted yet: that is done tonight.' },
  group: { sv: 'Grupp', en: 'Group' },
  size: { sv: 'Arbetar där', en: 'Work there' },
  answered: { sv: 'Har svarat', en: 'Have answered' },
  atLeast: { sv: (n: number) => `minst ${n}`, en: (n: number) => `at least ${n}` },
  notCounted: { sv: 'inte räknat än', en: 'not counted yet' },
  hidden: { sv: 'visas inte', en: 'not shown' },
  sheets: { sv: 'Koder att dela ut', en: 'Codes to hand out' },
  sheetsText: {
    sv: 'En kod för varje person, på papper. Koderna hör till gruppen och inte till någon i den: dela ut dem utan att notera vem som får vilken. De visas en enda gång och sparas inte.',
    en: 'A code for each person, on paper. The codes belong to the group and to nobody in it: hand them out without noting who gets which. They are shown once and not kept.',
  },
  forGroup: { sv: 'Grupp', en: 'Group' },
  choose: { sv: 'Välj grupp', en: 'Choose a group' },
  howMany: { sv: 'Antal koder', en: 'Number of codes' },
  make: { sv: 'Gör koder', en: 'Make codes' },
  made: counted({ sv: ['kod', 'koder'], en: ['code', 'codes'] }),
  madeFor: {
    sv: (codes: string, group: string) => `${codes} för ${group}`,
    en: (codes: string, group: string) => `${codes} for ${group}`,
  },
  shownOnce: {
    sv: 'Skriv ut dem nu. När du lämnar sidan är de borta.',
    en: 'Print them now. When you leave the page they are gone.',
  },
  print: { sv: 'Skriv ut koderna', en: 'Print the codes' },
  done: { sv: 'Klart, ta bort koderna härifrån', en: 'Done, remove the codes from here' },
  lostSheet: {
    sv: 'Koderna gjordes men kom aldrig fram, och de kan inte visas igen. Ladda om sidan och gör nya. Ingen får veta de förra.',
    en: 'The codes were made but never arrived, and they cannot be shown again. Reload the page and make new ones. Nobody learns the former.',
  },
  staffLetters: { sv: 'Brev till anställda', en: 'Letters to employees' },
  staffLettersText: {
    sv: 'Varje inbjudan får en egen kod, som hör till gruppen och inte till den som får brevet. Koden görs när brevet går, och ingen sparar vem som fick vilken. Vem som har svarat vet ingen, så en påminnelse går till alla i gruppen.',
    en: 'Each invitation gets a code of its own, which belongs to the group and not to whom the letter goes. The code is made when the letter leaves, and nobody keeps who got which. Nobody knows who has answered, so a reminder goes to all of the group.',
  },
  letters: { sv: 'Brev till enheterna', en: 'Letters to the units' },
  lettersText: {
    sv: 'Breven går med e-post till enheternas kontaktpersoner och chefer, högst ett om dagen till varje enhet. Den som har skrivit under får inget.',
    en: 'The letters go by mail to the units’ contact persons and managers, at most one a day to each unit. Those that have signed get none.',
  },
  invite: { sv: 'Bjud in alla enheter', en: 'Invite all units' },
  inviteAsk: { sv: 'Skicka en inbjudan till alla enheter?', en: 'Send an invitation to all units?' },
  inviteText: {
    sv: 'I brevet står vägen till svaret och sista dagen.',
    en: 'The letter tells the way to the answer and the last day.',
  },
  inviteYes: { sv: 'Ja, skicka', en: 'Yes, send' },
  remind: { sv: 'Påminn dem som saknas', en: 'Remind those missing' },
  remindAsk: { sv: 'Påminna dem som inte har skrivit under?', en: 'Remind those that have not signed?' },
  remindText: {
    sv: 'Bara enheter som inte har skrivit under får ett brev.',
    en: 'Only units that have not signed get a letter.',
  },
  remindYes: { sv: 'Ja, påminn', en: 'Yes, remind' },
  written: {
    sv: (n: number) => `Brev till ${n} ${n === 1 ? 'enhet' : 'enheter'} är på väg.`,
    en: (n: number) => `Letters to ${n} ${n === 1 ? 'unit' : 'units'} are on their way.`,
  },
  alreadyToday: {
    sv: (n: number) => `${n} hade redan fått ett brev i dag.`,
    en: (n: number) => `${n} had a letter today already.`,
  },
  unreached: {
    sv: (n: number) => `${n} har varken kontaktperson eller chef här, och nås inte.`,
    en: (n: number) => `${n} have neither a contact person nor a manager here, and are not reached.`,
  },
  slipTitle: { sv: 'Din kod till enkäten', en: 'Your code for the survey' },
  slipText: {
    sv: (address: string, day: string) =>
      `Gå till ${address} och skriv koden, senast ${day}. Ingen kan se vem som har svarat vad.`,
    en: (address: string, day: string) =>
      `Go to ${address} and type the code, by ${day}. Nobody can see who answered what.`,
  },
})

export const stateWords = catalogue({
  draft: { sv: 'Skrivs', en: 'Being written' },
  reopened: { sv: 'Öppnat igen', en: 'Reopened' },
  signed: { sv: 'Underskrivet', en: 'Signed' },
})

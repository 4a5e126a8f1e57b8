import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  save: { sv: 'Spara', en: 'Save' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  discard: {
    sv: 'Du har ändringar som inte är sparade. Vill du släppa dem?',
    en: 'You have changes that are not saved. Let go of them?',
  },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeOf: { sv: (name: string) => `Ta bort ${name}`, en: (name: string) => `Remove ${name}` },
  removeQuestion: { sv: (name: string) => `Ta bort ${name}?`, en: (name: string) => `Remove ${name}?` },
  yesRemove: { sv: 'Ja, ta bort', en: 'Yes, remove' },
  keep: { sv: 'Behåll', en: 'Keep' },
  typeWord: {
    sv: (word: string) => `Skriv ordet ”${word}” för att gå vidare`,
    en: (word: string) => `Type the word “${word}” to go on`,
  },
  wordDiffers: { sv: (word: string) => `Skriv ordet ”${word}”.`, en: (word: string) => `Type the word “${word}”.` },
  why: { sv: 'Lägg till en förklaring (frivilligt)', en: 'Add an explanation (optional)' },
  whyLabel: { sv: 'Varför ändras det?', en: 'Why is it changed?' },
  whyHelp: {
    sv: 'Syns i historiken. Skriv inget om enskilda personer.',
    en: 'Shown in the history. Write nothing about individuals.',
  },
  none: { sv: 'Inget är angivet.', en: 'Nothing is given.' },
})

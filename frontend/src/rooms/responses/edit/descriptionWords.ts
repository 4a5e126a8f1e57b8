import { catalogue } from '../../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Enheten beskriver sitt arbete', en: 'The unit describes its work' },
  lead: {
    sv: 'En kort text för alla att läsa på enhetens sida. Samordnaren läser den innan den publiceras.',
    en: 'A short text for everyone to read on the unit’s page. The coordinator reads it before it is published.',
  },
  public: { sv: 'Se den på enhetens sida', en: 'See it on the unit’s page' },
  because: { sv: (reason: string) => `Skäl: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  write: { sv: 'Skriv en beskrivning', en: 'Write a description' },
  change: { sv: 'Ändra beskrivningen', en: 'Change the description' },
  text: { sv: 'Beskrivning', en: 'Description' },
  textHelp: { sv: 'Vad ni gör, för vem, och hur man når er. Aldrig en person.', en: 'What you do, for whom, and how to reach you. Never a person.' },
  suggested: {
    sv: 'Här står det ni svarade med egna ord. Skriv om det för den som inte har läst enkäten.',
    en: 'Here stands what you answered in your own words. Rewrite it for those who have not read the survey.',
  },
  save: { sv: 'Lämna till samordnaren', en: 'Hand to the coordinator' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  stale: {
    sv: 'Någon annan har ändrat beskrivningen. Så här står den nu. Det du har skrivit står kvar nedanför.',
    en: 'Somebody else has changed the description. This is how it stands now. What you wrote is still below.',
  },
  over: { sv: 'Spara mitt i stället', en: 'Save mine instead' },
  reason: { sv: 'Skäl', en: 'Reason' },
  approve: { sv: 'Godkänn och publicera', en: 'Approve and publish' },
  approveAsk: { sv: 'Publicera beskrivningen?', en: 'Publish the description?' },
  approveText: { sv: 'Alla kan läsa den på enhetens sida.', en: 'Everyone can read it on the unit’s page.' },
  approveYes: { sv: 'Ja, publicera', en: 'Yes, publish' },
  return: { sv: 'Skicka tillbaka', en: 'Send back' },
  returnAsk: { sv: 'Vad behöver ändras?', en: 'What needs to be changed?' },
  returnYes: { sv: 'Skicka tillbaka', en: 'Send back' },
  takeDown: { sv: 'Ta ned från webbplatsen', en: 'Take down from the site' },
  takeDownAsk: { sv: 'Ta ned det som är publicerat?', en: 'Take down what is published?' },
  takeDownYes: { sv: 'Ja, ta ned', en: 'Yes, take down' },
})

export const stateWords = catalogue({
  notWritten: { sv: 'Inte skriven än.', en: 'Not written yet.' },
  waiting: { sv: 'Väntar på att samordnaren läser den.', en: 'Waits for the coordinator to read it.' },
  approved: { sv: 'Publicerad.', en: 'Published.' },
  returned: { sv: 'Tillbaka hos enheten.', en: 'Back with the unit.' },
})

export const refusalWords = catalogue({
  ownText: {
    sv: 'Någon annan än den som skrev texten läser och godkänner den.',
    en: 'Somebody else than who wrote the text reads and approves it.',
  },
})

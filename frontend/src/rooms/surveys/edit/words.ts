import { catalogue } from '../../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Omgångens gång', en: 'The course of the round' },
  open: { sv: 'Öppna omgången', en: 'Open the round' },
  openAsk: { sv: 'Öppna för svar?', en: 'Open for answers?' },
  openText: {
    sv: 'Från nu kan omgången besvaras. Frågor, grupper, indelningar och minsta grupp låses, så att alla svarar på samma sak. Stavning, inledningar och sista dagen kan fortfarande ändras.',
    en: 'From now on the round can be answered. Questions, groups, breakdowns and the smallest group are locked, so that all answer the same. Spelling, introductions and the last day can still be changed.',
  },
  openYes: { sv: 'Ja, öppna', en: 'Yes, open' },
  close: { sv: 'Stäng omgången', en: 'Close the round' },
  closeAsk: { sv: 'Stänga för svar?', en: 'Close for answers?' },
  closeText: {
    sv: 'Inga fler svar tas emot, och omgången kan inte öppnas igen. Medarbetares svar räknas samman. Inget visas förrän omgången publiceras.',
    en: 'No more answers are taken, and the round cannot be opened again. What employees answered is counted. Nothing is shown before the round is published.',
  },
  closeYes: { sv: 'Ja, stäng', en: 'Yes, close' },
  publish: { sv: 'Publicera resultatet', en: 'Publish the results' },
  publishAsk: { sv: 'Publicera för alla?', en: 'Publish to everyone?' },
  publishText: {
    sv: 'Alla kan läsa resultatet, och det går inte att ta tillbaka. Bara tillräckligt stora grupper visas, i spann.',
    en: 'Everyone can read the results, and it cannot be undone. Only groups that are large enough are shown, in ranges.',
  },
  publishYes: { sv: 'Ja, publicera', en: 'Yes, publish' },
  extend: { sv: 'Ge mer tid', en: 'Give more time' },
  extendAsk: { sv: 'Flytta fram sista dagen?', en: 'Put the last day later?' },
  extendText: {
    sv: 'Den nya dagen ska ligga efter den gamla. Ingen får kortare tid än utlovat.',
    en: 'The new day is after the old one. Nobody gets less time than was promised.',
  },
  lastDay: { sv: 'Ny sista dag', en: 'New last day' },
  extendYes: { sv: 'Flytta fram', en: 'Put it later' },
  copy: { sv: 'Gör nästa omgång', en: 'Make the next round' },
  copyAsk: { sv: 'Göra nästa omgång av den här?', en: 'Make the next round of this one?' },
  copyText: {
    sv: 'Ett utkast skapas med samma frågor, grupper och indelningar, så att åren kan jämföras. Inga svar följer med.',
    en: 'A draft is made with the same questions, groups and breakdowns, so that the years can be compared. No answers go along.',
  },
  lockedTitle: { sv: 'Låst sedan omgången öppnade', en: 'Locked since the round opened' },
  lockedUnit: {
    sv: 'Frågorna och svaren att välja bland, så att alla svarar på samma sak.',
    en: 'The questions and the answers to choose from, so that all answer the same.',
  },
  lockedStaff: {
    sv: 'Frågorna, svaren att välja bland, grupperna, indelningarna och minsta grupp, så att alla svarar på samma sak och med samma skydd.',
    en: 'The questions, the answers to choose from, the groups, the breakdowns and the smallest group, so that all answer the same and under the same protection.',
  },
  changeableTitle: { sv: 'Kan fortfarande ändras', en: 'Can still be changed' },
  changeableOpen: {
    sv: 'Stavning i frågor, rubriker, inledningar och under Att tänka på. Sista dagen kan flyttas fram.',
    en: 'Spelling in questions, titles, introductions and under To bear in mind. The last day can be put later.',
  },
  changeableClosed: {
    sv: 'Stavning i frågor, rubriker, inledningar och under Att tänka på.',
    en: 'Spelling in questions, titles, introductions and under To bear in mind.',
  },
  newKey: { sv: 'Kort namn i adresser', en: 'Short name in addresses' },
  newKeyHelp: {
    sv: 'Små bokstäver a–z, siffror och bindestreck, till exempel kartlaggning-2028.',
    en: 'Lower-case a–z, digits and hyphens, such as survey-2028.',
  },
  copyYes: { sv: 'Gör utkastet', en: 'Make the draft' },
  remove: { sv: 'Ta bort utkastet', en: 'Remove the draft' },
  removeAsk: { sv: 'Ta bort utkastet?', en: 'Remove the draft?' },
  removeText: {
    sv: 'Omgången och alla dess frågor försvinner. Ingen har svarat än, så inget svar går förlorat.',
    en: 'The round and all its questions go. Nobody has answered yet, so no answer is lost.',
  },
  removeYes: { sv: 'Ja, ta bort', en: 'Yes, remove' },
})

export const refusalWords = catalogue({
  notCounted: {
    sv: 'Svaren räknas just nu. Försök igen om en stund.',
    en: 'The answers are being counted. Try again in a moment.',
  },
  textsWaiting: {
    sv: 'Läs först det medarbetarna har skrivit med egna ord. Länken finns på omgångens sida.',
    en: 'First read what employees wrote in their own words. The link is on the page of the round.',
  },
  tooEarly: {
    sv: 'Den nya dagen ska ligga efter den gamla, och inte ha varit.',
    en: 'The new day is after the old one, and not in the past.',
  },
  inThePast: {
    sv: 'Sista dagen att svara har redan varit. Ändra den under Skriv frågorna.',
    en: 'The last day to answer has passed already. Change it under Write the questions.',
  },
})

export const lackWords = catalogue({
  questions: {
    sv: 'Omgången har inga frågor. Skriv dem under Skriv frågorna.',
    en: 'The round has no questions. Write them under Write the questions.',
  },
  groups: {
    sv: 'Omgången har inga grupper av medarbetare. Lägg till dem under Skriv frågorna.',
    en: 'The round has no groups of employees. Add them under Write the questions.',
  },
  lastDay: {
    sv: 'Omgången har ingen sista dag att svara. Ange den under Skriv frågorna.',
    en: 'The round has no last day to answer. Set it under Write the questions.',
  },
  breakdown: {
    sv: 'En indelning är efter en fråga som inte längre är ett val som alla måste besvara.',
    en: 'A breakdown is by a question that is no longer a choice that everyone must make.',
  },
  merged: {
    sv: 'En indelning visar tillsammans något som inte finns längre. Spara indelningarna på nytt.',
    en: 'A breakdown tells together something that is no longer there. Save the breakdowns again.',
  },
  calledOther: {
    sv: 'En grupp har det korta namnet ”other”, som är vad sammanslagna grupper visas som. Byt ut den gruppen.',
    en: 'A group has the short name “other”, which is what merged groups are told as. Replace that group.',
  },
})

import { catalogue, counted } from '../lib/i18n'

const range = (least: string, most: string, and: string, min?: number, max?: number): string =>
  [min !== undefined && `${least} ${min}`, max !== undefined && `${most} ${max}`].filter(Boolean).join(` ${and} `)

export const words = catalogue({
  title: { sv: 'Svara på enkäten', en: 'Answer the survey' },
  tab: { sv: 'Svara', en: 'Answer' },
  lead: {
    sv: 'Skriv koden som du har fått i ett brev eller på en lapp. Du behöver inte logga in.',
    en: 'Type the code from your letter or slip. You do not need to sign in.',
  },
  code: { sv: 'Din kod', en: 'Your code' },
  codeHelp: {
    sv: 'Stora och små bokstäver, mellanslag och bindestreck spelar ingen roll.',
    en: 'Capitals, spaces and hyphens do not matter.',
  },
  codeMissing: { sv: 'Skriv koden först.', en: 'Type the code first.' },
  goOn: { sv: 'Fortsätt', en: 'Continue' },
  looking: { sv: 'Hämtar frågorna …', en: 'Fetching the questions …' },
  cannotBlind: {
    sv: 'Den här webbläsaren kan inte skilja svaret från koden på den här uppkopplingen, så vi låter dig inte svara här. Öppna sidan med https, eller använd en nyare webbläsare.',
    en: 'This browser cannot part the answer from the code on this connection, so you cannot answer here. Open the page over https, or use a newer browser.',
  },
  strangeKey: {
    sv: 'Nyckeln för din kod finns inte bland dem som alla kan se. Då går det inte att lova att ditt svar är anonymt, och därför stannar vi här. Ditt svar har inte skickats. Berätta för den som gav dig koden.',
    en: 'The key for your code is not among those that everyone can see. Your anonymity cannot be promised then, so we stop here. Nothing has been sent. Tell whoever gave you the code.',
  },
  strangeStamp: {
    sv: 'Det vi fick tillbaka från servern stämmer inte. Inget svar har skickats. Försök igen, och berätta för den som gav dig koden om det händer igen.',
    en: 'What the server sent back does not hold. No answer has been sent. Try again, and tell whoever gave you the code if it happens again.',
  },
  strip: { sv: 'Lämna sidan', en: 'Leave the page' },
  isOpenUntil: { sv: (day: string) => `Öppen till och med ${day}`, en: (day: string) => `Open until ${day}` },
  questions: counted({ sv: ['fråga', 'frågor'], en: ['question', 'questions'] }),
  upTo: { sv: (questions: string) => `Högst ${questions}`, en: (questions: string) => `At most ${questions}` },
  yourGroup: {
    sv: (name: string) => `Din kod hör till gruppen ${name}.`,
    en: (name: string) => `Your code belongs to the group ${name}.`,
  },
  how: { sv: 'Hur vill du se frågorna?', en: 'How do you want to see the questions?' },
  one: { sv: 'En fråga i taget', en: 'One question at a time' },
  section: { sv: 'Ett avsnitt i taget', en: 'One section at a time' },
  start: { sv: 'Börja svara', en: 'Begin' },
  keepOpen: {
    sv: 'Det du svarar finns bara på den här sidan tills du skickar det. Stänger eller laddar du om sidan är det borta, men koden går att använda igen så länge du inte har kommit till sista steget.',
    en: 'What you answer is only on this page until you send it. If you close or reload the page it is gone, but the code can be used again as long as you have not reached the last step.',
  },
  place: {
    sv: (at: number, of: number) => `Steg ${at} av ${of}`,
    en: (at: number, of: number) => `Step ${at} of ${of}`,
  },
  questionPlace: {
    sv: (at: number, of: number) => `Fråga ${at} av ${of}`,
    en: (at: number, of: number) => `Question ${at} of ${of}`,
  },
  progress: { sv: 'Så långt har du kommit', en: 'How far you have come' },
  back: { sv: 'Tillbaka', en: 'Back' },
  next: { sv: 'Nästa', en: 'Next' },
  toReview: { sv: 'Granska och skicka', en: 'Review and send' },
  more: { sv: 'Mer om frågan', en: 'More about the question' },
  freeText: {
    sv: 'Skriv inget som pekar ut dig eller någon annan: inga namn, personnummer, platser eller händelser som går att känna igen. En person läser texten innan något av den visas.',
    en: 'Write nothing that points out you or anyone else: no names, personal identity numbers, places or events that can be recognised. A person reads the text before any of it is shown.',
  },
  tooLong: {
    sv: (most: number) => `Texten får vara högst ${most} tecken.`,
    en: (most: number) => `The text may be at most ${most} characters.`,
  },
  notANumber: { sv: 'Skriv svaret med siffror.', en: 'Write the answer in figures.' },
  link: {
    sv: 'Skriv både ett namn och en adress som börjar med https://',
    en: 'Write both a name and an address that begins with https://',
  },
  outside: {
    sv: (min?: number, max?: number) => `Talet ska vara ${range('minst', 'högst', 'och', min, max)}.`,
    en: (min?: number, max?: number) => `The number should be ${range('at least', 'at most', 'and', min, max)}.`,
  },
  reviewTitle: { sv: 'Granska och skicka', en: 'Review and send' },
  reviewLead: {
    sv: 'Det här är allt som skickas. Du kan ändra tills du skickar, men inte efteråt.',
    en: 'This is all that is sent. You can change it until you send, but not afterwards.',
  },
  missingTitle: { sv: 'Några frågor behöver ett svar först', en: 'A few questions need an answer first' },
  missingText: {
    sv: 'Utan dem går det inte att räkna ihop svaren rätt. Det du redan har svarat finns kvar.',
    en: 'Without them the answers cannot be counted together properly. What you have answered is still here.',
  },
  wrongTitle: { sv: 'Något behöver rättas först', en: 'Something needs correcting first' },
  notAnswered: { sv: 'Inte besvarad', en: 'Not answered' },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: (question: string) => `Ändra: ${question}`, en: (question: string) => `Change: ${question}` },
  send: { sv: 'Skicka svaret', en: 'Send the answer' },
  sending: { sv: 'Skickar …', en: 'Sending …' },
  sendAgain: { sv: 'Skicka igen', en: 'Send again' },
  lastStep: {
    sv: 'Håll sidan öppen nu: koden byts mot en valsedel som bara finns här.',
    en: 'Keep the page open now: the code is exchanged for a ballot that exists only here.',
  },
  offlineTitle: { sv: 'Ingen uppkoppling just nu', en: 'No connection at the moment' },
  offlineText: {
    sv: 'Det du har svarat finns kvar här på sidan. Stäng den inte. Du kan fortsätta svara och skicka när uppkopplingen är tillbaka.',
    en: 'What you have answered is still here on the page. Do not close it. You can go on answering and send when the connection is back.',
  },
  lostTitle: { sv: 'Svaret kom kanske inte fram', en: 'The answer may not have arrived' },
  lostText: {
    sv: 'Vi fick inget kvitto från servern. Allt finns kvar här på sidan. Skicka igen: hur många gånger du än skickar räknas det en gång.',
    en: 'No receipt came from the server. Everything is still here on the page. Send again: however many times you send, it counts once.',
  },
  lostBefore: {
    sv: 'Vi nådde inte servern. Allt finns kvar här på sidan, och inget har skickats än. Försök igen.',
    en: 'The server could not be reached. Everything is still here on the page, and nothing has been sent yet. Try again.',
  },
  lostFirst: {
    sv: 'Vi nådde inte servern. Kontrollera uppkopplingen och försök igen. Koden är inte använd.',
    en: 'The server could not be reached. Check your connection and try again. The code has not been used.',
  },
  refusedTitle: { sv: 'Svaret togs inte emot', en: 'The answer was not accepted' },
  tryAgain: { sv: 'Försök igen', en: 'Try again' },
  thanks: { sv: 'Tack, ditt svar är mottaget', en: 'Thank you, your answer has arrived' },
  thanksText: {
    sv: 'Det är sparat, en gång. Ingen kan hämta fram eller ändra just ditt svar, inte heller du.',
    en: 'It is saved, once. Nobody can fetch or change your answer in particular, not even you.',
  },
  thanksNext: {
    sv: (day: string, least: number) =>
      `Enkäten går att svara på till och med ${day}. Därefter räknas svaren ihop. Inget visas om grupper med färre än ${least} svar.`,
    en: (day: string, least: number) =>
      `The survey can be answered until ${day}. The answers are then counted. Nothing is shown of groups with fewer than ${least} answers.`,
  },
  thanksClose: {
    sv: 'Du kan stänga sidan nu. Inget av det du skrev finns kvar på den här enheten, men i webbläsarens historik syns att du har varit här.',
    en: 'You can close the page now. Nothing of what you wrote is left on this device, but the browser’s history shows that you were here.',
  },
  alreadyTitle: { sv: 'Ditt svar fanns redan', en: 'Your answer was already there' },
  alreadyText: {
    sv: 'Servern hade redan tagit emot det du skickade första gången, och det är det som räknas. Det du ändrade efteråt har inte sparats.',
    en: 'The server had already accepted what you sent the first time, and that is what counts. What you changed afterwards was not saved.',
  },
})

export const knownWords = catalogue({
  title: { sv: 'Vad som går att veta om dig', en: 'What can be known about you' },
  notTitle: { sv: 'Det här vet vi inte', en: 'What we do not know' },
  notWho: {
    sv: 'Vem du är. Koden hör till en grupp och är inte skriven på dig.',
    en: 'Who you are. The code belongs to a group and is not made out to you.',
  },
  notWhich: {
    sv: 'Vilket svar som kom från vilken kod. Din webbläsare byter koden mot en valsedel som servern stämplar utan att kunna se den.',
    en: 'Which answer came from which code. Your browser exchanges the code for a ballot that the server stamps without being able to see it.',
  },
  notWhen: {
    sv: 'När du svarade, hur lång tid det tog, varifrån eller med vilken telefon eller dator. Vi sparar inte det.',
    en: 'When you answered, how long it took, from where or on which phone or computer. We do not save that.',
  },
  knowTitle: { sv: 'Det här vet vi', en: 'What we know' },
  knowGroup: {
    sv: 'Att någon i din grupp har använt sin kod, och att ett svar från gruppen har kommit in.',
    en: 'That somebody in your group has used their code, and that an answer from the group has come in.',
  },
  knowAnswer: {
    sv: 'Det du svarar, också det du skriver med egna ord. Resultat visas först när enkäten har stängt, och bara för grupper där tillräckligt många har svarat.',
    en: 'What you answer, also what you write in your own words. Results are shown only once the survey has closed, and only for groups where enough people have answered.',
  },
  knowAround: {
    sv: 'Vi kan inte skydda dig mot den som ser din skärm, läser din post eller sköter datorn eller nätet du använder. Använd gärna din egen telefon.',
    en: 'We cannot protect you from someone who sees your screen, reads your post or manages the computer or network you use. Use a phone of your own if you can.',
  },
  knowOperator: {
    sv: 'Den som driver servern kan under samma dygn se i vilken ordning svar har kommit in. Varje natt skrivs allt om i slumpvis ordning.',
    en: 'Whoever runs the server can see, within the same day, in which order answers came in. Every night everything is rewritten in random order.',
  },
  keyTitle: { sv: 'För dig som vill kontrollera', en: 'If you want to check' },
  keyText: {
    sv: (keys: number) =>
      `Alla koder i en grupp använder samma nyckel. Din webbläsare har kontrollerat att nyckeln är en av de ${keys} som är publicerade för enkäten. En kollega i samma grupp ska se samma kontrolltal:`,
    en: (keys: number) =>
      `All codes of a group use the same key. Your browser has checked that the key is one of the ${keys} published for the survey. A colleague in the same group should see the same figures:`,
  },
})

/** What the API refuses here, and what to do about it. */
export const refusals = catalogue({
  mistyped: {
    sv: 'Något tecken i koden har blivit fel. Jämför med brevet eller lappen och skriv den igen.',
    en: 'Some character of the code is wrong. Compare it with your letter or slip and type it again.',
  },
  unknownCode: {
    sv: 'Vi känner inte igen koden. Jämför med brevet eller lappen. Stämmer den ändå inte kan den som gav dig koden ge dig en ny.',
    en: 'The code is not known. Compare it with your letter or slip. If it is still not accepted, whoever gave it to you can give you another.',
  },
  codeUsed: {
    sv: 'Koden är redan använd. Har du svarat så är allt klart. Har du inte svarat, eller stängdes sidan innan du fick ett kvitto, kan den som gav dig koden ge dig en ny.',
    en: 'The code has already been used. If you have answered, all is done. If you have not, or the page was closed before you got a receipt, whoever gave you the code can give you another.',
  },
  closed: {
    sv: 'Enkäten är stängd och tar inte emot fler svar.',
    en: 'The survey is closed and takes no more answers.',
  },
  alreadyAnswered: {
    sv: 'Ett svar har redan kommit in med den här valsedeln.',
    en: 'An answer has already come in with this ballot.',
  },
  identified: {
    sv: 'Webbläsaren skickade med uppgifter som skulle kunna peka ut dig, så svaret togs inte emot. Öppna sidan i ett privat fönster och försök där.',
    en: 'The browser sent details that could point you out, so the answer was not accepted. Open the page in a private window and try there.',
  },
  notABallot: {
    sv: 'Valsedeln godkändes inte. Försök igen, och berätta för den som gav dig koden om det händer igen.',
    en: 'The ballot was not accepted. Try again, and tell whoever gave you the code if it happens again.',
  },
  personalNumber: {
    sv: 'Det ser ut som ett personnummer. Ta bort det och beskriv utan att säga vem det gäller.',
    en: 'This looks like a personal identity number. Remove it and describe without saying whom it is about.',
  },
  notAsked: {
    sv: 'Frågan ställs inte efter det du har svarat tidigare.',
    en: 'This question is not asked after what you have answered before.',
  },
})

import { catalogue } from '../../../lib/i18n'

export const formWords = catalogue({
  intro: {
    sv: 'Fråga om hur man arbetar, aldrig om en enskild person. Skriv inga namn, personnummer eller annat som kan avslöja vem det gäller.',
    en: 'Ask about how one works, never about a single person. Write no names, personal identity numbers or anything else that may tell who it is about.',
  },
  mayNot: {
    sv: 'Rådets ledamöter, sekreteraren, samordnaren, chefer, kontaktpersoner och handläggare ställer frågor.',
    en: 'Members of the council, the secretary, the coordinator, managers, contact persons and officers ask questions.',
  },
  editTitle: { sv: 'Ändra frågan', en: 'Edit the question' },
  title: { sv: 'Frågan på en rad', en: 'The question in a line' },
  question: { sv: 'Beskriv frågan', en: 'Describe the question' },
  questionHelp: {
    sv: 'Vad vill du veta, och varför? Berätta vad ni redan har prövat.',
    en: 'What do you want to know, and why? Tell what you have tried already.',
  },
  askedByBodyId: { sv: 'För vem frågar du?', en: 'For whom do you ask?' },
  theCouncil: { sv: 'Samverkansrådet', en: 'The council' },
  violenceAreaIds: { sv: 'Våldsområden som frågan gäller', en: 'Areas of violence that it is about' },
  neededBy: { sv: 'Svaret behövs senast', en: 'Answer needed by' },
  neededByHelp: {
    sv: 'Lämna tomt om det inte är bråttom. Utan dag räknas en fråga som försenad efter 30 dagar.',
    en: 'Leave empty if there is no hurry. Without a day, a question counts as late after 30 days.',
  },
  send: { sv: 'Skicka frågan', en: 'Send the question' },
  remove: { sv: 'Ta bort frågan', en: 'Delete the question' },
  removeQuestion: { sv: 'Ska frågan tas bort?', en: 'Delete the question?' },
  removeText: {
    sv: 'Frågan och svaret försvinner för alla.',
    en: 'The question and its answer are gone for everyone.',
  },
  answerTitle: { sv: 'Svara på frågan', en: 'Answer the question' },
  editAnswerTitle: { sv: 'Ändra svaret', en: 'Edit the answer' },
  answer: { sv: 'Svar', en: 'Answer' },
  answerHelp: {
    sv: 'Du kan skriva **fetstil**, punktlistor med - och länkar som [text](https://…).',
    en: 'You can write **bold**, lists with - and links such as [text](https://…).',
  },
  links: { sv: 'Läs vidare', en: 'Read on' },
  linkNumber: { sv: (n: number) => `Länk ${n}`, en: (n: number) => `Link ${n}` },
  addLink: { sv: 'Lägg till en länk', en: 'Add a link' },
  removeLink: { sv: (n: number) => `Ta bort länk ${n}`, en: (n: number) => `Remove link ${n}` },
  linkTitle: { sv: 'Vad det är', en: 'What it is' },
  linkUrl: { sv: 'Adress', en: 'Address' },
  saveAnswer: { sv: 'Spara svaret', en: 'Save the answer' },
  take: { sv: 'Jag tar frågan', en: 'I take this question' },
  giveBack: { sv: 'Lämna tillbaka frågan', en: 'Give the question back' },
  workTitle: { sv: 'Svara och publicera', en: 'Answer and publish' },
  publish: { sv: 'Publicera', en: 'Publish' },
  forWhom: { sv: 'Publicera för', en: 'Publish for' },
  forAll: { sv: 'Alla', en: 'Everyone' },
  forAllHelp: {
    sv: 'Frågan och svaret syns på den öppna sidan. Vem som frågade visas inte.',
    en: 'The question and the answer are shown on the public page. Who asked is not shown.',
  },
  forSignedIn: { sv: 'Alla som är inloggade', en: 'All who are signed in' },
  forSignedInHelp: {
    sv: 'För svar som bara rör det interna arbetet.',
    en: 'For answers that are only about internal work.',
  },
  unpublish: { sv: 'Sluta visa', en: 'Stop showing' },
  changed: { sv: 'Ändringen är sparad.', en: 'The change is saved.' },
})

/** What only these forms are refused for. */
export const refusalWords = catalogue({
  personalNumber: {
    sv: 'Texten ser ut att innehålla ett personnummer. Ta bort det och beskriv saken utan att avslöja vem det gäller.',
    en: 'The text seems to hold a personal identity number. Take it out and describe the matter without telling who it is about.',
  },
  inThePast: { sv: 'Den dagen har redan varit.', en: 'That day has passed already.' },
  notAnswered: { sv: 'Frågan behöver ett svar först.', en: 'The question needs an answer first.' },
  answered: { sv: 'Någon har redan svarat på frågan.', en: 'Somebody has answered the question already.' },
  published: {
    sv: 'Frågan är publicerad. Sluta visa den först.',
    en: 'The question is published. Stop showing it first.',
  },
})

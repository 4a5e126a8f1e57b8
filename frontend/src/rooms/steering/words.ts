import { catalogue } from '../../lib/i18n'

export const words = catalogue({
  title: { sv: 'Styrgruppens lägesbild', en: 'The steering group’s view' },
  lead: {
    sv: 'Det som styrgruppen behöver känna till just nu: vad som är försenat, vad som har ändrats sedan sist och vad som väntar på någon.',
    en: 'What the steering group needs to know right now: what is late, what changed since last time, and what waits for somebody.',
  },
  since: { sv: 'Ändrat sedan', en: 'Changed since' },
  sinceHelp: { sv: 'Dagen då ni sågs senast.', en: 'The day you last met.' },
  overview: { sv: 'I korthet', en: 'In short' },
  none: { sv: 'Inget just nu.', en: 'Nothing right now.' },
  never: { sv: 'aldrig', en: 'never' },
  toTimeline: { sv: 'Hela tidslinjen', en: 'The whole timeline' },
  printed: { sv: 'Utskriven', en: 'Printed' },
})

/** What each part is called; the sentence under it says what stands there. */
export const kindWords = catalogue({
  late: { sv: 'Försenat', en: 'Late' },
  changed: { sv: 'Ändrat sedan sist', en: 'Changed since last time' },
  stale: { sv: 'Länge sedan någon rapporterade', en: 'Not reported for long' },
  due: { sv: 'Kommer inom 60 dagar', en: 'Due within 60 days' },
  decision: { sv: 'Beslut att återrapportera', en: 'Decisions to report back on' },
  task: { sv: 'Uppdrag från möten', en: 'Tasks from meetings' },
  mandate: { sv: 'Platser i rådet', en: 'Seats of the council' },
  question: { sv: 'Frågor som väntar på svar', en: 'Questions waiting for an answer' },
})

export const kindHelp = catalogue({
  late: { sv: 'En dag har passerat utan att det blev klart.', en: 'A day has passed and it was not done.' },
  changed: {
    sv: 'Det senaste som har rapporterats om varje aktivitet.',
    en: 'The latest that was reported of each activity.',
  },
  stale: {
    sv: 'Ingen har rapporterat på så länge som planen tillåter. Dagen är när någon rapporterade senast.',
    en: 'Nobody has reported for as long as the plan allows. The day is when somebody last reported.',
  },
  due: { sv: 'Det som ska hända eller vara klart.', en: 'What is to happen or be done.' },
  decision: {
    sv: 'Beslut som ska återrapporteras, och där det inte är angivet att det är gjort.',
    en: 'Decisions to be reported back, where nobody has stated that it was done.',
  },
  task: { sv: 'Det någon tog på sig på ett möte.', en: 'What somebody took on at a meeting.' },
  mandate: {
    sv: 'Platser där uppdraget har gått ut, eller går ut inom 90 dagar utan att någon tar vid.',
    en: 'Seats whose mandate has ended, or ends within 90 days with nobody to follow.',
  },
  question: {
    sv: 'Frågor till kompetenscentrumet som har väntat för länge.',
    en: 'Questions to the competence centre that have waited too long.',
  },
})

import { catalogue } from '../../../lib/i18n'

/** What those who plan a meeting fill in. */
export const words = catalogue({
  newTitle: { sv: 'Planera ett möte', en: 'Plan a meeting' },
  newLead: {
    sv: 'Mötet syns för alla med dag, tid och plats. Dagordningen visas utåt först när kallelsen har gått ut.',
    en: 'Everybody sees the meeting’s day, time and place. The agenda is shown only once the call has gone out.',
  },
  mayNot: {
    sv: 'Samordnaren, sekreteraren och administratörer planerar möten.',
    en: 'The coordinator, the secretary and administrators plan meetings.',
  },
  editTitle: { sv: 'Ändra mötet', en: 'Change the meeting' },
  seriesId: { sv: 'Vilka möten det hör till', en: 'Which meetings it belongs to' },
  noSeries: { sv: 'Ett möte för sig', en: 'A meeting by itself' },
  kind: { sv: 'Slag', en: 'Kind' },
  title: { sv: 'Rubrik', en: 'Title' },
  titleHelp: { sv: 'Till exempel: Samverkansrådet i december', en: 'For example: The council in December' },
  day: { sv: 'Dag', en: 'Day' },
  from: { sv: 'Börjar', en: 'Begins' },
  to: { sv: 'Slutar', en: 'Ends' },
  place: { sv: 'Plats', en: 'Place' },
  joinUrl: { sv: 'Länk för att delta på distans', en: 'Link to join from afar' },
  joinUrlHelp: { sv: 'Visas bara för rådet.', en: 'Shown only to the council.' },
  notice: { sv: 'Vad alla kan läsa om mötet i förväg', en: 'What everybody can read about the meeting beforehand' },
  template: { sv: 'Dagordningen börjar från', en: 'The agenda begins from' },
  titleMissing: { sv: 'Skriv vad mötet heter.', en: 'Write what the meeting is called.' },
  dayMissing: { sv: 'Välj en dag.', en: 'Choose a day.' },
  clockMissing: { sv: 'Skriv en tid.', en: 'Write a time.' },
  endsBefore: { sv: 'Mötet måste sluta efter att det har börjat.', en: 'The meeting must end after it has begun.' },
  urlWrong: { sv: 'Skriv en adress som börjar med https://', en: 'Write an address that begins with https://' },
  create: { sv: 'Lägg in mötet', en: 'Enter the meeting' },
})

/** What an agenda may begin from. */
export const templateWords = catalogue({
  none: { sv: 'Tom dagordning', en: 'An empty agenda' },
  ordinary: { sv: 'Mallen för rådets möten', en: 'The template of the council’s meetings' },
  joint: { sv: 'Mallen för möten med referensgruppen', en: 'The template of meetings with the reference group' },
  forum: { sv: 'Mallen för öppna forum', en: 'The template of open forums' },
  steering: { sv: 'Mallen för styrgruppens möten', en: 'The template of the steering group’s meetings' },
})

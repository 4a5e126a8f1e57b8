import { catalogue } from '../../../lib/i18n'

export const formWords = catalogue({
  newTitle: { sv: 'Ny kommunikation', en: 'New communication' },
  editTitle: { sv: 'Ändra kommunikationen', en: 'Edit the communication' },
  message: { sv: 'Budskap', en: 'Message' },
  messageHelp: {
    sv: 'Vad mottagaren ska veta efteråt. Inga uppgifter om enskilda.',
    en: 'What those told should know afterwards. Nothing about single persons.',
  },
  audience: { sv: 'Målgrupp', en: 'Audience' },
  direction: { sv: 'Åt vilket håll', en: 'Which way' },
  inward: { sv: 'Inåt, till dem som arbetar i kommunen', en: 'Inward, to those who work in the municipality' },
  outward: { sv: 'Utåt, till invånare och andra', en: 'Outward, to inhabitants and others' },
  channel: { sv: 'Kanal', en: 'Channel' },
  date: { sv: 'När', en: 'When' },
  responsibleBodyId: { sv: 'Vem ansvarar', en: 'Who is responsible' },
  noBody: { sv: 'Inte bestämt', en: 'Not decided' },
  activityId: { sv: 'Aktivitet', en: 'Activity' },
  wholePlan: { sv: 'Hela planen', en: 'The whole plan' },
  doneOn: { sv: 'Gjort den', en: 'Done on' },
  doneOnHelp: { sv: 'Lämna tomt tills det är gjort.', en: 'Leave empty until it is done.' },
  remove: { sv: 'Ta bort', en: 'Delete' },
  removeQuestion: { sv: 'Ta bort kommunikationen?', en: 'Delete the communication?' },
  removeText: {
    sv: 'Ta bara bort det som har förts in av misstag. Det som är gjort ska stå kvar.',
    en: 'Delete only what was entered by mistake. What has been done should stay.',
  },
})

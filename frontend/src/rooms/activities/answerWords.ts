import { catalogue } from '../../lib/i18n'

/** Apart from the room's other words, since other rooms' pages say who answers too. */
export const answerWords = catalogue({
  nobody: { sv: 'ingen ännu', en: 'nobody yet' },
  allBoards: { sv: 'alla nämnder', en: 'all boards' },
})

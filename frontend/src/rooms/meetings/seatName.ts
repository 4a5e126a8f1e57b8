import type { CouncilAttendance } from '../../api/types'
import type { Lang } from '../../lib/i18n'

/** A seat by its function, in the reader's language where it is known. */
export const seatName = ({ seatNames }: CouncilAttendance, lang: Lang): string => seatNames[lang] || seatNames.sv

import type { Decision, DecisionInput } from '../../../api/types'
import { parseDated, writeDated } from '../../../lib/dates'

type Motion = DecisionInput['motions'][number]
type Reservation = DecisionInput['reservations'][number]
export type Thing = DecisionInput['concerns'][number]

/** A decision as its form holds it: dates as they are written, each thing it concerns as "type id". */
export type Values = {
  title: string
  bodyId: string
  date: string
  registrationNumber: string
  text: string
  motions: Motion[]
  reservations: Reservation[]
  reportBack: string
  reportedBack: string
  concerns: string[]
  confirmed: boolean
}

export const nameOfThing = ({ type, id }: Thing): string => `${type} ${id}`

function thingOf(name: string): Thing {
  const [type, id = ''] = name.split(' ')
  return { type: type as Thing['type'], id }
}

export const emptyDecision: Values = {
  title: '',
  bodyId: '',
  date: '',
  registrationNumber: '',
  text: '',
  motions: [],
  reservations: [],
  reportBack: '',
  reportedBack: '',
  concerns: [],
  confirmed: true,
}

export const valuesOf = (decision: Decision): Values => ({
  title: decision.title,
  bodyId: decision.bodyId ?? '',
  date: writeDated(decision.date),
  registrationNumber: decision.registrationNumber ?? '',
  text: decision.text ?? '',
  motions: decision.motions,
  reservations: decision.reservations,
  reportBack: writeDated(decision.reportBack),
  reportedBack: writeDated(decision.reportedBack),
  concerns: decision.concerns.map(nameOfThing),
  confirmed: decision.source !== 'interpretation',
})

/** What is sent: what the form does not hold stays as it was. */
export function inputOf(
  { confirmed, ...values }: Values,
  kept: Pick<DecisionInput, 'planId' | 'key' | 'lang' | 'source'>,
): DecisionInput {
  return {
    planId: kept.planId,
    key: kept.key,
    lang: kept.lang,
    source: confirmed && kept.source === 'interpretation' ? 'municipality' : (kept.source ?? 'municipality'),
    title: values.title.trim(),
    bodyId: values.bodyId || undefined,
    date: parseDated(values.date),
    registrationNumber: values.registrationNumber.trim() || undefined,
    text: values.text || undefined,
    motions: values.motions,
    reservations: values.reservations.map(({ by, text }) => ({ by, text: text || undefined })),
    reportBack: parseDated(values.reportBack),
    reportedBack: parseDated(values.reportedBack),
    concerns: values.concerns.map(thingOf),
  }
}

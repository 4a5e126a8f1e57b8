import { useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { CouncilSeat, CouncilSeatInput } from '../../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, SelectField, TextArea, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { askSeat } from '../queries'
import { seatFormWords } from './words'

type Values = Required<
  Pick<
    CouncilSeatInput,
    'nameSv' | 'nameEn' | 'functionSv' | 'functionEn' | 'isConvener' | 'isExpert' | 'validFrom' | 'validTo'
  >
> & { bodyId: string; appointingBodyId: string; confirmed: boolean }

const valuesOf = (seat: CouncilSeat): Values => ({
  nameSv: seat.nameSv,
  nameEn: seat.nameEn,
  functionSv: seat.functionSv ?? '',
  functionEn: seat.functionEn ?? '',
  bodyId: seat.bodyId ?? '',
  appointingBodyId: seat.appointingBodyId ?? '',
  isConvener: seat.isConvener ?? false,
  isExpert: seat.isExpert ?? false,
  validFrom: seat.validFrom ?? '',
  validTo: seat.validTo ?? '',
  confirmed: seat.source !== 'interpretation',
})

const inputOf = (seat: CouncilSeat, { confirmed, ...values }: Values): CouncilSeatInput => ({
  planId: seat.planId,
  key: seat.key,
  number: seat.number,
  position: seat.position,
  nameSv: values.nameSv,
  nameEn: values.nameEn,
  functionSv: values.functionSv || undefined,
  functionEn: values.functionEn || undefined,
  bodyId: values.bodyId || undefined,
  appointingBodyId: values.appointingBodyId || undefined,
  isConvener: values.isConvener,
  isExpert: values.isExpert,
  validFrom: values.validFrom || undefined,
  validTo: values.validTo || undefined,
  source: confirmed && seat.source === 'interpretation' ? 'municipality' : seat.source,
})

/** What a seat is for, whom it speaks for and who appoints to it. */
export default function SeatForm({ seat, onClose }: { seat: CouncilSeat; onClose: () => void }) {
  const w = useWords(seatFormWords)
  const lang = useLang()
  const queries = useQueryClient()
  const bodies = useBodies().data?.all ?? []
  const sayBody = (id: unknown) =>
    nameOf(
      bodies.find((body) => body.id === id),
      lang,
    )
  const sayYes = (yes: unknown) => (yes ? w.yes : w.no)
  const editing = useEditing<Values>({
    name: 'seat',
    initial: valuesOf(seat),
    version: seat.version,
    fields: [
      { name: 'nameSv', label: w.nameSv },
      { name: 'nameEn', label: w.nameEn },
      { name: 'functionSv', label: w.functionSv, joinable: true },
      { name: 'functionEn', label: w.functionEn, joinable: true },
      { name: 'bodyId', label: w.body, show: sayBody },
      { name: 'appointingBodyId', label: w.appointingBody, show: sayBody },
      { name: 'isConvener', label: w.isConvener, show: sayYes },
      { name: 'isExpert', label: w.isExpert, show: sayYes },
      { name: 'validFrom', label: w.validFrom },
      { name: 'validTo', label: w.validTo },
      { name: 'confirmed', label: w.confirmed, show: sayYes },
    ],
    why: true,
    save: (values, version, note) =>
      ask(
        api.PUT('/council-seats/{id}', {
          params: { path: { id: seat.id }, header: ifMatch({ version, note }) },
          body: inputOf(seat, values),
        }),
      ),
    fresh: async () => {
      const now = await askSeat(seat.id)
      return { values: valuesOf(now), version: now.version }
    },
    onSaved: () => void refresh(queries, 'council').then(onClose),
  })
  const options = bodies.map((body) => ({ value: body.id, label: nameOf(body, lang), lang: nameLang(body, lang) }))
  const check = (field: 'isConvener' | 'isExpert' | 'confirmed') => ({
    id: `seat-${field}`,
    checked: editing.values[field],
    onChange: (event: { target: { checked: boolean } }) => editing.set({ [field]: event.target.checked }),
  })
  return (
    <Frame editing={editing} label={w.editSeat} onCancel={onClose}>
      <div className="editing-columns">
        <TextField {...editing.text('nameSv')} lang="sv" />
        <TextField {...editing.text('nameEn')} lang="en" />
        <TextArea {...editing.text('functionSv')} lang="sv" rows={3} optional />
        <TextArea {...editing.text('functionEn')} lang="en" rows={3} optional />
        <SelectField {...editing.text('bodyId')} options={options} empty={w.noBody} />
        <SelectField {...editing.text('appointingBodyId')} options={options} empty={w.notSettled} />
        <TextField {...editing.text('validFrom')} type="date" optional />
        <TextField {...editing.text('validTo')} type="date" optional />
      </div>
      <Checkbox label={w.isConvener} {...check('isConvener')} />
      <Checkbox label={w.isExpert} {...check('isExpert')} />
      {seat.source === 'interpretation' && <Checkbox label={w.confirmed} {...check('confirmed')} />}
    </Frame>
  )
}

import type { ComponentProps } from 'react'
import { useWords } from '../../../lib/i18n'
import { SelectField } from '../../../ui/Field'
import { sourceWords } from './words'

/** Who says so: the plan, the municipality, or our reading of the source. */
export function SourceField(field: Omit<ComponentProps<typeof SelectField>, 'options'>) {
  const say = useWords(sourceWords)
  const options = (['plan', 'municipality', 'interpretation'] as const).map((value) => ({ value, label: say[value] }))
  return <SelectField options={options} empty={false} {...field} />
}

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useWords } from '../lib/i18n'
import { words } from './words'

type FieldProps = { label: string; help?: ReactNode; error?: string; optional?: boolean }
type Control = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

/** Label above, help under it, the error at the field; hands the control its id and its descriptions. */
function Field({
  label,
  help,
  error,
  optional,
  id: given,
  children,
}: FieldProps & { id?: string; children: (control: Control) => ReactNode }) {
  const own = useId()
  const id = given ?? own
  const w = useWords(words)
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="ds-field field">
      <label className="ds-label" htmlFor={id}>
        {label} {optional && <span className="field-optional">{w.optional}</span>}
      </label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {error && (
        <p className="ds-validation-message field-error" id={`${id}-error`} data-color="danger">
          {error}
        </p>
      )}
    </div>
  )
}

export function TextField({ label, help, error, optional, id, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Field {...{ label, help, error, optional, id }}>
      {(control) => <input type="text" className="ds-input" {...input} {...control} />}
    </Field>
  )
}

export function TextArea({
  label,
  help,
  error,
  optional,
  id,
  rows = 6,
  ...input
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field {...{ label, help, error, optional, id }}>
      {(control) => <textarea className="ds-input" rows={rows} {...input} {...control} />}
    </Field>
  )
}

export type Option = { value: string; label: string; lang?: string; group?: string }

const drawOption = ({ value, label, lang }: Option) => (
  <option key={value} value={value} lang={lang}>
    {label}
  </option>
)

/** The options under their groups, in the order in which each group is first met. */
function grouped(options: Option[]): [string | undefined, Option[]][] {
  const groups = new Map<string | undefined, Option[]>()
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option])
  return [...groups]
}

export function SelectField({
  label,
  help,
  error,
  optional,
  id,
  options,
  empty,
  ...select
}: FieldProps & ComponentProps<'select'> & { options: Option[]; empty?: string | false }) {
  const w = useWords(words)
  return (
    <Field {...{ label, help, error, optional, id }}>
      {(control) => (
        <select className="ds-input" {...select} {...control}>
          {empty !== false && <option value="">{empty ?? w.choose}</option>}
          {grouped(options).map(([group, inside]) =>
            group ? (
              <optgroup key={group} label={group}>
                {inside.map(drawOption)}
              </optgroup>
            ) : (
              inside.map(drawOption)
            ),
          )}
        </select>
      )}
    </Field>
  )
}

export function Checkbox({ label, help, ...input }: { label: ReactNode; help?: ReactNode } & ComponentProps<'input'>) {
  const own = useId()
  const id = input.id ?? own
  return (
    <div className="ds-field field-check">
      <input
        type="checkbox"
        className="ds-input"
        aria-describedby={help ? `${id}-help` : undefined}
        {...input}
        id={id}
      />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}

type GroupProps = { legend: string; help?: ReactNode; error?: string; id?: string; children: ReactNode }

/** Several controls under one question. */
export function FieldGroup({ legend, help, error, id: given, children }: GroupProps) {
  const own = useId()
  const id = given ?? own
  return (
    <fieldset
      className="ds-fieldset field-group"
      id={id}
      tabIndex={given ? -1 : undefined}
      aria-describedby={[help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="ds-label">{legend}</legend>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error && (
        <p className="ds-validation-message field-error" id={`${id}-error`} data-color="danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}

type ChoiceProps = Omit<GroupProps, 'children'> & { name: string; options: (Option & { help?: string })[] }

export function RadioGroup({
  name,
  options,
  value,
  onChange,
  ...group
}: ChoiceProps & { value?: string; onChange: (value: string) => void }) {
  return (
    <FieldGroup {...group}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          type="radio"
          name={name}
          label={<span lang={option.lang}>{option.label}</span>}
          help={option.help}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </FieldGroup>
  )
}

export function CheckboxGroup({
  name,
  options,
  value,
  onChange,
  ...group
}: ChoiceProps & { value: string[]; onChange: (value: string[]) => void }) {
  return (
    <FieldGroup {...group}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          name={name}
          label={<span lang={option.lang}>{option.label}</span>}
          help={option.help}
          checked={value.includes(option.value)}
          onChange={(event) =>
            onChange(
              event.target.checked ? [...value, option.value] : value.filter((chosen) => chosen !== option.value),
            )
          }
        />
      ))}
    </FieldGroup>
  )
}

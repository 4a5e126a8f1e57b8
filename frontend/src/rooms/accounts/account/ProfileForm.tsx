import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { renew } from '../../../api/session'
import type { Profile, ProfileInput } from '../../../api/types'
import { formatClock } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, FieldGroup, RadioGroup, TextField } from '../../../ui/Field'
import { words } from './words'

const valuesOf = (profile: Profile): ProfileInput => ({
  name: profile.name,
  title: profile.title,
  phone: profile.phone,
  lang: profile.lang,
  publicName: profile.publicName,
  publicEmail: profile.publicEmail,
  publicPhone: profile.publicPhone,
  protected: profile.protected,
})

export function ProfileForm({ profile }: { profile: Profile }) {
  const w = useWords(words)
  const lang = useLang()
  const [savedAt, setSavedAt] = useState<Date>()
  return (
    <div className="account-profile">
      <Fields key={profile.version} profile={profile} onSaved={() => setSavedAt(new Date())} />
      <p className="small soft" role="status">
        {savedAt && w.saved(formatClock(savedAt, lang))}
      </p>
    </div>
  )
}

function Fields({ profile, onSaved }: { profile: Profile; onSaved: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const yesNo = (value: unknown) => (value ? w.yes : w.no)
  const editing = useEditing<ProfileInput>({
    name: 'profile',
    initial: valuesOf(profile),
    version: profile.version,
    fields: [
      { name: 'name', label: w.name },
      { name: 'title', label: w.jobTitle },
      { name: 'phone', label: w.phone },
      { name: 'lang', label: w.language, show: (value) => (value === 'en' ? w.english : w.swedish) },
      { name: 'publicName', label: w.publicName, show: yesNo },
      { name: 'publicEmail', label: w.publicEmail, show: yesNo },
      { name: 'publicPhone', label: w.publicPhone, show: yesNo },
      { name: 'protected', label: w.protectedLabel, show: yesNo },
    ],
    check: ({ name }): Record<string, string> => (name.trim() ? {} : { name: w.nameMissing }),
    save: (values, version) =>
      ask(api.PUT('/users/me/profile', { params: { header: ifMatch({ version }) }, body: values })),
    fresh: async () => {
      const now = await ask(api.GET('/users/me/profile'))
      return { values: valuesOf(now), version: now.version }
    },
    onSaved: () => {
      // The name stands in the page's head too, and that is the session's.
      void renew()
        .then(() => refresh(queries, 'accounts'))
        .then(onSaved)
    },
  })
  const { values, set } = editing
  const shown = [
    ...(values.publicName ? [values.title ? `${values.name}, ${values.title}` : values.name] : []),
    ...(values.publicEmail ? [profile.email] : []),
    ...(values.publicPhone && values.phone ? [values.phone] : []),
  ]
  return (
    <Frame editing={editing} label={w.profile}>
      <TextField {...editing.text('name')} help={w.nameHelp} autoComplete="name" />
      <TextField {...editing.text('title')} optional autoComplete="organization-title" />
      <TextField {...editing.text('phone')} optional type="tel" autoComplete="tel" className="ds-input field-short" />
      <RadioGroup
        legend={w.language}
        help={w.languageHelp}
        name="lang"
        value={values.lang}
        onChange={(next) => set({ lang: next as ProfileInput['lang'] })}
        options={[
          { value: 'sv', label: w.swedish, lang: 'sv' },
          { value: 'en', label: w.english, lang: 'en' },
        ]}
      />
      <FieldGroup legend={w.public} help={w.publicHelp}>
        {(['publicName', 'publicEmail', 'publicPhone'] as const).map((field) => (
          <Checkbox
            key={field}
            label={w[field]}
            checked={values[field] && !values.protected}
            disabled={values.protected}
            onChange={(event) => set({ [field]: event.target.checked })}
          />
        ))}
        <div className="account-shown">
          <p className="small soft">{w.shownAs}</p>
          <p>
            {values.protected ? w.shownProtected : profile.roleWords[lang]}
            {!values.protected && shown.length > 0 && <>. {shown.join(', ')}</>}
          </p>
          {!values.protected && shown.length === 0 && <p className="small soft">{w.shownNothing}</p>}
        </div>
      </FieldGroup>
      <FieldGroup legend={w.protectedTitle}>
        <Checkbox
          label={w.protectedLabel}
          help={w.protectedHelp}
          checked={values.protected}
          onChange={(event) =>
            set(
              event.target.checked
                ? { protected: true, publicName: false, publicEmail: false, publicPhone: false }
                : { protected: false },
            )
          }
        />
      </FieldGroup>
    </Frame>
  )
}

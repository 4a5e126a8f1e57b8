import { useQuery } from '@tanstack/react-query'
import { api, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { Body, Contact } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Part } from '../../ui/Page'
import { words } from './words'

/** Whom to turn to: as much as each person shows, and always the role. */
export function Contacts({ body }: { body: Body }) {
  const w = useWords(words)
  const lang = useLang()
  const contacts = useQuery({
    queryKey: key('accounts', 'contacts', body.id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/boards/{id}/contacts', { params: { path: { id: body.id }, query: { page, limit } } }),
      ),
  })
  if (!contacts.data || contacts.data.length === 0) return null
  const shown = contacts.data.filter(showsSomething)
  const roles = new Map<string, number>()
  for (const contact of contacts.data) {
    if (!showsSomething(contact)) roles.set(contact.roleWords[lang], (roles.get(contact.roleWords[lang]) ?? 0) + 1)
  }
  return (
    <Part title={w.contacts} id="kontakt">
      <ul className="plain-list boards-contacts">
        {shown.map((contact) => (
          <li key={[contact.name, contact.email, contact.phone, contact.role].join()}>
            <ContactLines contact={contact} />
          </li>
        ))}
        {[...roles].map(([role, persons]) => (
          <li key={role}>
            {role}
            {persons > 1 && <span className="soft"> {w.persons(persons)}</span>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="soft small">{w.contactsHidden}</p>}
    </Part>
  )
}

const showsSomething = ({ name, email, phone }: Contact): boolean => Boolean(name || email || phone)

function ContactLines({ contact: { name, title, email, phone, roleWords } }: { contact: Contact }) {
  const lang = useLang()
  return (
    <>
      <p>
        {name && <strong>{name}</strong>}
        {name && title && `, ${title}`}
        {name ? <span className="soft boards-contact-role">{roleWords[lang]}</span> : roleWords[lang]}
      </p>
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </p>
      )}
    </>
  )
}

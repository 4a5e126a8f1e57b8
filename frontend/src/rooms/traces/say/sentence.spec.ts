import { expect, it } from 'vitest'
import { sentenceOf, type Told } from './sentence'

const told = (given: Partial<Told>): Told => ({
  role: 'coordinator',
  roleWords: { sv: 'samordnare', en: 'coordinator' },
  action: 'replace',
  object: { type: 'activity', id: 'a' },
  isPart: false,
  fields: [],
  ...given,
})
const change = (field: string, before: unknown, after: unknown) => ({ field, before, after, isErased: false })
const nameOf = (id: string) => ({ ifn: 'Individ- och familjenämnden', s1: 'Bakgrund' })[id]
const say = (given: Partial<Told>, lang: 'sv' | 'en' = 'sv') => sentenceOf(told(given), lang, nameOf)

it('says who, in which role, and which fields, in the order people read them', () => {
  expect(say({ fields: ['end', 'title'] })).toBe('Samordnaren ändrade rubriken och slutdatumet.')
  expect(say({ fields: ['end', 'title'] }, 'en')).toBe('The coordinator changed the heading and the end.')
  expect(say({ fields: ['title', 'summary', 'end', 'start', 'levels'] })).toBe(
    'Samordnaren ändrade rubriken, sammanfattningen, startdatumet och 2 uppgifter till.',
  )
  expect(say({ role: '', action: 'create' })).toBe('Systemet skapade aktiviteten.')
  expect(say({ role: 'mentor', roleWords: { sv: 'mentor', en: 'mentor' }, action: 'delete' })).toBe(
    'Mentor tog bort aktiviteten.',
  )
})

it('calls parts by their names, then or now', () => {
  const changes = [change('title', undefined, 'Planen är antagen')]
  expect(say({ action: 'create', object: { type: 'milestone', id: 'm' }, isPart: true, changes })).toBe(
    'Samordnaren lade till milstolpen ”Planen är antagen”.',
  )
  expect(say({ object: { type: 'section', id: 's1' }, isPart: true, fields: ['body'] })).toBe(
    'Samordnaren ändrade avsnittet ”Bakgrund”: texten.',
  )
  const reported = [change('bodyId', undefined, 'ifn')]
  expect(
    say({ role: 'officer', action: 'create', object: { type: 'report', id: 'r' }, isPart: true, changes: reported }),
  ).toBe('Nämndens handläggare lämnade rapporten för Individ- och familjenämnden.')
})

it('tells a state that was set from one that was taken back', () => {
  const set = [change('cancelledOn', undefined, '2026-11-01')]
  const back = [change('cancelledOn', '2026-11-01', undefined)]
  expect(say({ action: 'cancel', changes: set })).toBe('Samordnaren ställde in aktiviteten.')
  expect(say({ action: 'cancel', changes: back })).toBe('Samordnaren tog upp aktiviteten igen.')
  expect(say({ action: 'confirm' })).toBe('Samordnaren bekräftade uppgifterna.')
})

it('says reading, searching and signing in as what they are', () => {
  const admin = { role: 'admin' }
  expect(say({ ...admin, action: 'read', object: { type: 'auditEvents', id: '' } })).toBe(
    'Administratören sökte i spåren.',
  )
  expect(say({ ...admin, action: 'read', object: { type: 'internalNotes', id: 'a' } })).toBe(
    'Administratören läste de interna anteckningarna.',
  )
  expect(say({ ...admin, action: 'signIn', object: { type: 'session', id: 's' } })).toBe('Administratören loggade in.')
  expect(say({ ...admin, action: 'somethingNew', object: { type: 'thing', id: 't' } })).toBe(
    'Administratören somethingNew thing.',
  )
})

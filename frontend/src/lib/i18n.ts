import { createContext, useContext } from 'react'

export type Lang = 'sv' | 'en'

type Text = string | ((...args: never[]) => string)
type Entry = { sv: string; en: string } | { sv: (...args: never[]) => string; en: (...args: never[]) => string }
type Catalogue = Record<string, Entry>

/** What a page reads: each entry in the language of the page, typed as it was written. */
export type Words<C extends Catalogue> = { readonly [K in keyof C]: C[K]['sv'] }

/** A room's texts, Swedish and English side by side, so that neither can be forgotten. */
export function catalogue<const C extends Catalogue>(entries: C): C {
  return entries
}

const spoken = new WeakMap<Catalogue, Partial<Record<Lang, Record<string, Text>>>>()

export function wordsIn<C extends Catalogue>(entries: C, lang: Lang): Words<C> {
  const known = spoken.get(entries) ?? {}
  spoken.set(entries, known)
  known[lang] ??= Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[lang]]))
  return known[lang] as Words<C>
}

export const LangContext = createContext<Lang>('sv')

export const useLang = (): Lang => useContext(LangContext)

export function useWords<C extends Catalogue>(entries: C): Words<C> {
  return wordsIn(entries, useLang())
}

const rules = { sv: new Intl.PluralRules('sv'), en: new Intl.PluralRules('en') }

/** Makes an entry of a count: counted({ sv: ['bolag', 'bolag'], en: ['company', 'companies'] }) → w.x(2) = "2 bolag". */
export function counted(forms: Record<Lang, readonly [one: string, other: string]>) {
  const say = (lang: Lang) => (n: number) =>
    `${n.toLocaleString(lang)} ${forms[lang][rules[lang].select(n) === 'one' ? 0 : 1]}`
  return { sv: say('sv'), en: say('en') }
}

/** Names that the API gives in both languages (bodies, areas, target groups); English falls back to Swedish. */
export function nameOf(thing: { nameSv: string; nameEn?: string } | undefined, lang: Lang): string {
  if (!thing) return ''
  return (lang === 'en' && thing.nameEn) || thing.nameSv
}

/** The lang attribute for a text whose language may differ from the page's; nothing when they agree. */
export function langOf(thing: { lang?: string } | undefined, lang: Lang): string | undefined {
  return thing?.lang && thing.lang !== lang ? thing.lang : undefined
}

export function nameLang(thing: { nameEn?: string } | undefined, lang: Lang): string | undefined {
  return lang === 'en' && thing && !thing.nameEn ? 'sv' : undefined
}

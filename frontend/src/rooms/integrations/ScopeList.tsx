import { useLang } from '../../lib/i18n'
import { useAccessRules } from '../rights/queries'

/** What a key opens, in words; the name of it until the words are there. */
export function ScopeList({ scopes }: { scopes: string[] }) {
  const lang = useLang()
  const known = useAccessRules().data?.scopes
  return (
    <ul className="plain-list">
      {scopes.map((scope) => (
        <li key={scope}>{known?.find((one) => one.scope === scope)?.[lang] ?? scope}</li>
      ))}
    </ul>
  )
}

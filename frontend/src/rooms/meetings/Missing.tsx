import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Page } from '../../ui/Page'
import { words } from './words'

export function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <a href={to.meetings()}>{w.toMeetings}</a>
      </p>
    </Page>
  )
}

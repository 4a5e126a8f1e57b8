import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Page } from '../../ui/Page'
import { words } from './words'

export default function AboutPage() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.aboutTitle} lead={<p>{w.aboutLead}</p>}>
      <div className="prose">
        <h2>{w.aboutSources}</h2>
        <p>{w.aboutSourcesText}</p>
        <h2>{w.aboutRights}</h2>
        <p>
          {w.aboutRightsText} <a href={to.rights()}>{w.aboutRightsLink}</a>
        </p>
        <h2>{w.aboutTraces}</h2>
        <p>{w.aboutTracesText}</p>
        <h2>{w.aboutOpen}</h2>
        <p>
          {w.aboutOpenText} <a href={to.reference()}>{w.aboutReference}</a>
        </p>
      </div>
    </Page>
  )
}

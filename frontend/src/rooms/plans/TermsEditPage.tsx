import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Terms } from './edit/TermForm'
import { termWords } from './edit/words'
import { useTargetGroups, useViolenceAreas } from './queries'

/** The words that activities are sorted by: violence areas and target groups, shared by all plans. */
export default function TermsEditPage() {
  const t = useWords(termWords)
  const to = usePaths()
  const areas = useViolenceAreas()
  const groups = useTargetGroups()
  return (
    <Page title={t.title} lead={<p>{t.lead}</p>} kicker={<a href={to.plans()}>{t.plans}</a>} staff>
      <Part title={t.areas} id="omraden">
        <Load of={areas}>{(found) => <Terms vocabulary="/violence-areas" terms={found} add={t.addArea} />}</Load>
      </Part>
      <Part title={t.groups} id="malgrupper">
        <Load of={groups}>{(found) => <Terms vocabulary="/target-groups" terms={found} add={t.addGroup} />}</Load>
      </Part>
    </Page>
  )
}

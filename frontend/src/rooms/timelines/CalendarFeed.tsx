import { useState } from 'react'
import { useWords } from '../../lib/i18n'
import { Button, ButtonLink } from '../../ui/Button'
import { Part } from '../../ui/Page'
import { Facts } from '../../ui/small'
import { feedWords } from './feedWords'

/** The calendar to subscribe to: `path` is the feed's address with the reader's choices. */
export default function CalendarFeed({ path }: { path: string }) {
  const w = useWords(feedWords)
  const [said, setSaid] = useState<'copied' | 'failed'>()
  const address = new URL(path, location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setSaid('copied')
    } catch {
      setSaid('failed')
    }
  }
  return (
    <div className="feed">
      <p className="prose">{w.calendarLead}</p>
      <p className="row">
        <ButtonLink href={address.replace(/^https?:/, 'webcal:')} target="_self">
          {w.subscribe}
        </ButtonLink>
        <ButtonLink variant="secondary" href={path} download="en-vag-in.ics">
          {w.download}
        </ButtonLink>
      </p>
      <div className="stack-small">
        <p id="feed-address">
          <strong>{w.address}</strong>
        </p>
        <p className="small soft">{w.addressHelp}</p>
        <p className="feed-address">
          <code>{address}</code>
        </p>
        <p className="row">
          <Button variant="secondary" onClick={() => void copy()}>
            {w.copy}
          </Button>
          <span role="status">{said === 'copied' ? w.copied : said === 'failed' ? w.copyFailed : ''}</span>
        </p>
      </div>
      <Part title={w.howTo} id="sa-gor-du">
        <Facts
          facts={[
            { term: w.iphone, value: w.iphoneHow },
            { term: w.outlook, value: w.outlookHow },
            { term: w.google, value: w.googleHow },
          ]}
        />
        <p className="prose soft feed-note">{w.howOften}</p>
        <p className="prose soft">{w.calendarNote}</p>
      </Part>
    </div>
  )
}

import { may } from '../../api/client'
import type { CouncilSeat } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { MeetingsBeside } from '../meetings/Beside'
import './council.css'
import { Horseshoe } from './Horseshoe'
import { useSeats } from './queries'
import { SeatList } from './SeatList'
import { words } from './words'

/** What the council is: its seats, when it meets and whether it has met as decided, and what it has written down. */
export default function CouncilPage() {
  const w = useWords(words)
  const seats = useSeats()
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={<PrintButton />}>
      <Load of={seats} lines={8}>
        {(all) =>
          all.length === 0 ? <EmptyState title={w.noSeatsTitle}>{w.noSeatsText}</EmptyState> : <Whole seats={all} />
        }
      </Load>
    </Page>
  )
}

function Whole({ seats }: { seats: CouncilSeat[] }) {
  const w = useWords(words)
  return (
    <>
      <div className="council-top">
        <Horseshoe seats={seats} />
        <MeetingsBeside />
      </div>
      <Part title={w.seats} id="platser">
        <div className="prose council-intro">
          <p>{w.seatsText}</p>
          <p className="soft small">{w.namesText}</p>
        </div>
        <SeatList seats={seats} />
      </Part>
      <More seats={seats} />
    </>
  )
}

/** The ways on, those that this reader has. */
function More({ seats }: { seats: CouncilSeat[] }) {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Part title={w.more} id="mer">
      <ul className="plain-list council-more">
        {seats.some((seat) => may(seat, 'appoint')) && (
          <li className="screen-only">
            <a href={to.mandates()}>{w.appoint}</a>
            <p className="soft">{w.appointText}</p>
          </li>
        )}
        <li>
          <a href={to.meetings()}>{w.meetings}</a>
          <p className="soft">{w.meetingsText}</p>
        </li>
        <li>
          <a href={to.decisions()}>{w.decisions}</a>
          <p className="soft">{w.decisionsText}</p>
        </li>
        <li>
          <a href={to.questions()}>{w.questions}</a>
          <p className="soft">{w.questionsText}</p>
        </li>
        <li>
          <a href={to.references()}>{w.references}</a>
          <p className="soft">{w.referencesText}</p>
        </li>
        <li>
          <a href={to.competences()}>{w.competences}</a>
          <p className="soft">{w.competencesText}</p>
        </li>
        <li>
          <a href={to.contactPersons()}>{w.contactPersons}</a>
          <p className="soft">{w.contactPersonsText}</p>
        </li>
      </ul>
    </Part>
  )
}

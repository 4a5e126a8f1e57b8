import { useWords } from '../../lib/i18n'
import { Band } from './Band'
import type { Drawn, Line, Share } from './shares'
import { words } from './words'

/** The options as bars, one after the other; beneath each, the groups or the round it is compared with. */
export function Chart({ drawn }: { drawn: Drawn }) {
  const w = useWords(words)
  const { options, lines } = drawn
  return (
    <dl className="shares">
      {options.map((option, place) => (
        <div key={option.key} className="shares-option">
          <dt>{option.name}</dt>
          {lines.map((line) => (
            <dd key={line.key} className={lines.length > 1 ? 'shares-line' : 'shares-line shares-only'}>
              {lines.length > 1 && <span className="shares-name">{line.name}</span>}
              <Bar line={line} share={line.shares?.[place]} />
              <span className="shares-words tabular">{say(line.shares?.[place], w)}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function Bar({ share }: { line: Line; share: Share | undefined }) {
  return share ? <Band {...share} /> : <span className="shares-none" aria-hidden="true" />
}

export const say = (share: Share | undefined, w: { between: (low: number, high: number) => string; hidden: string }) =>
  share ? w.between(share.low, share.high) : w.hidden

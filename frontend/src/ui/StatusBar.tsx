import { useWords } from '../lib/i18n'
import { Mark, type State, stateOrder } from './StatusMark'
import { stateCounts, stateWords, words } from './words'

export type StatusBarItem = { id: string; code: string; title: string; state: State; href: string; lang?: string }

/**
 * All activities as one bar of marks, in the plan's order, and the same told in words beneath. Each mark leads to its
 * activity; each word to the list of that state.
 */
export function StatusBar({ items, hrefOf }: { items: StatusBarItem[]; hrefOf?: (state: State) => string }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const sum = useWords(stateCounts)
  const counts = stateOrder
    .map((state) => ({ state, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0)
  return (
    <div className="status-bar">
      <ol className="status-bar-marks plain-list" aria-label={w.states}>
        {items.map((item) => (
          <li key={item.id}>
            <a href={item.href} title={`${item.code} ${item.title}: ${say[item.state]}`} lang={item.lang}>
              <Mark state={item.state} />
              <span className="status-bar-code tabular" aria-hidden="true">
                {item.code}
              </span>
              <span className="visually-hidden">{`${item.code} ${item.title}: ${say[item.state]}`}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="status-bar-words plain-list">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <Mark state={state} />
            {hrefOf ? <a href={hrefOf(state)}>{sum[state](count)}</a> : <span>{sum[state](count)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { sayProblem } from '../../../api/problem'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { SaveState, type Saving } from '../../../ui/small'
import { writtenIn } from '../when'
import { caretAfter, type LiveState, type LiveText } from './liveText'
import { words } from './words'

type Props = {
  text: LiveText
  label: string
  /** What it is the text of: seen in the heading above, and said to those who only hear. */
  of: string
  id: string
}

/** One text of the minutes, written by whoever writes: what others save comes in where it stands. */
export function LiveEditor({ text, label, of, id }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const state = useSyncExternalStore(text.subscribe, text.snapshot)
  const area = useRef<HTMLTextAreaElement>(null)
  const shown = useRef(state.text)
  // What comes from others moves the letters, not the writer's place among them.
  useLayoutEffect(() => {
    const box = area.current
    const before = shown.current
    shown.current = state.text
    if (!box || box.value === state.text) return
    const [from, to] = [box.selectionStart, box.selectionEnd].map((at) => caretAfter(before, state.text, at))
    box.value = state.text
    if (document.activeElement === box) box.setSelectionRange(from ?? 0, to ?? 0)
  }, [state.text])
  return (
    <div className="live">
      <label className="ds-label" htmlFor={id}>
        {label}
        <span className="visually-hidden">: {of}</span>
      </label>
      <textarea
        ref={area}
        lang={writtenIn(lang)}
        id={id}
        className="ds-input live-text"
        rows={5}
        defaultValue={state.text}
        onChange={({ target }) => {
          shown.current = target.value
          text.type(target.value)
        }}
        onBlur={() => text.hurry()}
      />
      <p className="live-printed print-only">{state.text}</p>
      <p className="live-state">
        {state.status === 'waiting' ? (
          <span className="small">{w.waitingShort}</span>
        ) : (
          <SaveState saving={savingOf(state)} />
        )}
      </p>
      {state.status === 'refused' && (
        <div className="notice notice-attention" role="alert">
          <p>{w.refused(sayProblem(state.why, lang))}</p>
        </div>
      )}
      {state.overlap && <Overlap {...state.overlap} onSettle={() => text.settle()} />}
    </div>
  )
}

function savingOf({ status, savedAt }: LiveState): Saving {
  if (status === 'saved' && savedAt) return { status, at: savedAt }
  return { status: status === 'dirty' || status === 'saving' ? status : 'clean' }
}

function Overlap({ theirs, mine, onSettle }: { theirs: string; mine: string; onSettle: () => void }) {
  const w = useWords(words)
  return (
    <div className="notice notice-attention" role="alert">
      <p>{w.overlap}</p>
      <div className="live-overlap">
        <div>
          <p className="small soft">{w.theirs}</p>
          <p className="live-lines">{theirs}</p>
        </div>
        <div>
          <p className="small soft">{w.mine}</p>
          <p className="live-lines">{mine}</p>
        </div>
      </div>
      <p>
        <Button variant="secondary" onClick={onSettle}>
          {w.settle}
        </Button>
      </p>
    </div>
  )
}

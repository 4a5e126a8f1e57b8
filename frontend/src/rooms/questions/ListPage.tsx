import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { CouncilQuestion } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button, ButtonLink } from '../../ui/Button'
import { SelectField, TextField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { Pager } from '../../ui/Table'
import { words as uiWords } from '../../ui/words'
import { BodyName } from '../boards/shared'
import { useViolenceAreas } from '../plans/queries'
import { type Address, readAddress, type Show, toQuery } from './address'
import './questions.css'
import { useQuestions } from './queries'
import { StateOf } from './StateOf'
import { showWords, words } from './words'

/** What has been asked and answered: for everyone what is published, for those who work with it all of it. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const [, navigate] = useLocation()
  const session = useSession()
  const me = session.status === 'signedIn' ? session.user : undefined
  const readsAll = may(me, 'councilQuestions')
  const address = readAddress(useSearch())
  const areas = useViolenceAreas()
  const [sought, setSought] = useState('')
  const [page, setPage] = useState(1) // of what is found by words, which no address tells
  const query = toQuery(address, areas.data ?? [])
  const found = useQuestions(sought ? { ...query, page } : query, sought, !address.omrade || areas.data !== undefined)
  const hrefOf = (change: Address) => to.questions({ ...address, sida: undefined, ...change })
  const choose = (change: Address) => navigate(`~${hrefOf(change)}`, { replace: true })
  const search = (text: string) => {
    setSought(text)
    setPage(1)
  }
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          {may(me, 'ask') && <ButtonLink href={to.newQuestion()}>{w.ask}</ButtonLink>}
          <PrintButton />
        </>
      }
    >
      <Search sought={sought} onSearch={search} />
      <Filtering address={address} readsAll={readsAll && !sought} onChoose={choose} />
      <Load of={found} lines={8}>
        {({ items, _meta }) => (
          <>
            <p role="status" className="soft">
              {sought ? w.foundFor(w.found(_meta.totalRecords), sought) : w.found(_meta.totalRecords)}
            </p>
            {items.length === 0 ? (
              <Nothing filtered={Boolean(sought || address.omrade || address.visa)} onAll={() => search('')} />
            ) : (
              <ol className="questions plain-list">
                {items.map((question) => (
                  <Item key={question.id} question={question} readsAll={readsAll} />
                ))}
              </ol>
            )}
            {sought ? (
              <More shown={page * _meta.limit} total={_meta.totalRecords} page={page} onPage={setPage} />
            ) : (
              <Pager {..._meta} total={_meta.totalRecords} hrefOf={(at) => hrefOf({ sida: String(at) })} />
            )}
          </>
        )}
      </Load>
    </Page>
  )
}

function Search({ sought, onSearch }: { sought: string; onSearch: (text: string) => void }) {
  const w = useWords(words)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form role="search" className="questions-search screen-only" aria-label={w.searchLabel} onSubmit={submit}>
      <TextField
        label={w.searchLabel}
        help={w.searchHelp}
        type="search"
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="row">
        <Button type="submit">{w.search}</Button>
        {sought && (
          <Button
            variant="secondary"
            onClick={() => {
              setText('')
              onSearch('')
            }}
          >
            {w.clear}
          </Button>
        )}
      </div>
    </form>
  )
}

type FilteringProps = { address: Address; readsAll: boolean; onChoose: (change: Address) => void }

function Filtering({ address, readsAll, onChoose }: FilteringProps) {
  const w = useWords(words)
  const s = useWords(showWords)
  const lang = useLang()
  const areas = useViolenceAreas().data ?? []
  return (
    <div className="questions-filters screen-only" data-size="sm">
      {readsAll && (
        <SelectField
          label={w.show}
          empty={false}
          value={address.visa ?? 'alla'}
          onChange={({ target }) => onChoose({ visa: target.value === 'alla' ? undefined : (target.value as Show) })}
          options={(Object.keys(showWords) as Show[]).map((value) => ({ value, label: s[value] }))}
        />
      )}
      <SelectField
        label={w.area}
        empty={w.allAreas}
        value={address.omrade ?? ''}
        onChange={({ target }) => onChoose({ omrade: target.value || undefined })}
        options={areas.map((area) => ({ value: area.key, label: nameOf(area, lang), lang: nameLang(area, lang) }))}
      />
    </div>
  )
}

/** A question in the list: when, what, and for those who work with it from whom and how it stands. */
function Item({ question, readsAll }: { question: CouncilQuestion; readsAll: boolean }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const areas = useViolenceAreas().data ?? []
  const about = areas.filter(({ id }) => question.violenceAreaIds?.includes(id))
  const day = readsAll ? question.askedOn : (question.answer?.on ?? question.askedOn)
  return (
    <li className="keep-together">
      <p className="soft small">
        <time className="nowrap" dateTime={day}>
          {formatDay(day, lang)}
        </time>
      </p>
      <div>
        <p>
          <a href={to.question(question.id)} lang={langOf(question, lang)}>
            {question.title}
          </a>
        </p>
        {readsAll && (
          <p className="small soft">
            {question.askedByBodyId ? <BodyName id={question.askedByBodyId} /> : w.theCouncil}
            {question.isMine && `, ${w.mine}`}
          </p>
        )}
        {about.length > 0 && <p className="small soft">{about.map((area) => nameOf(area, lang)).join(', ')}</p>}
        {readsAll && (
          <p className="small">
            <StateOf question={question} />
          </p>
        )}
      </div>
    </li>
  )
}

function Nothing({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const w = useWords(words)
  const to = usePaths()
  if (!filtered) return <EmptyState title={w.nothingTitle}>{w.nothingText}</EmptyState>
  return (
    <EmptyState
      title={w.noneTitle}
      action={
        <a href={to.questions()} onClick={onAll}>
          {w.showAll}
        </a>
      }
    >
      {w.noneText}
    </EmptyState>
  )
}

type MoreProps = { shown: number; total: number; page: number; onPage: (page: number) => void }

/** Pages of what was found: buttons, since no address holds what was searched for. */
function More({ shown, total, page, onPage }: MoreProps) {
  const w = useWords(uiWords)
  if (total <= shown && page === 1) return null
  return (
    <div className="row">
      {page > 1 && (
        <Button variant="secondary" onClick={() => onPage(page - 1)}>
          {w.previous}
        </Button>
      )}
      {total > shown && (
        <Button variant="secondary" onClick={() => onPage(page + 1)}>
          {w.next}
        </Button>
      )}
    </div>
  )
}

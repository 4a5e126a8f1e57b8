import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LangContext } from '../lib/i18n'
import { type ConflictField, ConflictView } from './ConflictView'
import { ErrorSummary } from './ErrorSummary'
import { TextField } from './Field'
import { StatusBar } from './StatusBar'
import { StatusMark } from './StatusMark'
import { DatedText, SourceBadge } from './small'
import { Table } from './Table'

afterEach(cleanup)

describe('StatusMark', () => {
  it('says the state in a word, and leaves the shape to the eye', () => {
    const { container } = render(<StatusMark state="late" />)
    expect(screen.getByText('försenad')).toBeDefined()
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('says it in English on an English page', () => {
    render(
      <LangContext value="en">
        <StatusMark state="noInformation" />
      </LangContext>,
    )
    expect(screen.getByText('no information')).toBeDefined()
  })
})

describe('StatusBar', () => {
  const item = (code: string, state: 'late' | 'onTrack') => ({
    id: code,
    code,
    title: `T${code}`,
    state,
    href: `/${code}`,
  })

  it('names each activity with its state, in the plan’s order', () => {
    render(<StatusBar items={[item('1.1', 'onTrack'), item('1.2', 'late'), item('2.1', 'late')]} />)
    const marks = within(screen.getByRole('list', { name: 'Aktiviteternas läge' })).getAllByRole('link')
    expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(['/1.1', '/1.2', '/2.1'])
    expect(marks[1]?.textContent).toContain('1.2 T1.2: försenad')
  })

  it('counts the states in words, what needs an eye first', () => {
    const { container } = render(<StatusBar items={[item('1', 'onTrack'), item('2', 'late'), item('3', 'late')]} />)
    const words = [...container.querySelectorAll('.status-bar-words li')].map((li) => li.textContent)
    expect(words).toEqual(['2 försenade', '1 på väg'])
  })
})

describe('DatedText', () => {
  it('says as much as is known', () => {
    const { container, rerender } = render(<DatedText dated={{ day: '2019-01-01', precision: 'year' }} />)
    expect(container.textContent).toBe('år 2019')
    rerender(<DatedText dated={{ day: '2019-05-01', precision: 'month' }} />)
    expect(container.textContent).toBe('maj 2019')
    rerender(<DatedText dated={undefined} />)
    expect(container.textContent).toBe('datum saknas')
  })
})

describe('SourceBadge', () => {
  it('marks only what is an interpretation', () => {
    const { container, rerender } = render(<SourceBadge source="plan" />)
    expect(container.textContent).toBe('')
    rerender(<SourceBadge source="interpretation" />)
    expect(container.textContent).toBe('att bekräfta')
  })
})

describe('TextField', () => {
  it('ties label, help and error to its control', () => {
    render(<TextField label="Titel" help="Kort och tydligt." error="Fyll i uppgiften." />)
    const input = screen.getByLabelText('Titel')
    const described = input
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['Kort och tydligt.', 'Fyll i uppgiften.'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('ErrorSummary', () => {
  it('takes focus at every attempt, and leads to the field', () => {
    const errors = [{ id: 'title', message: 'Fyll i titeln.' }]
    const { rerender } = render(
      <>
        <ErrorSummary errors={errors} attempt={1} />
        <input id="title" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    fireEvent.click(screen.getByRole('link', { name: 'Fyll i titeln.' }))
    expect(document.activeElement?.id).toBe('title')
    rerender(
      <>
        <ErrorSummary errors={errors} attempt={2} />
        <input id="title" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('alert'))
  })
})

describe('Table', () => {
  it('tells how it is sorted and links to the other order', () => {
    render(
      <Table
        caption="Prov"
        columns={[{ key: 'a', head: 'Nr', sort: 'code', cell: (row: { id: string }) => row.id }]}
        rows={[{ id: '1' }]}
        rowKey={(row) => row.id}
        sort="code"
        sortHref={(sort) => `?sort=${sort}`}
      />,
    )
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('ascending')
    expect(screen.getByRole('link').getAttribute('href')).toBe('?sort=-code')
  })
})

describe('ConflictView', () => {
  const field = (over: Partial<ConflictField>): ConflictField => ({
    name: 'title',
    label: 'Titel',
    base: 'Boende',
    theirs: 'Boende',
    mine: 'Boende',
    ...over,
  })

  it('settles what only one side changed, and joins what both wrote', async () => {
    const onResolve = vi.fn()
    const fields = [
      field({ mine: 'Eget boende' }),
      field({ name: 'summary', label: 'Sammanfattning', theirs: 'Ny' }),
      field({ name: 'text', label: 'Text', base: 'a\n\nb', theirs: 'A\n\nb', mine: 'a\n\nB', joinable: true }),
      field({ name: 'same', label: 'Lika' }),
    ]
    render(<ConflictView fields={fields} onResolve={onResolve} onClose={() => {}} />)
    expect(screen.queryByText('Lika')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Spara det valda', hidden: true }))
    expect(onResolve).toHaveBeenCalledWith({
      title: { choice: 'mine', value: 'Eget boende' },
      summary: { choice: 'theirs', value: 'Ny' },
      text: { choice: 'both', value: 'A\n\nB' },
    })
  })

  it('marks what differs', () => {
    render(
      <ConflictView
        fields={[field({ theirs: 'Eget boende', mine: 'Tryggt boende' })]}
        onResolve={() => {}}
        onClose={() => {}}
      />,
    )
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Eget', 'Tryggt'])
  })
})

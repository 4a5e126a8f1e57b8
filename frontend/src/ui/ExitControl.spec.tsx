import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExitControl } from './ExitControl'

const replace = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(location, 'replace').mockImplementation(replace)
  render(<ExitControl />)
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  replace.mockClear()
  document.querySelector('.exit-cover')?.remove()
})

const shift = () => {
  fireEvent.keyDown(window, { key: 'Shift' })
  fireEvent.keyUp(window, { key: 'Shift' })
}

describe('the way out', () => {
  it('is a plain link to somewhere neutral for whoever has no script', () => {
    const link = screen.getByRole('link', { name: 'Lämna sidan snabbt' })
    expect(link.getAttribute('href')).toBe('https://www.smhi.se/')
    expect(link.getAttribute('rel')).toBe('nofollow noreferrer')
  })

  it('covers the page and replaces it in the history', () => {
    fireEvent.click(screen.getByRole('link'))
    expect(document.querySelector('.exit-cover')).not.toBeNull()
    expect(replace).toHaveBeenCalledWith('https://www.smhi.se/')
  })

  it('takes the other tabs along, and goes when another tab goes', async () => {
    vi.useRealTimers()
    const other = new BroadcastChannel('envagin')
    const heard = new Promise((tell) => other.addEventListener('message', (event) => tell(event.data)))
    fireEvent.click(screen.getByRole('link'))
    expect(await heard).toBe('leave')
    document.querySelector('.exit-cover')?.remove()
    replace.mockClear()

    other.postMessage('leave')
    await vi.waitFor(() => expect(document.querySelector('.exit-cover')).not.toBeNull())
    other.close()

    expect(replace).toHaveBeenCalledOnce()
  })

  it('opens on Shift three times, and says how many are left', () => {
    shift()
    expect(screen.getByRole('status').textContent).toContain('två gånger till')
    shift()
    expect(replace).not.toHaveBeenCalled()
    shift()
    expect(replace).toHaveBeenCalledOnce()
  })

  it('starts over after another key', () => {
    shift()
    shift()
    fireEvent.keyDown(window, { key: 'a' })
    shift()
    expect(replace).not.toHaveBeenCalled()
  })

  it('does not count Shift with a letter, nor Shift held', () => {
    for (let times = 0; times < 3; times += 1) {
      fireEvent.keyDown(window, { key: 'Shift' })
      fireEvent.keyDown(window, { key: 'A' })
      fireEvent.keyUp(window, { key: 'Shift' })
    }
    for (let times = 0; times < 3; times += 1) {
      fireEvent.keyDown(window, { key: 'Shift' })
      fireEvent.keyDown(window, { key: 'Shift', repeat: true })
      fireEvent.keyUp(window, { key: 'Shift' })
    }
    expect(replace).not.toHaveBeenCalled()
  })

  it('forgets after five seconds', () => {
    shift()
    shift()
    vi.advanceTimersByTime(5100)
    shift()
    expect(replace).not.toHaveBeenCalled()
  })
})

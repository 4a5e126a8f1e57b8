import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useUnsaved } from '../ui/useUnsaved'
import { go, useGuardedLocation } from './guardedLocation'

const confirm = vi.fn<(question?: string) => boolean>()

beforeEach(() => {
  vi.stubGlobal('confirm', confirm)
  history.replaceState(null, '', '/')
})

afterEach(() => {
  cleanup()
  confirm.mockReset()
  vi.unstubAllGlobals()
})

function Form({ dirty }: { dirty: boolean }) {
  const [location] = useGuardedLocation()
  useUnsaved(dirty)
  return <p>{location}</p>
}

describe('leaving a page', () => {
  it('asks nothing when all is saved', async () => {
    render(<Form dirty={false} />)
    go('/plan')
    await screen.findByText('/plan')
    expect(confirm).not.toHaveBeenCalled()
  })

  it('asks first when something is unsaved, and stays when told to', async () => {
    render(<Form dirty />)
    confirm.mockReturnValue(false)
    go('/plan')
    expect(confirm).toHaveBeenCalledWith(expect.stringContaining('inte är sparade'))
    await screen.findByText('/')
  })

  it('leaves when told to', async () => {
    render(<Form dirty />)
    confirm.mockReturnValue(true)
    go('/plan')
    await screen.findByText('/plan')
  })

  it('asks no more once the form is clean', async () => {
    const { rerender } = render(<Form dirty />)
    rerender(<Form dirty={false} />)
    go('/plan')
    await screen.findByText('/plan')
    expect(confirm).not.toHaveBeenCalled()
  })

  it('keeps the browser from closing the tab over what is unsaved', () => {
    render(<Form dirty />)
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})

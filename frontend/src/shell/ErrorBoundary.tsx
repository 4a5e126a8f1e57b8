import { Component, type ReactNode } from 'react'
import { BrokenPage } from './messages'

/** A page that breaks leaves the shell standing: the way out and the way home must always work. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

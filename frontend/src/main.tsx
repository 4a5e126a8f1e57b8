import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { renew } from './api/session'
import { App } from './shell/App'
import './styles/main.css'

// Whoever was signed in before a reload still is; the answer is awaited only by pages that need it.
void renew()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

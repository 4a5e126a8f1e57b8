import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { Route, Router, Switch } from 'wouter'
import { mayRetry } from '../api/client'
import { currentSession, onSession, useSession } from '../api/session'
import { useGuardedLocation } from '../lib/guardedLocation'
import { LangContext } from '../lib/i18n'
import { langOfPath } from '../paths'
import { pages } from '../routes'
import { Skeleton } from '../ui/Load'
import { ErrorBoundary } from './ErrorBoundary'
import { NotFoundPage, SignInNeeded } from './messages'
import { Shell } from './Shell'
import { useArrival } from './useArrival'

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

// What an answer holds and allows depends on who asks: a change of person asks for everything again, and nothing that
// was read while signed in stays behind after signing out.
const whoIsIn = (): string | undefined => {
  const session = currentSession()
  return session.status === 'signedIn' ? session.user.id : undefined
}
let before = whoIsIn()
onSession(() => {
  const now = whoIsIn()
  if (now === before) return
  if (before !== undefined) void queries.resetQueries()
  else void queries.invalidateQueries()
  before = now
})

export function App() {
  const [pathname] = useGuardedLocation()
  const lang = langOfPath(pathname)
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  return (
    <QueryClientProvider client={queries}>
      <LangContext value={lang}>
        <Router hook={useGuardedLocation} base={lang === 'en' ? '/en' : ''}>
          <Shell>
            <Pages pathname={pathname} />
          </Shell>
        </Router>
      </LangContext>
    </QueryClientProvider>
  )
}

function Pages({ pathname }: { pathname: string }) {
  useArrival(pathname)
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<Skeleton />}>
        <Switch>
          {pages.map(({ path, page: Page, staff }) => (
            <Route key={path} path={path}>
              {staff ? (
                <SignedInOnly>
                  <Page />
                </SignedInOnly>
              ) : (
                <Page />
              )}
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

function SignedInOnly({ children }: { children: React.ReactNode }) {
  const session = useSession()
  if (session.status === 'unknown') return <Skeleton />
  if (session.status === 'anonymous') return <SignInNeeded />
  return children
}

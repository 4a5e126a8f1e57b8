import { lazy } from 'react'

// Fetched when they are needed: most who come to sign in are asked for no second step, and only the account page keeps
// them.
export const SecondStep = lazy(() => import('./SecondStep').then((file) => ({ default: file.SecondStep })))
export const Factors = lazy(() => import('./Factors').then((file) => ({ default: file.Factors })))
export const SecondStepInvitation = lazy(() =>
  import('./SecondStepInvitation').then((file) => ({ default: file.SecondStepInvitation })),
)
export { offerPasskeys, passkeysWork, signInByPasskey, wasCancelled } from './webauthn'

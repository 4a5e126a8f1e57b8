export { SecondStep } from './SecondStep'
export { Factors } from './Factors'
export { SecondStepInvitation } from './SecondStepInvitation'
export { offerPasskeys, passkeysWork, signInByPasskey, wasCancelled } from './webauthn'

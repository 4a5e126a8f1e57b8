// node frontend/tools/oidc/provider.mjs [--port 9090] [--client envagin] [--secret …] [--redirect URL] [--claims userinfo]
//
// An organisation's sign-in to try single sign-on against: for the tests, and on a developer's machine. One
// chooses who one is from a list; there are no passwords, so it listens on this machine only. What it
// prints first is one line of JSON with the issuer. PUT /people/{key} {"groups": […]} changes a person.
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import Provider from 'oidc-provider'

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '9090' },
    client: { type: 'string', default: 'envagin' },
    secret: { type: 'string', default: '' },
    redirect: { type: 'string', default: 'http://localhost:8080/api/v1/federated-sign-ins/callback' },
    claims: { type: 'string', default: 'id-token' },
  },
})

const people = {
  eva: { name: 'Eva Exempel', email: 'eva@kommun.example', email_verified: true, groups: ['plan-samordnare'] },
  omar: {
    name: 'Omar Exempel',
    email: 'omar@kommun.example',
    email_verified: true,
    groups: ['ifn-handlaggare', 'personal'],
  },
  lisa: { name: 'Lisa Exempel', email: 'lisa@kommun.example', email_verified: true, groups: ['personal'] },
  kim: { name: 'Kim Exempel', email: 'kim@kommun.example', email_verified: false, groups: ['ifn-handlaggare'] },
  // One whose mail address is that of a demo account.
  expert: { name: 'Demo: sakkunnig', email: 'expert@demo.example', email_verified: true, groups: [] },
}

const listening = createServer()
await new Promise((resolve) => listening.listen(Number(options.port), 'localhost', resolve))
const issuer = `http://localhost:${listening.address().port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: options.client,
      redirect_uris: [options.redirect],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      ...(options.secret ? { client_secret: options.secret } : { token_endpoint_auth_method: 'none' }),
    },
  ],
  claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
  conformIdTokenClaims: options.claims === 'userinfo',
  cookies: { keys: ['only for trying out'] },
  features: { devInteractions: { enabled: false }, userinfo: { enabled: true } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 600, Session: 3600 },
  findAccount: (_ctx, key) =>
    people[key] && { accountId: key, claims: async () => ({ sub: key, locale: 'sv', ...people[key] }) },
  // The municipality's own service: nobody is asked whether they agree.
  async loadExistingGrant(ctx) {
    const known = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId)
    if (known) return ctx.oidc.provider.Grant.find(known)
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const page = (uid) => `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Logga in hos kommunen</title>
<h1>Logga in hos kommunen</h1>
<p>Det här är en inloggning att prova med. Välj vem du är.</p>
<form method="post" action="/interaction/${uid}">
${Object.entries(people)
  .map(([key, person]) => `<p><button name="person" value="${key}">${person.name}</button></p>`)
  .join('\n')}
<p><button name="person" value="">Avbryt</button></p>
</form></html>`

const body = async (request) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

async function interact(request, response) {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page(uid))
    return
  }
  const key = new URLSearchParams(await body(request)).get('person')
  const result = people[key]
    ? { login: { accountId: key } }
    : { error: 'access_denied', error_description: 'Nobody was chosen.' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function change(request, response, key) {
  people[key] = { ...people[key], ...JSON.parse(await body(request)) }
  response.statusCode = 204
  response.end()
}

const answer = provider.callback()
listening.on('request', (request, response) => {
  const [, first, second] = request.url.split('/')
  const done = (work) =>
    work.catch((error) => {
      response.statusCode = 400
      response.end(String(error))
    })
  if (first === 'interaction') return done(interact(request, response))
  if (first === 'people' && request.method === 'PUT') return done(change(request, response, second))
  return answer(request, response)
})

console.log(JSON.stringify({ issuer, client: options.client, redirect: options.redirect }))

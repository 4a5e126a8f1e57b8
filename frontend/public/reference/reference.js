// The interactive reference: our own specification in Swagger UI, from our own origin.
;(async () => {
  const main = document.getElementById('reference')
  try {
    const answer = await fetch('/api/v1/openapi.json', { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`${answer.status}`)
    const spec = await answer.json()
    // The published server is an example; what is tried here is tried on this very host.
    spec.servers = [{ url: `${location.origin}/api/v1` }]
    window.SwaggerUIBundle({
      spec,
      domNode: main,
      deepLinking: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      displayOperationId: true,
      displayRequestDuration: true,
      filter: true,
      showCommonExtensions: true,
      persistAuthorization: false,
      // Nothing is fetched from, or sent to, anyone else.
      validatorUrl: null,
      queryConfigEnabled: false,
      syntaxHighlight: { activated: true, theme: 'idea' },
    })
  } catch (error) {
    const text = document.createElement('p')
    text.className = 'reference-failed'
    text.setAttribute('role', 'alert')
    text.textContent = `The specification could not be read (${error.message}).`
    main.replaceChildren(text)
  }
})()

package deploy

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	mrand "math/rand/v2"
	"net/http"
	"time"

	"github.com/cloudflare/circl/blindsign/blindrsa"

	"envagin/api/ballots"
)

// crashPage is one of the crowd.
type crashPage struct {
	*crash
	url  string
	http *http.Client
}

// answer takes a code through the whole exchange, asking again until each step is
// answered, and posts a question beside it.
func (p *crashPage) answer() {
	n := int(p.next.Add(1)) - 1
	if n >= len(p.codes) {
		p.over.Store(true)
		return
	}
	code, mark := p.codes[n], fmt.Sprintf("mark-%d", n)
	var key struct{ KeyID string }
	var page struct{ Items []ballots.KeyView }
	if !p.until(200, "/ballot-codes", "", map[string]any{"code": code}, &key) || !p.until(200, "/surveys/"+p.round+"/ballot-keys", "", nil, &page) {
		return
	}
	modulus, _ := base64.RawURLEncoding.DecodeString(page.Items[0].PublicKey.N)
	public := &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: 65537}
	client, err := blindrsa.NewClient(blindrsa.SHA384PSSRandomized, public)
	if err != nil {
		p.t.Error(err)
		return
	}
	message := make([]byte, 32)
	_, _ = rand.Read(message)
	ballot, _ := client.Prepare(rand.Reader, message)
	blinded, state, err := client.Blind(rand.Reader, ballot)
	if err != nil {
		p.t.Error(err)
		return
	}
	var bought struct{ Signature string }
	if !p.until(201, "/surveys/"+p.round+"/ballots", "", map[string]any{"code": code, "keyId": key.KeyID, "blinded": b64(blinded)}, &bought) {
		return
	}
	signed, _ := base64.RawURLEncoding.DecodeString(bought.Signature)
	signature, err := client.Finalize(state, signed)
	if err != nil {
		p.t.Error(err)
		return
	}
	kept := p.until(201, "/surveys/"+p.round+"/staff-answers", "", map[string]any{"keyId": key.KeyID, "ballot": b64(ballot), "signature": b64(signature),
		"answers": map[string]string{"mark": mark}}, &struct{}{})
	if !kept {
		return
	}
	p.mu.Lock()
	p.kept[mark] = true
	p.mu.Unlock()
	posted := p.until(201, "/council-questions", p.token.Load().(string), map[string]any{"title": mark, "question": "Control"}, &struct{ ID string }{})
	p.mu.Lock()
	p.control[mark] = posted
	p.mu.Unlock()
}

func b64(bytes []byte) string { return base64.RawURLEncoding.EncodeToString(bytes) }

// until asks until it is answered: no answer, and an answer that the server cannot
// answer now, tell nothing of whether it was heard.
func (p *crashPage) until(want int, path, token string, content, into any) bool {
	for {
		method, body := http.MethodGet, []byte(nil)
		if content != nil {
			method = http.MethodPost
			body, _ = json.Marshal(content)
		}
		req, err := http.NewRequest(method, p.url+path, bytes.NewReader(body))
		if err != nil {
			p.t.Error(err)
			return false
		}
		req.Header.Set("Content-Type", "application/json")
		if token != "" {
			req.Header.Set("Authorization", "Bearer "+token)
		}
		res, err := p.http.Do(req)
		if err == nil {
			var text []byte
			text, err = io.ReadAll(res.Body)
			_ = res.Body.Close()
			switch {
			case err != nil:
			case res.StatusCode == want:
				err := json.Unmarshal(text, into)
				if err != nil {
					p.t.Error(err)
				}
				return err == nil
			case res.StatusCode < 500:
				p.t.Errorf("%s was answered %d %s", path, res.StatusCode, text)
				p.over.Store(true)
				return false
			}
		}
		time.Sleep(time.Duration(5+mrand.IntN(20)) * time.Millisecond)
	}
}

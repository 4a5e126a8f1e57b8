package testkit

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
)

// PostOffice is a mail server on this machine that speaks as much of SMTP as a
// client needs, and keeps what it is told.
type PostOffice struct {
	// Address is host:port.
	Address string
	answer  func(command string) string

	mu      sync.Mutex
	mute    bool
	letters []string
	heard   []string
}

// OpenPostOffice opens one until the test ends. answer may give another reply to a
// command than the usual one, or ""; nil never does.
func OpenPostOffice(t testing.TB, answer func(command string) string) *PostOffice {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	p := &PostOffice{Address: listener.Addr().String(), answer: answer}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go p.serve(conn)
		}
	}()
	return p
}

func (p *PostOffice) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	in := bufio.NewScanner(conn)
	say := func(text string) { _, _ = fmt.Fprintf(conn, "%s\r\n", text) }
	say("220 post.example ESMTP")
	for in.Scan() {
		line := in.Text()
		p.mu.Lock()
		p.heard = append(p.heard, line)
		p.mu.Unlock()
		word, _, _ := strings.Cut(strings.ToUpper(line), " ")
		if p.answer != nil {
			if reply := p.answer(line); reply != "" {
				say(reply)
				continue
			}
		}
		switch word {
		case "EHLO":
			say("250-post.example\r\n250 8BITMIME")
		case "DATA":
			say("354 go on")
			var text strings.Builder
			for in.Scan() && in.Text() != "." {
				text.WriteString(in.Text() + "\r\n")
			}
			p.mu.Lock()
			p.letters = append(p.letters, text.String())
			mute := p.mute
			p.mu.Unlock()
			if mute {
				return
			}
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// Mute has it take letters and hang up without a word, or not any more.
func (p *PostOffice) Mute(mute bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mute = mute
}

// Letters are those that it took, oldest first.
func (p *PostOffice) Letters() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.letters...)
}

// Heard is every command that it was given.
func (p *PostOffice) Heard() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.heard, "\n")
}

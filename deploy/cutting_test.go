package deploy

import (
	"io"
	"math/rand/v2"
	"net"
	"sync"
	"testing"
)

// cutting is a bad network: it passes requests on, and of the answers it loses some,
// with the connection. The client then cannot tell whether it was heard.
type cutting struct {
	listener net.Listener
	to       string
	open     sync.WaitGroup
	lost     float64
}

func newCutting(t *testing.T, to string, lost float64) *cutting {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cutting{listener: l, to: to, lost: lost}
	c.open.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			c.open.Go(func() { c.carry(conn) })
		}
	})
	t.Cleanup(func() {
		_ = l.Close()
		c.open.Wait()
	})
	return c
}

func (c *cutting) url() string { return "http://" + c.listener.Addr().String() + "/api/v1" }

// carry takes one connection's requests there and its answers back, until an answer is lost.
func (c *cutting) carry(client net.Conn) {
	defer func() { _ = client.Close() }()
	server, err := net.Dial("tcp", c.to)
	if err != nil {
		return
	}
	defer func() { _ = server.Close() }()
	c.open.Go(func() {
		_, _ = io.Copy(server, client)
		_ = server.Close()
	})
	buffer := make([]byte, 64<<10)
	for {
		n, err := server.Read(buffer)
		if err != nil || rand.Float64() < c.lost {
			return
		}
		if _, err := client.Write(buffer[:n]); err != nil {
			return
		}
	}
}

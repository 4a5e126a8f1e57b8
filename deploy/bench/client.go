package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// conn is a client's kept connection. It sends bytes made beforehand and reads
// as little as HTTP/1.1 allows, so that what is measured is the server:
// net/http's own client costs more than answering from memory does.
type conn struct {
	c net.Conn
	r *bufio.Reader
}

func dial(addr string) (*conn, error) {
	c, err := net.DialTimeout("tcp", addr, 5*time.Second)
	if err != nil {
		return nil, err
	}
	return &conn{c, bufio.NewReaderSize(c, 64<<10)}, nil
}

func (c *conn) close() { _ = c.c.Close() }

// answer is what came back.
type answer struct {
	status int
	header map[string]string // only with keep
	body   []byte            // only with keep
	bytes  int               // of the body
}

// do sends a request and reads the answer to its end.
func (c *conn) do(request []byte, keep bool) (a answer, err error) {
	if err := c.c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		return a, err
	}
	if _, err := c.c.Write(request); err != nil {
		return a, err
	}
	line, err := c.r.ReadSlice('\n')
	if err != nil {
		return a, err
	}
	if len(line) < 12 {
		return a, errors.New("bench: not an HTTP answer")
	}
	if a.status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return a, err
	}
	if keep {
		a.header = map[string]string{}
	}
	length := -1
	for {
		if line, err = c.r.ReadSlice('\n'); err != nil {
			return a, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if n, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(n)); err != nil {
				return a, err
			}
		}
		if keep {
			name, value, _ := strings.Cut(string(line), ": ")
			a.header[name] = value
		}
	}
	if length < 0 {
		if a.status == 304 || a.status == 204 {
			return a, nil
		}
		return a, fmt.Errorf("bench: an answer %d without a length", a.status)
	}
	a.bytes = length
	if keep {
		a.body = make([]byte, length)
		_, err = io.ReadFull(c.r, a.body)
		return a, err
	}
	_, err = c.r.Discard(length)
	return a, err
}

// get makes the bytes of a GET as a browser would ask: compressed when it can be.
func get(path, token, ifNoneMatch string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAccept-Encoding: gzip\r\n", path)
	if token != "" {
		fmt.Fprintf(&b, "Authorization: Bearer %s\r\n", token)
	}
	if ifNoneMatch != "" {
		fmt.Fprintf(&b, "If-None-Match: %s\r\n", ifNoneMatch)
	}
	return []byte(b.String() + "\r\n")
}

// post makes the bytes of a POST.
func post(path, token string, body []byte) []byte {
	return fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s",
		path, token, len(body), body)
}

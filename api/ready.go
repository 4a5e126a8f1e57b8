package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"envagin/api/app"
)

// ready asks the server that runs beside this process whether it can serve: the
// health check of a container that holds no shell and no curl.
func ready(ctx context.Context, config app.Config) error {
	host, port, err := net.SplitHostPort(config.Addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || ip.IsUnspecified() {
		host = "localhost"
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("the server is not ready: %s", res.Status)
	}
	return nil
}
